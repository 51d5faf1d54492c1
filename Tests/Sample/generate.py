"""Writes the sample campaign `jingan-2023`: its register, units, decisions and five weeks of deliveries.

    python3 Tests/Sample/generate.py

Nothing here knows the clock or chance: the same program writes the same bytes. The facts and the closing
figures are those of a public notice; who was late, wrong or silent is invented here.
"""

import csv
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import lives
import register
import reports

HOME = Path(__file__).resolve().parents[2] / "schedules" / reports.CAMPAIGN
# Wednesday, Thursday before the cut-off, Thursday after it, and Friday right after the summary cut-off.
MOMENTS = [(2, "1130"), (3, "1600"), (3, "2100"), (4, "1205")]

MISSING = [["BM29"], ["GQ09", "BM23"], ["BM17", "GQ10"], ["DQ12", "GQ10", "BM29"], ["ZH01", "GQ10"]]
LATE = [["BM13", "JD04"], ["BM05", "GQ06", "BM02"], ["BM13", "DQ10"], ["BM08", "GN01"], ["GN04", "JD11", "DQ08"]]
# What is wrong with a first report, and at which of the four moments the mended one comes (None: never).
FAULTS = [
    {"DQ04": ("truncated", 1), "BM09": ("wrong-measure", 1), "DQ08": ("missing-entry", 2)},
    {"BM16": ("no-evidence", 1), "BM01": ("status-percent", 1), "BM26": ("truncated", None)},
    {"DQ02": ("wrong-unit", 1), "GQ01": ("no-evidence", 2), "BM03": ("not-responsible", None)},
    {"BM21": ("wrong-week", 1), "DQ03": ("missing-entry", 1), "BM14": ("duplicate", 3)},
    {"BM20": ("status-percent", 1), "DQ11": ("truncated", 1), "BM28": ("unknown-field", None)},
]
# Nothing new this week; not in the first, which sets the states.
ZERO = [[], ["DQ12", "BM03", "DQ07"], ["BM02", "DQ11", "BM08", "DQ06"], ["DQ06", "DQ07", "BM13"], ["BM02", "DQ06", "DQ12", "BM13"]]
# Sent a second time, byte for byte.
TWICE = [["BM03"], [], ["BM01"], [], ["BM15"]]
# A supporting unit's word on a measure: (unit, measure, status, percent).
CONTRIBUTIONS = [
    [("BM11", "M009", "in-progress", 60)], [("GN02", "M002", "completed", 100)],
    [("BM09", "M013", "in-progress", 50)], [("GQ04", "M108", "in-progress", 70)], [("JD05", "M023", "in-progress", 40)],
]
# The report of a silent unit, a week too late: (week reported on, week it arrives in, unit).
STRAGGLERS = [(1, 2, "GQ09")]
CONFLICT = (4, "BM22", "DQ11")


def moment(n, k):
    days, time = MOMENTS[k]
    day = lives.MONDAYS[n] + timedelta(days=days)
    return datetime.strptime(f"{day} {time}", "%Y-%m-%d %H%M")


class Drive:
    """The register with the look-ups that writing a report needs."""

    def __init__(self):
        self.measures = register.measures()
        self.units = [code for code, *_ in register.units()]
        self.done = lives.plan()

    def open_led(self, unit, when):
        closed = lives.closed_at(when, self.done)
        return [row for row in self.measures if row["lead"] == unit and row["code"] not in closed]

    def owes(self, unit, when):
        closed = lives.closed_at(when, self.done)
        return any(
            row["code"] not in closed and (row["lead"] == unit or unit in row["supporting"]) for row in self.measures
        )

    def report(self, unit, n, k, revision=1):
        when = moment(n, k)
        led = self.open_led(unit, when)
        entries = [reports.entry(row, n, self.done) for row in led] + self.contributions(unit, n, when)
        zero = not entries or (unit in ZERO[n] and not self.moves(led, n))
        submitted = when - timedelta(minutes=30 + sum(map(ord, unit)) % 90)
        return reports.report(unit, n, [] if zero else entries, zero, revision, submitted)

    def moves(self, led, n):
        """A zero report would not be true."""
        return n == 0 or any(
            lives.status(row["code"], n, self.done)[0] != lives.status(row["code"], n - 1, self.done)[0] for row in led
        )

    def contributions(self, unit, n, when):
        said = list(CONTRIBUTIONS[n])
        if (n, unit) == CONFLICT[:2]:
            lead = next(row for row in self.open_led(CONFLICT[2], when) if unit in row["supporting"])
            said.append((unit, lead["code"], "in-progress", 60))
        closed = lives.closed_at(when, self.done)
        return [
            {"measure": code, "status": status, "percent": percent, "progress": f"配合牵头单位推进，本单位承担部分完成{percent}%。"}
            for who, code, status, percent in said
            if who == unit and code not in closed
        ]


def spoil(report, fault):
    """Makes a report wrong in one way."""
    entries = report["entries"]
    if fault == "wrong-measure":
        entries[0]["measure"] = "M0" + entries[0]["measure"][1:]
    elif fault == "not-responsible":
        entries.append(dict(entries[0], measure="M001"))
    elif fault == "missing-entry":
        entries.pop()
    elif fault == "duplicate":
        entries.append(entries[0])
    elif fault == "status-percent":
        entries[0].update(status="in-progress", percent=100)
    elif fault == "no-evidence":
        entries[0].update(status="completed", percent=100)
        entries[0].pop("evidence", None)
    elif fault == "wrong-unit":
        report["unit"] = "DQ07"
    elif fault == "wrong-week":
        report["week"] = "2024-W05"
    elif fault == "unknown-field":
        report["remark"] = "另有说明"
    return report


def deliver(when, unit, name, content):
    folder = HOME / "deliveries" / when.strftime("%Y-%m-%dT%H%M") / unit
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def send(drive, unit, n, k, fault=None, revision=1, week=None):
    """Writes one file; `week` is the week reported on where it is not the one it arrives in."""
    about = n if week is None else week
    report = drive.report(unit, about, k, revision)
    if fault and fault != "truncated":
        report = spoil(report, fault)
    style = (sum(map(ord, unit)) + about) % 6
    extension, content = reports.written(report, style)
    if fault == "truncated":
        content = content[: len(content) * 2 // 3]
    name = f"{lives.WEEKS[about]}周报告{'-更正' if revision > 1 else ''}.{extension}"
    deliver(moment(n, k), unit, name, content)
    return name, content


def week(drive, n):
    for unit in drive.units:
        if unit in MISSING[n] or not drive.owes(unit, moment(n, 1)):
            continue
        fault, mended = FAULTS[n].get(unit, (None, None))
        k = 2 if unit in LATE[n] else sum(map(ord, unit)) % 2
        name, content = send(drive, unit, n, 0 if fault else k, fault)
        if fault and mended is not None:
            send(drive, unit, n, mended, revision=2)
        if unit in TWICE[n]:
            deliver(moment(n, 3), unit, name, content)
    for about, arrives, unit in STRAGGLERS:
        if arrives == n:
            send(drive, unit, n, 0, week=about)
    for k in range(4):
        keep = HOME / "deliveries" / moment(n, k).strftime("%Y-%m-%dT%H%M")
        keep.mkdir(parents=True, exist_ok=True)
        if not any(keep.iterdir()):
            (keep / ".gitkeep").write_bytes(b"")


def table(name, heading, rows):
    # With a byte order mark and CRLF, as a spreadsheet saves it.
    with open(HOME / name, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([heading.split(","), *rows])


def tables(drive):
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
             r["text"], r["requirement"], r["leader"], names[r["lead"]], "；".join(r["supporting"]), r["start"], r["due"], r["standing"]]
            for r in drive.measures
        ],
    )
    table(
        "decisions.csv", "决定编号,作出时间,决定,措施编号,新时限,理由,依据,作出人",
        [
            [f"D{n:03}", when.strftime("%Y-%m-%d %H:%M"), kind, code, until, reason, basis, "整改协调办公室主任"]
            for n, (when, kind, code, until, reason, basis) in enumerate(lives.decisions(drive.done), 1)
        ],
    )


def main():
    shutil.rmtree(HOME / "deliveries", ignore_errors=True)
    HOME.mkdir(parents=True, exist_ok=True)
    drive = Drive()
    tables(drive)
    for n in range(len(lives.WEEKS)):
        week(drive, n)


if __name__ == "__main__":
    main()
