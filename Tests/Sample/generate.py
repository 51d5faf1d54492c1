"""Writes the sample campaign `jingan-2023`: its register, units, decisions and 21 weeks of deliveries.

    python3 Tests/Sample/generate.py

Nothing here knows the clock or chance: the same program writes the same bytes. The facts and the closing
figures are those of a public notice; who was late, wrong or silent is invented here.
"""

import csv
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import faults
import lives
import register
import reports
import texts

HOME = Path(__file__).resolve().parents[2] / "schedules" / reports.CAMPAIGN
UNITS = [code for code, *_ in register.units()]
WEEKS = range(lives.FIRST, lives.LAST + 1)
MOMENTS = [(2, 1130), (3, 1600), (3, 2100), (4, 900), (4, 1205), (9, 1130)]


def moment(n, k):
    days, clock = MOMENTS[k]
    if n < 0 and days < 7:
        # Holidays among these weeks: where report and summary fall on one day, it is sent before both.
        due, summary = (lives.working(lives.monday(n) + timedelta(days=k)) for k in (3, 4))
        clock = 1130 if due == summary and k <= faults.THURSDAY else clock
        day = summary if k >= faults.MORNING else due - timedelta(days=k == faults.WEDNESDAY and due != summary)
        return datetime.combine(day, datetime.min.time()) + timedelta(hours=clock // 100, minutes=clock % 100)
    return datetime.combine(lives.monday(n), datetime.min.time()) + timedelta(
        days=days, hours=clock // 100, minutes=clock % 100)


def open_measures(when):
    closed = lives.closed_at(when)
    return [row for row in lives.MEASURES if row["code"] not in closed]


def contributions(unit, n, when):
    """What a unit says of a measure it supports: as the lead does, unless they disagree."""
    said = faults.CONFLICTS.get(n, {}).get(unit)
    mine = [row for row in open_measures(when) if unit in row["supporting"]]
    leads = any(row["lead"] == unit for row in open_measures(when))
    if said:
        return [reports.contribution(said, "in-progress", 60)]
    if not mine or (leads and reports.number("also", unit, n) % 3):
        return []
    return [reports.contribution(mine[0]["code"], *lives.status(mine[0]["code"], n))]


def is_quiet(unit, n, when):
    """Whether a unit sends a zero report: nothing it has to do with moved, and it is in the mood."""
    led = [row["code"] for row in open_measures(when) if row["lead"] == unit]
    if unit in faults.FAULTS.get(n, {}) or unit in faults.CONFLICTS.get(n, {}) or (unit, n) in texts.REQUESTS:
        return False
    if not led:
        return reports.number("quiet", unit, n) % 10 < 6
    settled = n > lives.FIRST and all(lives.status(code, n) == lives.status(code, n - 1) == ("completed", 100) for code in led)
    return settled and reports.number("quiet", unit, n) % 10 < 3


def report(unit, n, k, revision=1):
    when = moment(n, k)
    entries = [reports.entry(row["code"], n) for row in open_measures(when) if row["lead"] == unit]
    entries += contributions(unit, n, when)
    submitted = when - timedelta(minutes=20 + reports.number(unit, n) % 100, seconds=reports.number(unit) % 60)
    return reports.report(unit, n, [] if is_quiet(unit, n, when) else entries, revision, submitted)


def deliver(n, k, unit, name, content):
    folder = HOME / "deliveries" / moment(n, k).strftime("%Y-%m-%dT%H%M") / unit
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def send(unit, n, k, fault=None, revision=1):
    """Writes one file, and says what it wrote."""
    found = report(unit, n, k, revision)
    if fault:
        faults.spoil(found, fault)
    if found["unit"] in faults.BY_NAME:
        found["unit"] = faults.BY_NAME[found["unit"]]
    extension, content = reports.written(found, unit)
    name = f"{lives.name(n)}周报告{'-更正' if revision > 1 else ''}.{extension}"
    deliver(n, k, unit, name, faults.cut(content) if fault == "truncated" else content)
    return name, content


def owes(unit, when):
    return any(unit in [row["lead"], *row["supporting"]] for row in open_measures(when))


def week(n):
    for unit in UNITS:
        if not owes(unit, moment(n, faults.THURSDAY)):
            continue
        if unit in faults.MISSING.get(n, {}):
            if unit in faults.STRAGGLERS.get(n, {}):
                send(unit, n, faults.STRAGGLERS.get(n, {})[unit])
            continue
        fault, mended = faults.FAULTS.get(n, {}).get(unit, (None, None))
        # What is to be mended the same week comes early; GN04's two reports of one Wednesday keep apart.
        early = fault or n >= 0 and reports.number(unit, n) % 5 < 3 and unit != "GN04"
        name, content = send(unit, n, faults.LATE.get(n, {}).get(unit, 0 if early else 1), fault)
        if mended is not None:
            send(unit, n, mended, revision=2)
        if unit in faults.TWICE.get(n, {}):
            deliver(n, faults.TWICE.get(n, {})[unit], unit, name, content)


def keep_empty_moments():
    for n in WEEKS:
        for k in range(faults.NEXT_WEEK) if n >= 0 else [faults.NOON]:
            folder = HOME / "deliveries" / moment(n, k).strftime("%Y-%m-%dT%H%M")
            if not folder.exists():
                folder.mkdir()
                (folder / ".gitkeep").write_bytes(b"")


def table(name, heading, rows):
    # With a byte order mark and CRLF, as a spreadsheet saves it.
    with open(HOME / name, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([heading.split(","), *rows])


def tables():
    names = {code: name for code, name, *_ in register.units()}
    table(
        "units.csv", "单位代码,单位名称,别名,上级单位,统一社会信用代码,分管领导,启用日期,停用日期",
        [[code, name, alias, parent, "", leader, "", ""] for code, name, alias, parent, leader in register.units()],
    )
    table(
        "register.csv",
        "措施编号,方面编号,方面,问题编号,问题,事项编号,整改事项,整改措施,整改要求,牵头区领导,牵头单位,配合单位,开始日期,完成时限,长期坚持",
        [
            [r["code"], r["aspect"], r["aspect_title"], r["problem"], r["problem_title"], r["item"], r["item_title"],
             r["text"], r["requirement"], r["leader"], names[r["lead"]], "；".join(r["supporting"]), r["start"], r["due"],
             r["standing"]]
            for r in lives.MEASURES
        ],
    )
    table(
        "decisions.csv", "决定编号,作出时间,决定,措施编号,新时限,理由,依据,作出人",
        [
            [f"D{n:03}", when.strftime("%Y-%m-%d %H:%M"), *rest, "整改协调办公室主任"]
            for n, (when, *rest) in enumerate(lives.decisions(), 1)
        ],
    )


def main():
    shutil.rmtree(HOME / "deliveries", ignore_errors=True)
    tables()
    for n in WEEKS:
        week(n)
    keep_empty_moments()


if __name__ == "__main__":
    main()
