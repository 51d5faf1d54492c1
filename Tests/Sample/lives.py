"""The life of every measure and unit of the sample, week by week: what happened, before anybody reports it."""

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path

import register

# Weeks go by number: those from 0 (2023-W51) on are told one by one, those before them by rule.
FIRST, LAST = -15, 5
FIRST_MEETING = date(2023, 9, 8)


def monday(n):
    return date(2023, 12, 18) + timedelta(days=7 * n)


def name(n):
    return monday(n).strftime("%G-W%V")


def number(day):
    return (day - monday(0)).days // 7


# How many completed measures the meeting at the end of each week closes, the oldest deadlines first.
CLOSED_AFTER = [4, 4, 4, 5, 6]

MEASURES = register.measures()
ROWS = {row["code"]: row for row in MEASURES}
DONE = {row["code"]: {"-": -1, "N": None}.get(row["done"], row["done"]) for row in MEASURES}
DONE = {code: week if week is None else int(week) for code, week in DONE.items()}

# Not done at the end: percent by week.
OPEN = {
    "M012": [75, 80, 80, 80, 80, 85], "M020": [30, 42, 55, 66, 66, 80],
    "M106": [25, 30, 35, 40, 45, 50], "M107": [30, 38, 45, 50, 55, 60],
}
# Three that go back: returned after W51, reopened in W52, and taken back by the unit itself in W01.
RETURNED, REOPENED, TAKEN_BACK = "M052", "M075", "M071"
BACK = {
    RETURNED: [100, 90, 100, 100, 100, 100], REOPENED: [None, 30, 55, 80, 100, 100],
    TAKEN_BACK: [100, 100, 85, 100, 100, 100],
}


def status(code, n):
    """(status, percent) as the lead unit sees it in week `n`."""
    percent = early(code, n) if n < 0 else told(code, n)
    return ("completed" if percent == 100 else "in-progress" if percent else "not-started"), percent


def told(code, n):
    percent = BACK.get(code, OPEN.get(code, [None] * 6))[n]
    week = DONE[code]
    if percent is None:
        # On its way: the last measure to be done has not even begun in the first week.
        percent = 100 if week <= n else 0 if week - n == 4 else 90 - 14 * (week - n - 1) - int(code[1:]) % 6
    return percent


def early(code, n):
    """Percent in a week before those told one by one: by even steps up to what is told, or to the end."""
    first = max(FIRST, number(date.fromisoformat(ROWS[code]["start"])))
    done = completed(code)
    if done <= n:
        return 100
    goal, last = (96, done) if done < 0 else (min(told(code, 0), 96), 0)
    if n <= first or goal == 0:
        return 0
    return max(5, goal * (n - first) // (last - first))


def completed(code):
    """The week in which a measure is first reported completed; far off when that is told."""
    if code in CLOSED_EARLY:
        return number(CLOSED_EARLY[code].date())
    if DONE[code] != 0 and code not in (RETURNED, TAKEN_BACK) or code in OPEN:
        return 99
    # Some on the day, some after it, and a few so late that all steps of the ladder are climbed.
    behind = [0, 0, 1, 2, 6][int(code[1:]) % 5]
    day = due(ROWS[code])
    week = number(date.fromisoformat(day)) + behind if day < "9999" else 0
    # What is not due before the weeks that are told gets done in the two months before them.
    return max(FIRST + 3, week) if week < 0 or behind == 6 and day < "2023-12-19" else -(int(code[1:]) * 5 % 9)


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


def working(day):
    """The working day a cut-off falls on: its own, or the nearest before it in its week, or after it."""
    start = day - timedelta(days=day.weekday())
    days = [start + timedelta(days=k) for k in range(7)]
    days = [d for d in days if str(d) in ON or (d.weekday() < 5 and str(d) not in OFF)]
    return max([d for d in days if d <= day], default=min(days))


def due(row):
    """When a measure is due, for putting them in order."""
    later = {"立行立改": str(date.fromisoformat(row["start"]) + timedelta(days=21)), "长期坚持": "9999"}
    return later.get(row["due"], row["due"])


CLOSED_EARLY = {
    code: datetime.combine(meeting_after(date.fromisoformat(due(ROWS[code])) + timedelta(days=3)), time(15, 30))
    for code, week in DONE.items() if week == -1
}


def closings():
    """(moment, measure) of every 销号."""
    found = []
    for code, week in DONE.items():
        if week == -1:
            found.append((CLOSED_EARLY[code].date(), code))
    waiting = sorted((due(ROWS[code]), code) for code, week in DONE.items() if week is not None and week >= 0)
    waiting = [code for _, code in waiting if code not in BACK]
    for n, count in enumerate(CLOSED_AFTER):
        ready = [code for code in waiting if DONE[code] <= n][:count]
        waiting = [code for code in waiting if code not in ready]
        found += [(monday(n) + timedelta(days=4), code) for code in ready]
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


def total(values, n):
    """A running total in week `n`: what is told, or on the way to it from nothing."""
    if n >= 0:
        return values[min(n, len(values) - 1)]
    if isinstance(values[0], int):
        return values[0] * (n - FIRST) // -FIRST
    return values[0] if n >= -5 else "0元"


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
