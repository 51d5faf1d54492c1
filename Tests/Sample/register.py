"""三张清单 of the sample: what the drive has to do, who does it, and until when.

The four aspects, thirteen problems and thirty items follow the public notice the sample is made from; the
wording is our own, and every unit and every date of a measure is invented. `measures.txt` holds the table:
`#` an aspect, `##` a problem, `-` an item and who leads it, and then its measures, one a line:
lead unit | supporting units | deadline | when it gets done | what is to be done.

A deadline is month and day (`1130`), with `+` where the measure is to be kept up afterwards, or `now` (立行立改)
or `long` (长期坚持). When it gets done: `-` closed before the reports begin, `0` to `4` the week, `N` not yet.
"""

from datetime import date, timedelta
from pathlib import Path

FEEDBACK = date(2023, 8, 30)
NUMERALS = "一二三四五六七八九十"

PARTY = {
    "区委办公": "区委办公室主任", "纪检监察": "区纪委副书记", "组织": "区委组织部副部长", "宣传": "区委宣传部副部长",
    "统战": "区委统战部副部长", "政法": "区委政法委副书记", "巡察": "区委巡察办主任", "机构编制": "区委编办主任",
    "老干部": "区委老干部局局长", "党校": "区委党校副校长", "网信": "区委网信办主任", "保密": "区委保密办主任",
}
DEPARTMENTS = {
    "发展改革": "经济", "商务": "经济", "科技": "科技", "教育": "教育", "民政": "民生", "司法": "政法", "财政": "经济",
    "人力资源": "民生", "规划资源": "规划", "生态环境": "规划", "建设": "建设", "文化旅游": "文化", "卫生健康": "卫生",
    "审计": "审计", "市场监管": "卫生", "国资": "国资", "体育": "文化", "统计": "经济", "医疗保障": "卫生",
    "绿化市容": "建设", "房屋管理": "建设", "应急": "应急", "城管": "建设", "投资促进": "经济", "信访": "信访",
    "政务服务": "信访", "消防": "应急", "机关事务": "机关", "税务": "经济", "数据": "科技",
}
PARENTS = {"DQ08": "DQ03", "DQ09": "DQ03", "DQ11": "DQ04", "DQ12": "DQ01", "BM27": "BM22"}
ALIASES = {
    "DQ01": "区委办（示例）", "DQ02": "区纪委监委（示例）", "BM01": "区发改部门（示例）",
    "BM11": "区建管部门（示例）；区建委（示例）@~2015-11-03", "BM16": "区国资监管部门（示例）",
    "BM26": "区热线受理部门（示例）@2021-01-01~；热线中心（示例）", "JD01": "示例街道一办事处；示例街道一党工委", "ZH01": "示例镇政府",
}


def units():
    """(code, name, aliases, parent, leader), in the order of the directory."""
    rows = [(f"DQ{n:02}", f"{name}部门（示例）", leader) for n, (name, leader) in enumerate(PARTY.items(), 1)]
    rows += [(f"BM{n:02}", f"区{name}部门（示例）", f"分管副区长（{field}）") for n, (name, field) in enumerate(DEPARTMENTS.items(), 1)]
    rows += [(f"GN{n:02}", f"示例功能区{c}", "分管副区长（经济）") for n, c in enumerate(NUMERALS[:4], 1)]
    rows += [(f"JD{n:02}", f"示例街道{numeral(n)}", "街道党工委书记") for n in range(1, 14)]
    rows += [("ZH01", "示例镇", "镇党委书记")]
    rows += [(f"GQ{n:02}", f"区属国企{numeral(n)}（示例）", "企业党委书记") for n in range(1, 13)]
    return [(code, name, ALIASES.get(code, ""), parent(code), leader) for code, name, leader in rows]


def numeral(n):
    return NUMERALS[n - 1] if n <= 10 else f"十{NUMERALS[n - 11]}"


def parent(code):
    return {"GQ": "BM16", "GN": "BM24"}.get(code[:2], PARENTS.get(code, ""))


def measures():
    """Every measure as a dictionary, in the order of the register."""
    rows, above = [], {"#": [0, ""], "##": [0, ""], "-": [0, "", ""]}
    for line in (Path(__file__).parent / "measures.txt").read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark in above:
            above[mark] = [above[mark][0] + 1, *(part.strip() for part in rest.split("|"))]
        else:
            rows.append(measure(len(rows), [part.strip() for part in line.split("|")], *above.values()))
    return rows


def measure(n, cells, aspect, problem, item):
    lead, supporting, due, done, text = cells
    row = {
        "code": f"M{n + 1:03}", "aspect": f"A{aspect[0]}", "aspect_title": aspect[1],
        "problem": f"P{problem[0]:02}", "problem_title": problem[1],
        "item": f"I{item[0]:02}", "item_title": item[1], "leader": item[2],
        "lead": lead, "supporting": supporting.split(), "text": text, "done": done,
        "start": str(FEEDBACK + timedelta(days=7 * (n % 4))), "requirement": requirement(text),
    }
    return row | deadline(due)


def deadline(due):
    if due in ("now", "long"):
        return {"due": {"now": "立行立改", "long": "长期坚持"}[due], "standing": "是" if due == "long" else ""}
    year = 2023 if due >= "09" else 2024
    return {"due": f"{year}-{due[:2]}-{due[2:4]}", "standing": "是" if due.endswith("+") else ""}


def requirement(text):
    for word, wanted in [
        ("修订", "形成制度文本并印发执行"), ("制定", "形成制度文本并印发执行"), ("方案", "方案经集体研究后印发"),
        ("台账", "台账完整、账实相符"), ("查", "有记录、有结论、有处理"), ("培训", "覆盖应到人员，有签到有考核"),
        ("建立", "机制运行一个周期以上"), ("通报", "按期通报，结果公开"),
    ]:
        if word in text:
            return wanted
    return "问题见底、群众认可、逐个销号"
