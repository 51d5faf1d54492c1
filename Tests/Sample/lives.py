"""The life of every measure and unit of the sample, week by week: what happened, before anybody reports it."""

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path

import register

WEEKS = ["2023-W51", "2023-W52", "2024-W01", "2024-W02", "2024-W03"]
MONDAYS = [date(2023, 12, 18) + timedelta(days=7 * n) for n in range(5)]
FIRST_MEETING = date(2023, 9, 8)
# How many completed measures the meeting at the end of each week closes, the oldest deadlines first.
CLOSED_AFTER = [4, 4, 4, 5]

MEASURES = register.measures()
ROWS = {row["code"]: row for row in MEASURES}
DONE = {row["code"]: {"-": -1, "N": None}.get(row["done"], row["done"]) for row in MEASURES}
DONE = {code: week if week is None else int(week) for code, week in DONE.items()}

# Not done at the end: percent by week.
OPEN = {
    "M012": [75, 80, 80, 80, 80], "M020": [30, 42, 55, 66, 66],
    "M106": [25, 30, 35, 40, 45], "M107": [30, 38, 45, 50, 55],
}
# Three that go back: returned after W51, reopened in W52, and taken back by the unit itself in W01.
RETURNED, REOPENED, TAKEN_BACK = "M052", "M075", "M071"
BACK = {
    RETURNED: [100, 90, 100, 100, 100], REOPENED: [None, 30, 55, 80, 100], TAKEN_BACK: [100, 100, 85, 100, 100],
}


def status(code, n):
    """(status, percent) as the lead unit sees it in week `n`."""
    percent = BACK.get(code, OPEN.get(code, [None] * 5))[n]
    week = DONE[code]
    if percent is None:
        # On its way: the last measure to be done has not even begun in the first week.
        percent = 100 if week <= n else 0 if week - n == 4 else 90 - 14 * (week - n - 1) - int(code[1:]) % 6
    return ("completed" if percent == 100 else "in-progress" if percent else "not-started"), percent


def calendar():
    path = Path(__file__).resolve().parents[2] / "schedules" / "calendars" / "china.csv"
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    return [{row["日期"] for row in rows if row["类型"] == kind} for kind in ("休", "班")]


OFF, ON = calendar()


def meeting_after(day):
    """The coordination meeting after a day: a Friday, or the next working day when that is a holiday."""
    day += timedelta(days=(4 - day.weekday()) % 7)
    while str(day) in OFF or (day.weekday() > 4 and str(day) not in ON):
        day += timedelta(days=1)
    return day


def due(row):
    """When a measure is due, for putting them in order."""
    later = {"立行立改": str(date.fromisoformat(row["start"]) + timedelta(days=21)), "长期坚持": "9999"}
    return later.get(row["due"], row["due"])


def closings():
    """(moment, measure) of every 销号."""
    found = []
    for code, week in DONE.items():
        if week == -1:
            found.append((meeting_after(date.fromisoformat(due(ROWS[code])) + timedelta(days=3)), code))
    waiting = sorted((due(ROWS[code]), code) for code, week in DONE.items() if week is not None and week >= 0)
    waiting = [code for _, code in waiting if code not in BACK]
    for n, count in enumerate(CLOSED_AFTER):
        ready = [code for code in waiting if DONE[code] <= n][:count]
        waiting = [code for code in waiting if code not in ready]
        found += [(MONDAYS[n] + timedelta(days=4), code) for code in ready]
    return sorted((datetime.combine(day, time(15, 30)), code) for day, code in found)


def decisions():
    """Rows of decisions.csv, by time: (moment, kind, measure, new deadline, reason, basis)."""
    rows = [(when, "销号", code, "", "", minutes(when)) for when, code in closings()]
    returned, extended, again = datetime(2023, 12, 22, 15, 40), datetime(2023, 12, 29, 15, 40), datetime(2024, 1, 5, 15, 40)
    rows += [
        (returned, "退回", RETURNED, "", "档案只有模板，没有已评价的实例，请补充", minutes(returned)),
        (datetime(2023, 12, 27, 9, 0), "重开", REOPENED, "", "回头看抽查，发现欠租商户又新增两户", "回头看检查记录第3号"),
        (extended, "延期", "M012", "2023-12-31", "方案需市级部门会签", minutes(extended)),
        (again, "延期", "M107", "2024-03-15", "原评估机构退出，需重新选定", minutes(again)),
    ]
    return sorted(rows, key=lambda row: (row[0], row[2]))


def minutes(when):
    return f"第{(when.date() - FIRST_MEETING).days // 7 + 1}次协调会纪要"


def closed_at(moment):
    """The measures that are closed at a moment."""
    closed = {code for when, code in closings() if when <= moment}
    return closed - ({REOPENED} if moment >= datetime(2023, 12, 27, 9) else set())


# Running totals of what each unit did itself, week by week.
OUTCOMES = {
    "DQ02": {"cases-filed": [4, 5, 6, 6, 7], "disciplined": [5, 6, 6, 7, 8], "admonished": [3, 4, 4, 5, 5],
             "organisational": [4, 5, 6, 6, 7], "rules-made": [1, 1, 2, 2, 2]},
    "DQ03": {"admonished": [1, 1, 2, 2, 3], "rules-made": [1, 2, 2, 2, 2], "rules-revised": [0, 0, 0, 0, 1]},
    "GQ03": {"cases-filed": [0, 1, 1, 1, 1]},
    "GQ02": {"money-returned": ["1000000.00元", "1000000.00元", "1234567.89元", "1234567.89元", "1234567.89元"]},
    "GQ01": {"money-returned": ["150万元", "150万元", "180.5万元", "200万元", "210.00万元"]},
    "BM16": {"rules-made": [2, 2, 2, 3, 3], "money-returned": ["20万元"] * 5, "disciplined": [0, 0, 1, 1, 1]},
    "BM15": {"money-returned": ["0元", "300000元", "300000.5元", "469032.11元", "569032.11元"]},
    "BM08": {"organisational": [2, 2, 3, 3, 3], "rules-revised": [1, 1, 1, 1, 1]},
    "BM21": {"organisational": [2, 3, 4, 4, 4], "rules-revised": [1, 1, 1, 1, 1], "rules-made": [1, 1, 1, 1, 1]},
    "BM26": {"rules-revised": [0, 1, 1, 1, 1]},
    "DQ07": {"rules-made": [0, 1, 1, 1, 1]},
    "BM14": {"rules-made": [1, 1, 1, 1, 1]},
    "BM01": {"rules-made": [1, 1, 1, 1, 1]},
    "BM02": {"rules-made": [1, 1, 1, 1, 1]},
    "DQ04": {"rules-made": [0, 0, 1, 1, 1]},
    "DQ12": {"rules-made": [1, 1, 1, 1, 1]},
    "BM03": {"rules-made": [0, 0, 0, 0, 1]},
}
