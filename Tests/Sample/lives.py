"""The life of every measure and unit of the sample, week by week: what happened, before anybody reports it."""

import random
from datetime import date, datetime, timedelta

import register

WEEKS = ["2023-W51", "2023-W52", "2024-W01", "2024-W02", "2024-W03"]
# Monday of each, and the days of that week's Wednesday, Thursday and Friday follow from it.
MONDAYS = [date(2023, 12, 18) + timedelta(days=7 * n) for n in range(5)]
# Measures closed by decisions alone before the reports begin, and how many are completed for the first time
# in each week after the first, out of those whose deadlines lie about then.
CLOSED_BEFORE = 30
COMPLETED_LATER = [4, 3, 3, 2]
CLOSED_AFTER = [4, 5, 6, 6, 0]

RETURNED, REOPENED = "returned", "reopened"


def due(row):
    if row["due"] == "立行立改":
        return row["start"]
    return row["due"] if row["due"] != "长期坚持" else "2023-12-20"


def plan():
    """Completion week of each measure: -1 before the reports begin, 0 to 4 a week, None not at all."""
    rows = register.measures()
    order = [r["code"] for r in sorted(rows, key=lambda r: (due(r), r["code"])) if r["code"] not in register.OPEN_AT_THE_END]
    near = [code for code in order[CLOSED_BEFORE:] if "2023-12-20" <= due(next(r for r in rows if r["code"] == code)) <= "2024-01-22"]
    later = near[:: len(near) // sum(COMPLETED_LATER)][: sum(COMPLETED_LATER)]
    weeks = [n for n, count in enumerate(COMPLETED_LATER, 1) for _ in range(count)]
    done = {code: 0 for code in order} | dict.fromkeys(order[:CLOSED_BEFORE], -1) | dict(zip(later, weeks, strict=True))
    return {row["code"]: done.get(row["code"]) for row in rows}


def closings(done):
    """(moment, measure) of every close-out decision."""
    rows = {row["code"]: row for row in register.measures()}
    found = []
    for code, week in done.items():
        if week == -1:
            # The Friday after the deadline, when the coordination meeting sits.
            day = date.fromisoformat(due(rows[code])) + timedelta(days=2)
            day = min(day + timedelta(days=(4 - day.weekday()) % 7), date(2023, 12, 15))
            found.append((datetime(day.year, day.month, day.day, 15, 30), code))
    waiting = sorted((week, code) for code, week in done.items() if week is not None and week >= 0)
    special = {code for code, _ in specials(done)}
    waiting = [(week, code) for week, code in waiting if code not in special]
    for n, count in enumerate(CLOSED_AFTER):
        meeting = datetime.combine(MONDAYS[n] + timedelta(days=4), datetime.min.time()).replace(hour=15, minute=30)
        ready = [code for week, code in waiting if week <= n][:count]
        found += [(meeting, code) for code in ready]
        waiting = [(week, code) for week, code in waiting if code not in ready]
    return sorted(found)


def specials(done):
    """One measure that the office sends back in W51, and one closed before that it reopens in W52."""
    back = next(code for code, week in done.items() if week == 0)
    again = next(code for code, week in reversed(done.items()) if week == -1)
    return [(back, RETURNED), (again, REOPENED)]


def status(code, n, done):
    """(status, percent) as the lead unit sees it in week `n`."""
    kind = dict(specials(done)).get(code)
    if kind == RETURNED and n == 1:
        return "in-progress", 90
    if kind == REOPENED:
        return [("completed", 100), ("in-progress", 30), ("in-progress", 55), ("in-progress", 80), ("completed", 100)][n]
    week = done[code]
    if week is not None and week <= n:
        return "completed", 100
    if week is None:
        final = register.OPEN_AT_THE_END[code][1]
        return "in-progress", max(5, final - 12 * (4 - n))
    # Completed in a week still to come: on its way there.
    return ("not-started", 0) if week - n >= 4 else ("in-progress", max(10, 92 - 17 * (week - n) - int(code[1:]) % 5))


def decisions(done):
    """Rows of decisions.csv, by time."""
    back, again = (code for code, _ in specials(done))
    rows = [(when, "销号", code, "", "", "") for when, code in closings(done)]
    rows += [
        (datetime(2023, 12, 22, 15, 40), "退回", back, "", "佐证材料不足，请补充验收记录", "第16次协调会纪要"),
        (datetime(2023, 12, 27, 9, 0), "重开", again, "", "回头看发现问题反弹", "回头看检查记录第3号"),
        (datetime(2023, 12, 29, 15, 40), "延期", "M015", "2023-12-31", "方案需市级部门会签", "第17次协调会纪要"),
        (datetime(2024, 1, 5, 15, 40), "延期", "M106", "2024-03-15", "评估机构更换", "第18次协调会纪要"),
    ]
    return sorted(rows, key=lambda row: (row[0], row[2]))


def closed_at(moment, done):
    """The measures that are closed at a moment."""
    again = dict((kind, code) for code, kind in specials(done))[REOPENED]
    closed = {code for when, code in closings(done) if when <= moment}
    return closed - ({again} if moment >= datetime(2023, 12, 27, 9) else set())


# Running totals of what each unit did itself, week by week.
OUTCOMES = {
    "DQ02": {"cases-filed": [4, 5, 6, 6, 7], "disciplined": [5, 6, 7, 8, 8], "admonished": [3, 4, 4, 5, 5],
             "organisational": [4, 5, 6, 6, 7], "rules-made": [1, 1, 2, 2, 2]},
    "DQ03": {"admonished": [1, 1, 2, 2, 3], "rules-made": [1, 2, 2, 2, 2], "rules-revised": [0, 0, 0, 0, 1]},
    "GQ03": {"cases-filed": [0, 1, 1, 1, 1]},
    "GQ02": {"money-returned": ["1000000.00元", "1000000.00元", "1234567.89元", "1234567.89元", "1234567.89元"]},
    "GQ01": {"money-returned": ["150万元", "150万元", "180.5万元", "210万元", "210.00万元"]},
    "BM16": {"rules-made": [2, 2, 2, 3, 3], "money-returned": ["20万元"] * 5, "disciplined": [0, 0, 1, 1, 1]},
    "BM15": {"money-returned": ["0元", "300000元", "300000.5元", "569032.11元", "569032.11元"]},
    "BM08": {"organisational": [2, 2, 3, 3, 3], "rules-revised": [1, 1, 1, 1, 1]},
    "BM21": {"organisational": [2, 3, 4, 4, 4], "rules-revised": [1, 1, 1, 1, 1], "rules-made": [1, 1, 1, 1, 1]},
    "BM26": {"rules-revised": [0, 1, 1, 1, 1]},
    "DQ07": {"rules-revised": [1, 1, 1, 1, 1], "rules-made": [0, 1, 1, 1, 1]},
    "BM14": {"rules-made": [1, 1, 1, 1, 1]},
    "BM01": {"rules-made": [1, 1, 1, 1, 1]},
    "BM02": {"rules-made": [1, 1, 1, 1, 1]},
    "DQ04": {"rules-made": [0, 0, 1, 1, 1]},
    "DQ12": {"rules-made": [1, 1, 1, 1, 1]},
    "BM03": {"rules-made": [0, 0, 0, 0, 1]},
}

EXPECTED_TOTALS = {"cases-filed": 8, "disciplined": 9, "admonished": 8, "organisational": 14, "rules-made": 15, "rules-revised": 4}


def seeded(*key):
    return random.Random("/".join(str(part) for part in key))
