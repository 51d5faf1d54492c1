"""A second, naive count of the sample: from the raw deliveries and the campaign files alone.

    python3 Tests/Sample/recount.py > Tests/Sample/expected.json
    python3 Tests/Sample/recount.py lists > Tests/Sample/expected-lists.json

It shares no code with the program and takes another way to the same figures: every entry and decision is an
event with a moment, and a measure's state is what its events make of it in order of time. `expected.json`
holds every fact that an issue states; the lists name who and what stands behind them, and why.
"""

import json
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import judging
from judging import closed, cut_off, deadline, effective, monday
from reading import DECISIONS, HOME, LEAD, REGISTER, SUPPORT, UNITS, rows

WEEKS = judging.WEEKS
STATES = ["on-time", "zero", "late", "rejected", "quarantined", "fetch-failed", "missing", "exempt"]
DONE = ("completed", "closed")


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
        elif status in DONE:
            status, percent = "in-progress", min(percent, 99)
    return status, percent, due


def unit_state(unit, week, accepted, refused):
    due = cut_off(week, 3, time(17))
    mine = [report for report in accepted if (report["unit"], report["week"]) == (unit, week)]
    if mine:
        if not any(report["at"] <= due for report in mine):
            return "late"
        return "zero" if effective(mine)[0]["zeroReport"] else "on-time"
    reasons = [one["reasons"] for one in refused if (one["unit"], one["week"]) == (unit, week)]
    if ["secrecy-mark"] in reasons:
        return "quarantined"
    if reasons:
        return "rejected"
    owes = any(unit in [LEAD[m], *SUPPORT[m]] and not closed(m, due) for m in LEAD)
    return "missing" if owes else "exempt"


class Count:
    """One week, as its issue states it: everything delivered up to five minutes after the summary cut-off."""

    def __init__(self, week):
        self.week, self.summary = week, cut_off(week, 4, time(12))
        self.accepted, self.refused = judging.collect(cut_off(week, 4, time(12, 5)))
        self.reports = effective(self.accepted)
        self.states = {row["措施编号"]: state(row, self.reports, week, self.summary) for row in REGISTER}
        self.units = {row["单位代码"]: unit_state(row["单位代码"], week, self.accepted, self.refused) for row in UNITS}
        self.day = self.summary.date()
        waiting = {m: due for m, (status, _, due) in self.states.items() if status not in DONE and due}
        self.overdue = {m: due for m, due in waiting.items() if due < self.day}
        self.due_soon = {m: due for m, due in waiting.items() if 0 <= (due - self.day).days <= 14}

    def facts(self):
        facts = {f"measure.{m}": f"{s} {p}% {d or '—'}" for m, (s, p, d) in self.states.items()}
        facts |= {f"unit.{unit}": value for unit, value in self.units.items()}
        return facts | self.measure_facts() | self.item_facts() | self.common_facts() | self.report_facts() | self.outcome_facts()

    def measure_facts(self):
        by = Counter(status for status, _, _ in self.states.values())
        fresh = {report["unit"] for report in self.reports if report["week"] == self.week}
        return {
            "measures.total": str(len(self.states)), "measures.completed": str(by["completed"] + by["closed"]),
            "measures.closed": str(by["closed"]), "measures.in-progress": str(by["in-progress"]),
            "measures.not-started": str(by["not-started"]),
            "measures.overdue": str(len(self.overdue)), "measures.due-soon": str(len(self.due_soon)),
            "measures.stale": str(sum(s != "closed" and LEAD[m] not in fresh for m, (s, _, _) in self.states.items())),
        }

    def item_facts(self):
        items = defaultdict(list)
        for row in REGISTER:
            items[row["事项编号"]].append(self.states[row["措施编号"]][0])
        done = sum(all(s in DONE for s in statuses) for statuses in items.values())
        idle = sum(all(s == "not-started" for s in statuses) for statuses in items.values())
        return {
            "items.total": str(len(items)), "items.completed": str(done),
            "items.in-progress": str(len(items) - done - idle), "items.not-started": str(idle),
        }

    def common_facts(self):
        """面上共性问题: the table alone, whatever the week."""
        table = rows(HOME / "common-problems.csv")
        codes = {word: {r["共性问题编号"] for r in table if r["自查结论"] == word} for word in ("不涉及", "已有具体体现", "自查未发现")}
        items = {code for r in table for code in r["整改事项"].split("、") if code}
        return {
            "common.total": str(len({r["共性问题编号"] for r in table})), "common.not-applicable": str(len(codes["不涉及"])),
            "common.covered": str(len(codes["已有具体体现"])), "common.covered-items": str(len(items)),
            "common.clear": str(len(codes["自查未发现"])), "common.preventive": str(sum(bool(r["预防措施"]) for r in table)),
        }

    def report_facts(self):
        by = Counter(self.units.values())
        facts = {name: by[name] for name in STATES}
        facts |= {"expected": len(self.units) - by["exempt"], "received": by["on-time"] + by["zero"] + by["late"]}
        return {f"reports.{name}": str(n) for name, n in facts.items()}

    def outcome_facts(self):
        latest = {}
        for report in sorted(self.reports, key=lambda report: report["week"]):
            if report["week"] <= self.week:
                latest |= {(report["unit"], outcome["kind"]): outcome for outcome in report.get("outcomes", [])}
        totals = dict.fromkeys(judging.KINDS, Decimal(0))
        for (_, kind), outcome in latest.items():
            amount = Decimal(outcome["amount"] if "amount" in outcome else outcome["count"])
            totals[kind] += amount / 10000 if outcome.get("amountUnit") == "元" else amount
        return {f"outcomes.{kind}": in_ten_thousands(n) if kind == "money-returned" else str(int(n)) for kind, n in totals.items()}

    def lists(self):
        this = [report for report in self.accepted if report["week"] == self.week]
        counted = [report for report in self.reports if report["week"] == self.week]
        late = [report for report in counted if self.units[report["unit"]] == "late"]
        return {
            "units": {name: [u for u, value in self.units.items() if value == name] for name in STATES},
            "overdue": {m: f"{LEAD[m]} {due} {(self.day - due).days}" for m, due in self.overdue.items()},
            "due-soon": {m: f"{LEAD[m]} {due} {(due - self.day).days}" for m, due in self.due_soon.items()},
            "late": {report["unit"]: f"{report['at']:%Y-%m-%d %H:%M}" for report in late},
            "rejected": [
                {"unit": one["unit"], "at": f"{one['at']:%Y-%m-%d %H:%M}", "file": one["file"], "reasons": one["reasons"],
                 "then": self.units[one["unit"]]}
                for one in self.refused if one["week"] == self.week
            ],
            "warnings": sorted(f"{report['unit']} {warning}" for report in this for warning in report["warnings"]),
            "conflicts": sorted(self.conflicts(counted)),
            "coordination": sorted(f"{r['unit']} {c['subject']}" for r in counted for c in r.get("coordinationRequests", [])),
            "extensions": sorted(f"{e['measure']} {e['extensionRequest']['newDeadline']}" for r in counted for e in r["entries"] if "extensionRequest" in e),
            "close-outs": sum("closeOutRequest" in e for r in counted for e in r["entries"]),
        }

    def conflicts(self, reports):
        """This week's words of supporting units that the lead's last word contradicts."""
        for report in reports:
            for entry in report["entries"]:
                measure, lead = entry["measure"], self.states[entry["measure"]][0]
                if report["unit"] != LEAD[measure] and lead == "completed" and entry["status"] != "completed":
                    yield f"{measure} {report['unit']} {entry['percent']}"


def in_ten_thousands(amount):
    """As the bulletin writes it: two places at least, and no nought at the end beyond them."""
    return f"{amount:.2f}" if amount == round(amount, 2) else str(amount.normalize())


if __name__ == "__main__":
    wanted = Count.lists if sys.argv[1:] == ["lists"] else Count.facts
    json.dump({week: wanted(Count(week)) for week in WEEKS}, sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    print()
