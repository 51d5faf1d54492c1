"""What the program answers at any moment, beside the count: brief, diff, today and review."""

import json
import subprocess
from datetime import timedelta
from decimal import Decimal

from comparison import edition_of
from cycle import monday, sunday
from fold import HEARD
from states import text


class Views:
    """Asks the program about one drive that has been run, and counts what it should have said."""

    def __init__(self, against, program, home, drive, chance):
        self.against, self.program, self.home, self.drive, self.chance = against, program, home, drive, chance
        self.code, self.cycle = drive.campaign.code, drive.cycle
        days = sorted({one.at.date() for one in drive.received} | {drive.campaign.start})
        self.minutes = lambda: (days[0], (days[-1] - days[0]).days + 4)

    def ask(self, *words):
        asked = [self.program, *words, "--workspace", self.home, "--json", "--quiet"]
        ended = subprocess.run(asked, capture_output=True, text=True, check=False)
        self.against.check(f"{self.code} {' '.join(words)}: exit status", ended.returncode, 0)
        return json.loads(ended.stdout) if ended.returncode == 0 else None

    def compare(self, moments):
        first, days = self.minutes()
        for _ in range(moments):
            on = first + timedelta(days=self.chance.randrange(days))
            near = [self.cycle.cut_off(self.cycle.at(on), name) for name in ("report", "summary")]
            clock = [self.chance.choice(near) + timedelta(minutes=self.chance.choice([-1, 0, 1])), self.at(on)]
            self.at_moment(self.chance.choice(clock))

    def at(self, on):
        return self.cycle.cut_off(self.cycle.at(on), "report").replace(year=on.year, month=on.month, day=on.day, hour=self.chance.choice([8, 12, 20]))

    def at_moment(self, moment):
        fold, at = self.drive.fold(moment), f"{moment:%Y-%m-%dT%H:%M}"
        weeks = list(fold.weeks)
        if not weeks:
            return
        name, week = f"{self.code} at {at}", self.chance.choice(weeks)
        self.brief(name, fold.weeks[weeks[-1]], self.ask("brief", self.code, "--as-of", at))
        self.brief(name, fold.weeks[week], self.ask("brief", self.code, "--week", week, "--as-of", at))
        if len(weeks) > 1:
            one, two = self.chance.sample(weeks, 2)
            self.difference(f"{name} diff {one} {two}", fold.weeks[one], fold.weeks[two], self.ask("diff", one, two, self.code, "--as-of", at))
        self.today(name, fold, moment, weeks[-1])
        self.review(f"{name} review", fold, f"{sunday(week) - timedelta(days=3):%Y-%m}", at)

    # ---- one kind each

    def brief(self, name, week, page):
        if page is not None:
            edition_of(self.against, f"{name} brief {week.week}", page, week)

    def difference(self, name, before, now, page):
        if page is None:
            return
        then, figures = before.figures(), now.figures()
        changed = {key: (then[key][0], value) for key, (value, _) in figures.items() if then[key][0] != value}
        self.against.check(f"{name} figures", {f["id"]: (Decimal(f["from"]), Decimal(f["to"])) for f in page["figures"]}, changed)
        measures = {code: fields(before.states[code], state) for code, state in now.states.items()}
        found = {m["measure"]: {f["field"]: (f["from"], f["to"]) for f in m["fields"]} for m in page["measures"]}
        self.against.check(f"{name} measures", found, {code: moved for code, moved in measures.items() if moved})
        then, since = ({unit: one["state"] for unit, one in week.reporting.items()} for week in (before, now))
        units = {unit: (then.get(unit), since.get(unit)) for unit in then | since}
        found = {u["unit"]: (u["from"], u["to"]) for u in page["units"]}
        self.against.check(f"{name} units", found, {unit: both for unit, both in units.items() if both[0] != both[1]})
        self.against.check(f"{name} alerts", {a["id"]: a["change"] for a in page["alerts"]}, alerts(before, now))

    def today(self, name, fold, moment, week):
        since = moment - timedelta(days=self.chance.randint(1, 4))
        page = self.ask("today", self.code, "--since", f"{since:%Y-%m-%dT%H:%M}", "--as-of", f"{moment:%Y-%m-%dT%H:%M}")
        if page is None:
            return
        now = fold.weeks[week]
        self.difference(f"{name} today", self.drive.fold(since, week).weeks[week], now, page["difference"])
        awaited = [unit for unit, one in now.reporting.items() if one["state"] not in (*HEARD, "exempt")]
        self.against.check(f"{name} today awaited", [one["unit"] for one in page["awaited"]], awaited)
        received = {(one.unit, one.digest): one.known_at(moment).verdict for one in self.drive.received if since < one.at <= moment}
        found = {(one["sender"], one["sha256"]): one["verdict"].replace("accepted-with-warnings", "accepted") for one in page["received"]}
        self.against.check(f"{name} today received", found, received)

    def review(self, name, fold, month, at):
        weeks = [week for week in fold.weeks.values() if f"{monday(week.week) + timedelta(days=3):%Y-%m}" == month and week.is_closed]
        weeks = [week for week in weeks if week.week >= fold.first_issue]
        if not weeks:
            return
        page = self.ask("review", month, self.code, "--as-of", at)
        if page is None:
            return
        self.against.check(f"{name} weeks", page["weeks"], [week.week for week in weeks])
        for unit in page["units"]:
            counted = [reviewed(week, unit["unit"]) for week in weeks if unit["unit"] in week.reporting]
            found = [(w["week"], w["state"], w["owed"], w["corrections"], w["rejected"]) for w in unit["weeks"]]
            self.against.check(f"{name} {unit['unit']}", found, counted)
            self.against.check(f"{name} {unit['unit']} owed", unit["owed"], sum(one[2] for one in counted))
            lives = [tally(week, unit["unit"]) for week in weeks]
            told = tuple(unit["alerts"][n] for n in ("raised", "cleared", "standing"))
            self.against.check(f"{name} {unit['unit']} alerts", told, (sum(n[0] for n in lives), sum(n[1] for n in lives), lives[-1][2]))


def fields(before, now):
    pairs = {
        "status": (before.status, now.status), "percent": (before.percent, now.percent),
        "deadline": tuple("pending" if one.is_pending else text(one.due) for one in (before, now))}
    return {name: both for name, both in pairs.items() if both[0] != both[1]}


def alerts(before, now):
    standing = [{key: (a["level"], a["step"]) for key, a in week.alerts.items() if a["life"] != "cleared"} for week in (before, now)]
    kinds = {key: "changed" if key in standing[0] else "raised" for key, what in standing[1].items() if standing[0].get(key) != what}
    return kinds | {key: "cleared" for key in standing[0] if key not in standing[1]}


def reviewed(week, unit):
    one, mine = week.reporting[unit], week.reports.get(unit, [])
    return week.week, one["state"], one["state"] != "exempt", max(0, len(mine) - 1), one["rejected"]


def tally(week, unit):
    """(raised, cleared, standing): alerts on the unit, and on the measures it leads."""
    mine = [a["life"] for key, a in week.alerts.items() if key.split(":")[1] in (unit, *(m.code for m in week.campaign.measures if m.lead == unit))]
    return mine.count("raised"), mine.count("cleared"), len(mine) - mine.count("cleared")
