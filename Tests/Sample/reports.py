"""One weekly report as a dictionary, and the many ways in which its file may be written."""

import hashlib
import json
import zlib
from xml.sax.saxutils import escape

import lives
import texts

CAMPAIGN = "jingan-2023"
DOCUMENTS = ["验收单", "会议纪要", "印发文本", "整改前后对比照片", "抽查记录"]


def number(*key):
    """A number that is always the same for the same key."""
    return zlib.crc32("/".join(map(str, key)).encode())


def entry(code, n):
    status, percent = lives.status(code, n)
    found = {"measure": code, "status": status, "percent": percent, "progress": texts.progress(code, n)}
    if status == "completed":
        found["evidence"] = [document(code, k) for k in range(1 + number(code) % 3)]
        is_new = n > lives.FIRST and lives.status(code, n - 1)[1] < 100
        if is_new or number(code, "asks", n) % 4 == 0:
            found["closeOutRequest"] = {"statement": "措施已全部落实，佐证材料齐备，申请核验销号。"}
    else:
        found["plan"] = texts.plan(code, n)
        found |= delay(*texts.delay(code, n))
    return found


def document(code, k):
    name = f"{DOCUMENTS[(number(code) + k) % len(DOCUMENTS)]}-{code}-{k + 1}.pdf"
    found = {"name": name, "sha256": hashlib.sha256(name.encode()).hexdigest()}
    return found | ({"link": f"http://oa.example/files/{code}/{k + 1}.pdf"} if number(name) % 4 == 0 else {})


def delay(reason, expected, wanted):
    found = {}
    if reason:
        found["delay"] = {"reason": reason + "。"} | ({"expectedDate": expected} if expected else {})
    if wanted:
        found["extensionRequest"] = {"newDeadline": wanted, "reason": reason + "，完成时间不由本单位掌握。"}
    return found


def contribution(code, status, percent):
    done = "本单位配合的部分已经完成" if status == "completed" else f"配合牵头单位推进，本单位承担的部分完成约{percent}%"
    return {"measure": code, "status": status, "percent": percent, "progress": done + "。"}


def report(unit, n, entries, revision, submitted):
    found = {
        "format": "zhouhui-weekly-report/1", "campaign": CAMPAIGN, "unit": unit, "week": lives.name(n),
        "revision": revision, "submittedAt": submitted.strftime("%Y-%m-%dT%H:%M:%S+08:00"),
        "submittedBy": texts.POSTS[number(unit) % len(texts.POSTS)], "zeroReport": not entries, "entries": entries,
    }
    if (unit, n) in texts.REQUESTS:
        subject, request, wanted = texts.REQUESTS[unit, n]
        found["coordinationRequests"] = [{"subject": subject, "request": request, "unitsWanted": wanted}]
    if unit in lives.OUTCOMES:
        found["outcomes"] = [outcome(kind, lives.total(values, n)) for kind, values in lives.OUTCOMES[unit].items()]
    return found


def outcome(kind, value):
    if isinstance(value, int):
        return {"kind": kind, "count": value}
    unit = "万元" if value.endswith("万元") else "元"
    return {"kind": kind, "amount": value.removesuffix(unit), "amountUnit": unit}


ITEMS = {
    "entries": "entry", "evidence": "document", "coordinationRequests": "coordinationRequest",
    "unitsWanted": "unit", "outcomes": "outcome",
}


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


def pretty(report):
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


# The syntaxes and encodings that offices send, GB2312 declared over what only GB18030 can hold included.
STYLES = [
    lambda r: ("xml", xml(r, "UTF-8").encode()),
    lambda r: ("json", pretty(r).encode()),
    lambda r: ("xml", xml(r, "GB18030").encode("gb18030")),
    lambda r: ("json", b"\xef\xbb\xbf" + pretty(r).encode()),
    lambda r: ("xml", xml(r, "GB2312").encode("gb18030")),
    lambda r: ("json", pretty(r).encode("gb18030")),
    lambda r: ("xml", xml(r, "GBK").encode("gb18030")),
    lambda r: ("json", json.dumps(r, sort_keys=True, separators=(",", ":")).encode()),
    lambda r: ("xml", b"\xef\xbb\xbf" + xml(r, "utf-8").replace("\n", "\r\n").encode()),
]
# Units whose texts need one in particular; the others keep to one by chance.
CHOSEN = {"JD05": 4, "BM05": 6, "GQ03": 2, "BM20": 4, "DQ04": 2, "GN04": 0, "GQ05": 5}


def written(report, unit):
    """(file extension, bytes), in the way of the unit that sends it."""
    return STYLES[CHOSEN.get(unit, number("manner", unit) % len(STYLES))](report)
