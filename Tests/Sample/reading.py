"""The raw files of the sample, read naively: campaign tables, and one delivered file into a report or its faults.

Shares no code with the program nor with the generator. The form of a report is the table of fields below.
"""

import csv
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from datetime import date, datetime
from pathlib import Path

SCHEDULES = Path(__file__).resolve().parents[2] / "schedules"
HOME = SCHEDULES / "jingan-2023"

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
REQUEST = {"subject": (True, 200), "request": (True, 2000), "unitsWanted": (True, [CODE])}
OUTCOME = {"kind": (True, CODE), "count": (False, range(-(10**9) + 1, 10**9)), "amount": (False, DIGITS), "amountUnit": (False, "元|万元")}
REPORT = {
    "format": (True, "zhouhui-weekly-report/1"), "campaign": (True, CODE), "unit": (True, 100), "week": (True, r"\d{4}-W\d\d"),
    "revision": (True, range(1, 1000)), "submittedAt": (True, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)"),
    "submittedBy": (True, 100), "zeroReport": (True, bool), "entries": (True, [ENTRY]),
    "coordinationRequests": (False, [REQUEST]), "outcomes": (False, [OUTCOME]),
}
LISTS = {"entries", "evidence", "coordinationRequests", "unitsWanted", "outcomes"}


def rows(path):
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


CALENDAR = rows(SCHEDULES / "calendars" / "china.csv")
OFF = {row["日期"] for row in CALENDAR if row["类型"] == "休"}
ON = {row["日期"] for row in CALENDAR if row["类型"] == "班"}
UNITS = rows(HOME / "units.csv")
REGISTER = rows(HOME / "register.csv")
DECISIONS = [row | {"at": datetime.fromisoformat(row["作出时间"])} for row in rows(HOME / "decisions.csv")]
CODES = {
    name: row["单位代码"] for row in UNITS for name in [row["单位代码"], row["单位名称"], *re.split("[；;]", row["别名"])] if name
}
MARK = "内部资料"
LEAD = {row["措施编号"]: CODES[row["牵头单位"]] for row in REGISTER}
SUPPORT = {row["措施编号"]: [CODES[name] for name in re.split("[；、]", row["配合单位"]) if name] for row in REGISTER}


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


def read(content):
    """(the report, None) or (None, the rule it breaks)."""
    try:
        text = text_of(content)
        found = from_xml(ET.fromstring(re.sub(r"^<\?xml[^>]*\?>", "", text))) if text.startswith("<") else json.loads(text)
    except UnicodeDecodeError:
        return None, "wrong-encoding"
    except (ValueError, ET.ParseError):
        return None, "unreadable"
    if MARK in "".join(text.split()):
        return None, "secrecy-mark"
    if not fits(found, REPORT):
        return None, "schema"
    # A full-width code means the same; a name is looked up as it stands.
    named = found["unit"]
    return found | {"unit": CODES.get(named) or CODES.get(unicodedata.normalize("NFKC", named), named)}, None


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
