"""The files of one campaign, read naively: settings, units, register, decisions, resolutions, calendar.

Shares no code with the program nor with the generators. Times are local to the campaign and have no zone.
"""

import csv
import io
import re
import unicodedata
from datetime import date, datetime, time
from pathlib import Path

import yaml

WEEKDAYS = {name: number for number, names in enumerate(
    [("monday", "周一"), ("tuesday", "周二"), ("wednesday", "周三"), ("thursday", "周四"), ("friday", "周五"),
     ("saturday", "周六"), ("sunday", "周日")]) for name in names}
KINDS = ["resolution", "decision", "conflict", "coordination", "extension", "overdue", "close-out", "second-look"]
STEPS = ["remind", "urge", "supervise", "interview"]


def text_of(path):
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def rows(path):
    """Rows of a table as dictionaries, each with its `line`; none when there is no such file."""
    if not path.exists():
        return []
    reader = csv.DictReader(io.StringIO(text_of(path), newline=""))
    return [{name: (cell or "").strip() for name, cell in row.items() if name} | {"line": reader.line_num} for row in reader]


def day(text):
    """`2024-01-20`, `2024年1月20日`, `2024.1.20`; None when empty."""
    return date(*map(int, re.findall(r"\d+", unicodedata.normalize("NFKC", text)))) if text else None


def names_in(cell):
    return [part.strip() for part in re.split("[；;、]", cell) if part.strip()]


class Unit:
    def __init__(self, row):
        self.code, self.name, self.leader = row["单位代码"], row["单位名称"], row.get("分管领导", "")
        self.since, self.until = day(row.get("启用日期", "")), day(row.get("停用日期", ""))
        self.aliases = []
        for alias in re.split("[；;]", row.get("别名", "")):
            name, _, days = alias.strip().partition("@")
            first, _, last = days.partition("~")
            if name:
                self.aliases.append((name, day(first), day(last)))

    def is_active(self, on):
        return within(on, self.since, self.until)


def within(on, first, last):
    return (first is None or first <= on) and (last is None or on <= last)


class Measure:
    def __init__(self, row, units):
        self.code, self.item, self.problem, self.aspect = row["措施编号"], row["事项编号"], row["问题编号"], row["方面编号"]
        self.leader, self.start, self.due = row.get("牵头区领导", ""), day(row["开始日期"]), row["完成时限"]
        by_name = {name: unit.code for unit in units for name, *_ in [(unit.code,), (unit.name,), *unit.aliases]}
        self.lead = by_name[row["牵头单位"]]
        self.supporting = [by_name[name] for name in names_in(row.get("配合单位", ""))]
        self.is_standing = row.get("长期坚持") == "是" or self.due == "长期坚持"


class Campaign:
    def __init__(self, schedules, code):
        home = Path(schedules) / code
        settings = yaml.load(text_of(home / "campaign.yaml"), Loader=yaml.BaseLoader)
        self.code, self.settings = code, settings
        self.start, self.end = day(settings["start"]), day(settings["end"])
        self.first_week = settings.get("first-week") or week_of(self.start)
        self.last_week, self.first_issue = week_of(self.end), settings.get("first-issue")
        self.cut_offs = {name: cut_off(settings["cycle"][name]) for name in ("report", "summary", "meeting")}
        self.goes_back = settings["cycle"]["on-holiday"] == "previous"
        self.read_thresholds(settings)
        self.read_calendar(Path(schedules) / "calendars" / f"{settings['calendar']}.csv")
        self.units = [Unit(row) for row in rows(home / "units.csv")]
        self.unit = {unit.code: unit for unit in self.units}
        self.measures = [Measure(row, self.units) for row in rows(home / "register.csv")]
        self.measure = {measure.code: measure for measure in self.measures}
        self.common = rows(home / "common-problems.csv")
        self.read_office(home)

    def read_thresholds(self, settings):
        given = settings.get("thresholds", {})
        number = lambda name, usual: int(given.get(name, usual))
        self.due_soon = [int(days) for days in given.get("due-soon-days", [14, 7, 3])]
        self.pace_gap, self.no_movement = number("pace-gap", 20), number("no-movement-weeks", 3)
        self.silent_weeks, self.late_weeks = number("silent-weeks", 2), number("late-weeks", 3)
        self.immediate, self.second_look = number("immediate-workdays", 10), number("second-look-days", 90)
        self.eases = given.get("red-eases-to-yellow") == "true"
        usual = dict(zip(STEPS, (1, 3, 8, 15)))
        self.ladder = [int(settings.get("ladder", {}).get(step, usual[step])) for step in STEPS]
        self.units_gone = int(settings.get("guards", {}).get("units-gone", 30))
        self.rules, self.secrets = settings.get("rules", {}), settings.get("secrecy-words", [])
        self.outcomes, self.steps = settings.get("outcomes", []), settings.get("steps", [])
        agenda = settings.get("agenda", {})
        order = agenda.get("order", [])
        self.agenda_order = order + [kind for kind in KINDS if kind not in order]
        self.quotas = {kind: int(most) for kind, most in agenda.get("quotas", {}).items()}

    def read_calendar(self, path):
        table = rows(path)
        self.off = {day(row["日期"]) for row in table if row["类型"] == "休"}
        self.on = {day(row["日期"]) for row in table if row["类型"] == "班"}

    def read_office(self, home):
        self.decisions, self.releases, self.orders = [], [], []
        for row in rows(home / "decisions.csv"):
            row["at"] = datetime.fromisoformat(row["作出时间"]).replace(tzinfo=None)
            kind = row["决定"]
            (self.releases if kind in ("放行", "不予放行") else self.orders if kind == "照发" else self.decisions).append(row)
        self.decisions.sort(key=lambda row: (row["at"], row["line"]))
        self.resolutions = {}
        for row in rows(home / "resolutions.csv"):
            known = self.resolutions.setdefault(row["议定编号"], row)
            if row["办结日期"]:
                known["办结日期"] = row["办结日期"]

    def decided(self, measure, until):
        """The decisions on a measure by a moment, by date."""
        return [row for row in self.decisions if row["措施编号"] == measure and row["at"] <= until]

    def works(self, on):
        return on in self.on or (on not in self.off and on.weekday() < 5)

    def unit_named(self, name, on):
        """The code of the unit that bears a name on a day; a full-width code means the same."""
        for called in (name, unicodedata.normalize("NFKC", name)):
            for unit in self.units:
                if called in (unit.code, unit.name):
                    return unit.code
            known = [(unit.code, first, last) for unit in self.units for alias, first, last in unit.aliases if alias == called]
            if known:
                return next((code for code, first, last in known if within(on, first, last)), None)
        return None


def cut_off(given):
    hours, minutes = given["time"].split(":")
    return WEEKDAYS[given["weekday"]], time(int(hours), int(minutes)), given.get("next-week") == "true"


def week_of(on):
    return on.strftime("%G-W%V")
