"""A report as it is sent: sometimes with a fault in it, and in one of the forms and encodings that are taken."""

import json
from xml.sax.saxutils import escape

ITEMS = {"entries": "entry", "evidence": "document", "coordinationRequests": "coordinationRequest", "unitsWanted": "unit", "outcomes": "outcome"}
FAULTS = ["percent", "status", "unit", "campaign", "measure", "twice", "secret", "schema", "zero", "fell", "back", "bare", "total", "gone"]
ENTRY_FAULTS = {
    "percent": {"percent": 101}, "status": {"status": "in-progress", "percent": 100}, "measure": {"measure": "M99"},
    "secret": {"progress": "见秘密★一年文件"}, "schema": {"more": "x"}, "fell": {"status": "in-progress", "percent": 1}, "back": {"status": "not-started", "percent": 0}}


def spoil(chance, report, senders):
    """Sometimes something is wrong with it."""
    if chance.random() >= 0.22:
        return
    entries, wrong = report["entries"], chance.choice(FAULTS)
    one = chance.choice(entries) if entries else None
    if wrong == "unit":
        report["unit"] = chance.choice([*senders, "无此单位"])
    elif wrong == "campaign":
        report["campaign"] = "another"
    elif wrong == "zero":
        report["zeroReport"] = not report["zeroReport"]
    elif wrong == "total" and report.get("outcomes"):
        report["outcomes"][0] = {"kind": report["outcomes"][0]["kind"], "count": chance.choice([-1, 0])}
    elif wrong == "gone" and entries:
        entries.remove(one)
    elif wrong == "twice" and entries:
        entries.append(dict(one))
    elif one:
        one.update(ENTRY_FAULTS.get(wrong, {}))
        if wrong == "bare":
            one.pop("evidence", None)


def written(chance, report):
    text = json.dumps(report, ensure_ascii=False, indent=chance.choice([None, 1]))
    declared = chance.choice(["UTF-8", "GB18030", "GBK"])
    page = "\n".join([f'<?xml version="1.0" encoding="{declared}"?>', '<weeklyReport xmlns="urn:zhouhui:weekly-report:1">',
                      *(line for name, value in report.items() for line in element(name, value)), "</weeklyReport>", ""])
    return chance.choice([text.encode(), text.encode("gb18030"), b"\xef\xbb\xbf" + text.encode(), page.encode("utf-8" if declared == "UTF-8" else "gb18030")])


def element(name, value):
    if isinstance(value, dict):
        inner = [line for key, part in value.items() for line in element(key, part)]
    elif isinstance(value, list):
        inner = [line for part in value for line in element(ITEMS[name], part)]
    else:
        text = str(value).lower() if isinstance(value, bool) else escape(str(value))
        return [f"<{name}>{text}</{name}>"]
    return [f"<{name}>", *inner, f"</{name}>"]
