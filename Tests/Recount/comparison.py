"""A published edition beside the count of it, value by value."""

import json
from decimal import Decimal
from pathlib import Path

import alerts
import meeting


class Comparison:
    def __init__(self):
        self.differences, self.compared = [], 0

    def check(self, where, found, counted):
        self.compared += 1
        if found != counted:
            self.differences.append(f"{where}: published {found!r}, counted {counted!r}")

    def each(self, where, found, counted):
        """Two dictionaries, key by key, and their order."""
        self.check(f"{where}: which, and in what order", list(found), list(counted))
        for key in counted:
            if key in found:
                for name in counted[key]:
                    self.check(f"{where}.{key}.{name}", found[key].get(name), counted[key][name])


def compare(drive, outbox):
    """Every edition of every week, as it was published and as it is counted."""
    against = Comparison()
    for week, editions in drive.editions.items():
        folder = Path(outbox) / week
        published = [folder, *sorted(folder.glob("correction-*"), key=lambda path: int(path.name.split("-")[1]))]
        against.check(f"{week}: editions", len(published), len(editions))
        for path, edition in zip(published, editions):
            name = f"{drive.campaign.code} {week}" + (f" correction {edition.number}" if edition.number else "")
            edition_of(against, name, json.loads((path / "summary.json").read_text()), edition.week)
    return against


def edition_of(against, name, page, week):
    figures(against, name, page, week)
    against.each(f"{name} measure", {m["code"]: measure(m) for m in page["measures"]}, week.measures())
    against.each(f"{name} item", {i["code"]: i["measures"] | {"done": i["done"]} for i in page["items"]}, week.items())
    aspects = {a["code"]: a["measures"] | {k: a[k] for k in ("items", "itemsDone", "problems", "percent", "plannedPercent")} for a in page["aspects"]}
    against.each(f"{name} aspect", aspects, week.aspects())
    against.each(f"{name} unit", {u["unit"]: u["measures"] | {"state": u["state"]} for u in page["units"]}, week.units())
    reporting = {r["unit"]: r | {"effective": r["effective"] and r["effective"]["sha256"]} for r in page["reporting"]}
    against.each(f"{name} report", reporting, week.reporting)
    against.check(f"{name} steps", {s["code"]: (s["phase"], s["daysLate"]) for s in page["steps"]}, week.steps())
    against.check(f"{name} referenceDate", page["edition"]["referenceDate"], str(week.day))
    cut_offs = {n: week.cut_off(n).isoformat() for n in ("report", "summary", "meeting")}
    against.check(f"{name} cutOffs", {n: page["edition"]["cutOffs"][n][:19] for n in cut_offs}, cut_offs)
    against.check(f"{name} previousWeek", page["previousWeek"], week.before and week.before.week)
    against.check(f"{name} latestInput", local(page["edition"]["latestInput"]), week.latest and week.latest.isoformat())
    moved = [(m["measure"], m["kind"], m["from"], m["to"]) for m in page["movements"]]
    against.check(f"{name} movements", moved, week.movements())
    against.each(f"{name}", {"plan": page["plan"]}, {"plan": week.plan()})
    keys = ("id", "level", "step", "life", "since", "workdaysOverdue", "daysLeft")
    standing = {a["id"]: {k: a[k] for k in keys} for a in page["alerts"]}
    against.each(f"{name} alert", standing, {a["id"]: a for a in alerts.in_order(week.alerts)})
    taken, listed = meeting.agenda(week)
    points = [[{k: i[k] for k in ("kind", "measure", "unit", "unitsWanted")} for i in page[part]] for part in ("agenda", "agendaListed")]
    against.check(f"{name} agenda", points[0], taken)
    against.check(f"{name} agendaListed", points[1], listed)
    counted = meeting.forecast(week)
    against.check(f"{name} forecast", {k: page["forecast"][k] for k in counted}, counted)
    outcomes = {o["kind"]: [(p["unit"]) for p in o["parts"]] for o in page["outcomes"]}
    against.check(f"{name} outcomes", outcomes, {kind: [unit for unit, _ in parts] for kind, parts in week.outcomes().items()})


def figures(against, name, page, week):
    now, before = week.figures(), week.before.figures() if week.before else {}
    found = {f["id"]: f for f in page["figures"]}
    against.check(f"{name}: which figures", set(found), set(now))
    for key, (value, rows) in now.items():
        figure = found.get(key, {"value": {"count": None}, "previous": None, "change": None, "members": None})
        old = before[key][0] if before else None
        against.check(f"{name} {key}", number(figure["value"]), value)
        against.check(f"{name} {key}, week before", number(figure["previous"]), old)
        change = figure["change"]
        against.check(f"{name} {key}, change", change and Decimal(change), None if old is None else value - old)
        if rows is not None:
            against.check(f"{name} {key}, rows", figure["members"], rows)


def number(value):
    if value is None:
        return None
    return Decimal(value["amount"]) if "amount" in value else value["count"]


def local(moment):
    """A moment of the page as the clock on the wall shows it."""
    return moment and moment[:19]


def measure(row):
    """A measure of the page, boiled down to what was counted."""
    entry, decision = row["entry"], row["decision"]
    said = lambda one: (one["week"], one["status"], one["percent"], one["source"]["submission"]["sha256"])
    return row | {
        "entry": entry and said(entry), "decision": decision and decision["code"],
        "applications": {what: one and (local(one["since"]), one["weeks"]) for what, one in row["applications"].items()},
        "history": [(p["week"], p["status"], p["percent"]) for p in row["history"]],
        "contributions": {one["unit"]: said(one) for one in row["contributions"]}}
