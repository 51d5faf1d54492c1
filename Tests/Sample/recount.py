"""A second, naive count of the sample: from the raw deliveries and the campaign files alone.

    python3 Tests/Sample/recount.py > Tests/Sample/expected.json

It shares no code with the program and takes another way to the same figures: every entry and decision is an
event with a moment, and a measure's state is what its events make of it in order of time.
"""

import csv
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

SCHEDULES = Path(__file__).resolve().parents[2] / "schedules"
HOME = SCHEDULES / "jingan-2023"
WEEKS = ["2023-W51", "2023-W52", "2024-W01", "2024-W02", "2024-W03"]
KINDS = {"cases-filed", "disciplined", "admonished", "organisational", "money-returned", "rules-made", "rules-revised"}
LISTS = {"entries", "evidence", "coordinationRequests", "unitsWanted", "outcomes"}
HEAD = {"format", "campaign", "unit", "week", "revision", "submittedAt", "submittedBy", "zeroReport", "entries",
        "coordinationRequests", "outcomes"}
RANK = {"not-started": 0, "in-progress": 1, "completed": 2, "closed": 3}


def rows(path):
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


CALENDAR = rows(SCHEDULES / "calendars" / "china.csv")
OFF = {row["日期"] for row in CALENDAR if row["类型"] == "休"}
ON = {row["日期"] for row in CALENDAR if row["类型"] == "班"}
UNITS = rows(HOME / "units.csv")
REGISTER = rows(HOME / "register.csv")
DECISIONS = [row | {"at": datetime.fromisoformat(row["作出时间"])} for row in rows(HOME / "decisions.csv")]
CODES = {row["单位名称"]: row["单位代码"] for row in UNITS} | {row["单位代码"]: row["单位代码"] for row in UNITS}
LEAD = {row["措施编号"]: CODES[row["牵头单位"]] for row in REGISTER}
SUPPORT = {row["措施编号"]: [CODES[name] for name in re.split("[；、]", row["配合单位"]) if name] for row in REGISTER}


def monday(week):
    return datetime.strptime(week + "-1", "%G-W%V-%u").date()


def week_of(day):
    return day.strftime("%G-W%V")


def cut_off(week, days, clock):
    return datetime.combine(monday(week) + timedelta(days=days), clock)


def works(day):
    return str(day) in ON or (str(day) not in OFF and day.weekday() < 5)


def deadline(row):
    if row["完成时限"] == "长期坚持":
        return None
    if row["完成时限"] != "立行立改":
        return date.fromisoformat(row["完成时限"])
    day, left = date.fromisoformat(row["开始日期"]), 10
    while left:
        day += timedelta(days=1)
        left -= works(day)
    return day


def parse(content):
    """The report as a dictionary; an exception when it is none."""
    if content.startswith(b"\xef\xbb\xbf"):
        text = content[3:].decode()
    else:
        declared = re.match(rb'<\?xml[^>]*encoding="([^"]+)"', content)
        if declared:
            name = declared[1].decode().lower()
            text = content.decode("gb18030" if name.startswith("gb") else name)
        else:
            try:
                text = content.decode()
            except UnicodeDecodeError:
                text = content.decode("gb18030")
    if not text.startswith("<"):
        return json.loads(text)
    return from_xml(ET.fromstring(re.sub(r"<\?xml[^>]*\?>", "", text)))


def from_xml(node):
    found = {}
    for child in node:
        name = child.tag.split("}")[1]
        if name in LISTS:
            found[name] = [from_xml(part) if len(part) else part.text for part in child]
        elif len(child):
            found[name] = from_xml(child)
        else:
            found[name] = number(name, child.text or "")
    return found


def number(name, text):
    if name in ("revision", "percent", "count"):
        return int(text)
    return text == "true" if name == "zeroReport" else text


def closed(measure, when):
    last = [row["决定"] for row in DECISIONS if row["措施编号"] == measure and row["at"] <= when and row["决定"] != "延期"]
    return bool(last) and last[-1] == "销号"


def sent_back(measure, after, until):
    return any(row["措施编号"] == measure and row["决定"] in ("退回", "重开") and after < row["at"] <= until for row in DECISIONS)


def is_wrong(report, unit, when, earlier):
    """Whether any rule of severity error is broken."""
    week, entries = report["week"], report["entries"]
    if set(report) - HEAD or report["campaign"] != "jingan-2023" or report["unit"] != unit:
        return True
    if not WEEKS[0] <= week <= week_of(when.date()) or (report["zeroReport"] and entries):
        return True
    named = [entry["measure"] for entry in entries]
    owed = [m for m in LEAD if LEAD[m] == unit and not closed(m, when)]
    if len(set(named)) < len(named) or (not report["zeroReport"] and set(owed) - set(named)):
        return True
    outcomes = report.get("outcomes", [])
    if any(outcome["kind"] not in KINDS or outcome.get("count", 0) < 0 for outcome in outcomes):
        return True
    return any(entry_is_wrong(entry, unit, when, week, earlier) for entry in entries)


def entry_is_wrong(entry, unit, when, week, earlier):
    code, status, percent = entry["measure"], entry["status"], entry["percent"]
    if code not in LEAD or unit not in [LEAD[code], *SUPPORT[code]] or closed(code, when):
        return True
    if (status == "completed") != (percent == 100) or (status == "not-started" and percent != 0):
        return True
    if status == "completed" and LEAD[code] == unit and not entry.get("evidence"):
        return True
    before = [(r, e) for r in earlier if r["week"] < week for e in r["entries"] if e["measure"] == code]
    if before:
        last, old = max(before, key=lambda pair: pair[0]["week"])
        if RANK[status] < RANK[old["status"]] and not sent_back(code, last["at"], when):
            return status == "not-started" or "delay" not in entry
    return False


def collect(until):
    """(accepted reports, rejected (unit, week)) of everything delivered by a moment."""
    accepted, refused, seen = [], [], set()
    for folder in sorted((HOME / "deliveries").iterdir()):
        when = datetime.strptime(folder.name, "%Y-%m-%dT%H%M")
        if when > until:
            break
        for file in sorted(folder.glob("*/[!.]*")):
            unit, content = file.parent.name, file.read_bytes()
            if (unit, content) in seen:
                continue
            try:
                report = parse(content)
                wrong = is_wrong(report, unit, when, effective(accepted, unit))
            except (ValueError, ET.ParseError):
                report, wrong = None, True
            if wrong:
                # A report for a week it cannot be for counts for the week it came in.
                week = report["week"] if report and WEEKS[0] <= report["week"] <= week_of(when.date()) else week_of(when.date())
                refused.append((unit, week))
            else:
                accepted.append(report | {"at": when})
                seen.add((unit, content))
    return accepted, refused


def effective(accepted, unit=None):
    best = {}
    for report in accepted:
        key = report["unit"], report["week"]
        if unit in (None, report["unit"]) and (key not in best or (report["revision"], report["at"]) > (best[key]["revision"], best[key]["at"])):
            best[key] = report
    return list(best.values())


def events(measure, reports, week, summary):
    """(moment, order, what) of one measure through a week, decisions before entries of the same moment."""
    found = [(row["at"], 0, row) for row in DECISIONS if row["措施编号"] == measure and row["at"] <= summary]
    for report in reports:
        if report["unit"] == LEAD[measure] and report["week"] <= week:
            end = datetime.combine(monday(report["week"]) + timedelta(days=7), time())
            found += [(min(report["at"], end), 1, entry) for entry in report["entries"] if entry["measure"] == measure]
    return sorted(found, key=lambda event: event[:2])


def state(row, reports, week, summary):
    status, percent, due = "not-started", 0, deadline(row)
    for _, _, event in events(row["措施编号"], reports, week, summary):
        if "status" in event:
            if status != "closed":
                status, percent = event["status"], event["percent"]
        elif event["决定"] == "销号":
            status, percent = "closed", 100
        elif event["决定"] == "延期":
            due = date.fromisoformat(event["新时限"])
        elif event["决定"] == "重开":
            status, percent = "in-progress", 0
        elif status in ("completed", "closed"):
            status, percent = "in-progress", min(percent, 99)
    return status, percent, due


def unit_state(unit, week, accepted, refused):
    due = cut_off(week, 3, time(17))
    mine = [report for report in accepted if (report["unit"], report["week"]) == (unit, week)]
    if mine:
        if not any(report["at"] <= due for report in mine):
            return "late"
        return "zero" if effective(mine)[0]["zeroReport"] else "on-time"
    if (unit, week) in refused:
        return "rejected"
    owes = any(unit in [LEAD[m], *SUPPORT[m]] and not closed(m, due) for m in LEAD)
    return "missing" if owes else "exempt"


def count(week):
    """Every fact of one week, as its issue states it."""
    summary = cut_off(week, 4, time(12))
    accepted, refused = collect(cut_off(week, 4, time(12, 5)))
    reports = effective(accepted)
    states = {row["措施编号"]: state(row, reports, week, summary) for row in REGISTER}
    facts = {f"measure.{m}": f"{s} {p}% {d or '—'}" for m, (s, p, d) in states.items()}
    units = {row["单位代码"]: unit_state(row["单位代码"], week, accepted, refused) for row in UNITS}
    facts |= {f"unit.{unit}": value for unit, value in units.items()}
    facts |= measure_facts(states, reports, week, summary.date()) | item_facts(states)
    facts |= {f"reports.{name}": str(n) for name, n in report_facts(units).items()}
    return facts | outcome_facts(reports, week)


def measure_facts(states, reports, week, day):
    by = Counter(status for status, _, _ in states.values())
    waiting = [(m, d) for m, (s, _, d) in states.items() if s not in ("completed", "closed") and d]
    fresh = {report["unit"] for report in reports if report["week"] == week}
    return {
        "measures.total": str(len(states)), "measures.completed": str(by["completed"] + by["closed"]),
        "measures.closed": str(by["closed"]), "measures.in-progress": str(by["in-progress"]),
        "measures.not-started": str(by["not-started"]),
        "measures.overdue": str(sum(due < day for _, due in waiting)),
        "measures.due-soon": str(sum(0 <= (due - day).days <= 14 for _, due in waiting)),
        "measures.stale": str(sum(s != "closed" and LEAD[m] not in fresh for m, (s, _, _) in states.items())),
    }


def item_facts(states):
    items = defaultdict(list)
    for row in REGISTER:
        items[row["事项编号"]].append(states[row["措施编号"]][0])
    done = sum(all(s in ("completed", "closed") for s in statuses) for statuses in items.values())
    idle = sum(all(s == "not-started" for s in statuses) for statuses in items.values())
    return {
        "items.total": str(len(items)), "items.completed": str(done),
        "items.in-progress": str(len(items) - done - idle), "items.not-started": str(idle),
    }


def report_facts(units):
    by = Counter(units.values())
    received = by["on-time"] + by["zero"] + by["late"]
    names = ["on-time", "zero", "late", "rejected", "quarantined", "fetch-failed", "missing", "exempt"]
    return {"expected": len(units) - by["exempt"], "received": received} | {name: by[name] for name in names}


def outcome_facts(reports, week):
    latest = {}
    for report in sorted(reports, key=lambda report: report["week"]):
        if report["week"] <= week:
            latest |= {(report["unit"], outcome["kind"]): outcome for outcome in report.get("outcomes", [])}
    totals = dict.fromkeys(KINDS, Decimal(0))
    for (_, kind), outcome in latest.items():
        amount = Decimal(outcome["amount"] if "amount" in outcome else outcome["count"])
        totals[kind] += amount / 10000 if outcome.get("amountUnit") == "元" else amount
    return {f"outcomes.{kind}": f"{total.normalize():.2f}" if kind == "money-returned" and total == round(total, 2)
            else str(total.normalize()) if kind == "money-returned" else str(int(total)) for kind, total in totals.items()}


if __name__ == "__main__":
    json.dump({week: count(week) for week in WEEKS}, sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    print()
