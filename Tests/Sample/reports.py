"""What the units say and how their files look: one weekly report as a dictionary, written as XML or JSON."""

import hashlib
import json
from xml.sax.saxutils import escape

import lives

CAMPAIGN = "jingan-2023"
POSTS = ["办公室联络员", "综合科科长", "整改专班联络员", "党政办副主任"]
DONE = ["已全部落实", "已经办结", "按要求完成"]
STEPS = ["召开专题会逐项过堂", "实地核查发现的问题", "与配合单位会商细化分工", "完成初稿并征求意见", "组织抽查复核", "对照清单补齐短板"]
LONG = "（一）" + "逐户走访、逐项登记、逐件核对；" * 60 + "相关资料已归档备查。"


def evidence(code, week, n=1):
    names = ["验收单", "会议纪要", "制度文本", "整改前后对比照片"]
    return [
        {
            "name": f"{names[(int(code[1:]) + k) % 4]}-{code}.pdf",
            "sha256": hashlib.sha256(f"{code}/{week}/{k}".encode()).hexdigest(),
        }
        for k in range(n)
    ]


def progress(row, n, status, percent):
    pick = lives.seeded("progress", row["code"], n)
    if status == "completed":
        text = f"{row['text']}：{pick.choice(DONE)}，佐证材料已归档，转入常态管理。"
    elif status == "not-started":
        text = f"{row['text']}：正在制定工作方案，计划下阶段启动。"
    else:
        first, second = pick.sample(STEPS, 2)
        text = f"{row['text']}：{first}，{second}，本周末进度{percent}%，存量问题剩余{max(1, 100 - percent) // 3}件。"
    return text + flavour(row["code"], n)


def flavour(code, n):
    """Texts that real files hold and that a page must survive."""
    return {
        ("M009", 1): "新增面积120㎡，经手材料含“镕”“𠮷”等生僻字。",
        ("M023", 3): "参见<b>附表</b>与R&D台账。",
        ("M035", 0): LONG,
        ("M044", 2): "完成率９０％，见第（３）项。",
    }.get((code, n), "")


def entry(row, n, done):
    status, percent = lives.status(row["code"], n, done)
    found = {
        "measure": row["code"], "status": status, "percent": percent,
        "progress": progress(row, n, status, percent),
    }
    if status == "completed":
        found["evidence"] = evidence(row["code"], n, 1 + int(row["code"][1:]) % 3)
        if int(row["code"][1:]) % 2 == 0:
            found["closeOutRequest"] = {"statement": "措施全部落实，申请核验销号。"}
    else:
        found["plan"] = f"下周继续推进，计划完成率达到{min(99, percent + 15)}%。"
    return found | troubles(row["code"], n, status)


def troubles(code, n, status):
    """Delays, extension requests and setbacks of single measures."""
    if status == "completed":
        return {}
    found = {}
    if code == "M015":
        found["delay"] = {"reason": "替代方案需市级部门会签，会签意见尚未返回。", "expectedDate": "2024-02-10"}
        if n in (1, 3, 4):
            found["extensionRequest"] = {"newDeadline": "2023-12-31" if n == 1 else "2024-02-20", "reason": "市级会签周期不由本单位掌握。"}
    if code == "M106" and n >= 2:
        found["delay"] = {"reason": "评估机构更换，重新走采购程序。", "expectedDate": "2024-03-10"}
        if n == 2:
            found["extensionRequest"] = {"newDeadline": "2024-03-15", "reason": "重新采购评估机构约需四周。"}
    if code == "M023" and n == 3:
        found["delay"] = {"reason": "海报印制延后。", "expectedDate": "2024-02-05"}
    return found


REQUESTS = {
    ("BM20", 0): ("替代方案会签", "请规划、生态环境部门三日内反馈会签意见。", ["BM09", "BM10"]),
    ("BM11", 1): ("电梯管线迁改", "请协调管线产权单位确定迁改时间。", ["BM21", "BM09"]),
    ("GQ03", 2): ("参股款确权", "请司法部门就异地送达提供协助。", ["BM06", "BM16"]),
    ("BM20", 3): ("替代方案报批", "请区领导出面与市级部门会商。", ["BM09", "DQ01"]),
    ("JD05", 3): ("加梯项目资金", "请财政部门明确补贴拨付时间。", ["BM07"]),
    ("BM15", 4): ("科普站场地", "请房屋管理部门协调示例街道二站点租约。", ["BM21", "JD02"]),
    ("GQ03", 4): ("跨省沟通", "请发展改革部门牵头开展跨省会商。", ["BM01", "BM06"]),
}


def report(unit, n, entries, zero=False, revision=1, submitted=None):
    found = {
        "format": "zhouhui-weekly-report/1", "campaign": CAMPAIGN, "unit": unit, "week": lives.WEEKS[n],
        "revision": revision, "submittedAt": submitted.strftime("%Y-%m-%dT%H:%M:00+08:00"),
        "submittedBy": POSTS[sum(map(ord, unit)) % 4], "zeroReport": zero, "entries": entries,
    }
    if (unit, n) in REQUESTS:
        subject, request, wanted = REQUESTS[unit, n]
        found["coordinationRequests"] = [{"subject": subject, "request": request, "unitsWanted": wanted}]
    if unit in lives.OUTCOMES:
        found["outcomes"] = [outcome(kind, values[n]) for kind, values in lives.OUTCOMES[unit].items()]
    return found


def outcome(kind, value):
    if isinstance(value, int):
        return {"kind": kind, "count": value}
    unit = "万元" if value.endswith("万元") else "元"
    return {"kind": kind, "amount": value.removesuffix(unit), "amountUnit": unit}


ITEMS = {"entries": "entry", "evidence": "document", "coordinationRequests": "coordinationRequest", "unitsWanted": "unit", "outcomes": "outcome"}


def xml(report, declared):
    lines = [f'<?xml version="1.0" encoding="{declared}"?>', '<weeklyReport xmlns="urn:zhouhui:weekly-report:1">']
    lines += [line for name, value in report.items() for line in element(name, value, 1)]
    return "\n".join([*lines, "</weeklyReport>", ""])


def element(name, value, depth):
    pad = "  " * depth
    if isinstance(value, dict):
        inner = [line for key, part in value.items() for line in element(key, part, depth + 1)]
    elif isinstance(value, list):
        inner = [line for part in value for line in element(ITEMS[name], part, depth + 1)]
    else:
        text = str(value).lower() if isinstance(value, bool) else escape(str(value))
        return [f"{pad}<{name}>{text}</{name}>"]
    return [f"{pad}<{name}>", *inner, f"{pad}</{name}>"] if inner else [f"{pad}<{name}/>"]


def written(report, style):
    """(file extension, bytes): style 0 to 5 goes through both syntaxes and the encodings met in offices."""
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    return [
        lambda: ("xml", xml(report, "UTF-8").encode()),
        lambda: ("json", text.encode()),
        lambda: ("xml", xml(report, "GB18030").encode("gb18030")),
        lambda: ("json", b"\xef\xbb\xbf" + text.encode()),
        lambda: ("xml", xml(report, "GB2312").encode("gb18030")),
        lambda: ("json", text.encode("gb18030")),
    ][style]()


