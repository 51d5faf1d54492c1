"""One submitted file, read naively into a report or the rule it breaks.

Shares no code with the program nor with the generators. The form of a report is the table of fields below.
"""

import json
import re
import xml.etree.ElementTree as ET
from datetime import date

CODE, DAY, DIGITS = r"[A-Za-z0-9][A-Za-z0-9-]{0,31}", r"\d{4}-\d\d-\d\d", r"-?\d+(\.\d+)?"
# Field → (needed, what it is): a pattern, a longest text, a range, a type, [item], or the fields of an object.
DOCUMENT = {"name": (True, 255), "sha256": (True, r"[0-9a-f]{64}"), "link": (False, r"https?://\S{1,1990}")}
ENTRY = {
    "measure": (True, CODE), "status": (True, "not-started|in-progress|completed"), "percent": (True, range(101)),
    "progress": (True, 2000), "plan": (False, 2000), "evidence": (False, [DOCUMENT]),
    "delay": (False, {"reason": (True, 1000), "expectedDate": (False, DAY)}),
    "extensionRequest": (False, {"newDeadline": (True, DAY), "reason": (True, 1000)}),
    "closeOutRequest": (False, {"statement": (True, 1000)}),
}
REQUEST = {"subject": (True, 200), "request": (True, 2000), "unitsWanted": (True, [100])}
OUTCOME = {"kind": (True, CODE), "count": (False, range(-(10**9) + 1, 10**9)), "amount": (False, DIGITS), "amountUnit": (False, "元|万元")}
REPORT = {
    "format": (True, "zhouhui-weekly-report/1"), "campaign": (True, CODE), "unit": (True, 100), "week": (True, r"\d{4}-W\d\d"),
    "revision": (True, range(1, 1000)), "submittedAt": (True, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)"),
    "submittedBy": (True, 100), "zeroReport": (True, bool), "entries": (True, [ENTRY]),
    "coordinationRequests": (False, [REQUEST]), "outcomes": (False, [OUTCOME]),
}
LISTS = {"entries", "evidence", "coordinationRequests", "unitsWanted", "outcomes"}
# What must not enter, in every campaign.
MARKS = ["绝密★", "机密★", "秘密★", "内部资料"]


def text_of(content):
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode()
    declared = re.match(rb'<\?xml[^>]*encoding="([^"]+)"', content)
    if declared:
        name = declared[1].decode().lower()
        return content.decode("gb18030" if name.startswith("gb") else name)
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("gb18030")


def read(content, marks):
    """(the report, None), or what could be read of it and the rule it breaks."""
    try:
        text = text_of(content)
    except UnicodeDecodeError:
        return None, "wrong-encoding"
    if any(mark in "".join(text.split()) for mark in marks):
        return None, "secrecy-mark"
    try:
        found = from_xml(ET.fromstring(re.sub(r"^<\?xml[^>]*\?>", "", text))) if text.startswith("<") else json.loads(text)
    except (ValueError, ET.ParseError):
        return None, "unreadable"
    return found, None if fits(found, REPORT) else "schema"


def from_xml(node):
    found = {}
    for child in node:
        name = child.tag.split("}")[1]
        if name in LISTS:
            found[name] = [from_xml(part) if len(part) else part.text for part in child]
        else:
            found[name] = from_xml(child) if len(child) else plain(name, child.text or "")
    return found


def plain(name, text):
    if name in ("revision", "percent", "count"):
        return int(text)
    return text == "true" if name == "zeroReport" else text


def fits(value, form):
    """Whether a value has the form of the table above."""
    if isinstance(form, dict):
        return (
            isinstance(value, dict) and not set(value) - set(form)
            and all(fits(value[name], inner) if name in value else not needed for name, (needed, inner) in form.items())
        )
    if isinstance(form, list):
        return isinstance(value, list) and all(fits(part, form[0]) for part in value)
    if isinstance(form, range):
        return type(value) is int and value in form
    if form is bool:
        return type(value) is bool
    if not isinstance(value, str) or re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", value):
        return False
    if isinstance(form, int):
        return 0 < len(value) <= form
    return bool(re.fullmatch(form, value)) and (form is not DAY or bool(date.fromisoformat(value)))
