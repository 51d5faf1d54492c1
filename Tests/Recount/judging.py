"""What becomes of each submission: every rule once more, naively, from docs/rules.md."""

import copy
import hashlib
from datetime import date, timedelta
from decimal import Decimal

from campaign import day, week_of
from cycle import distance, sunday
from reading import MARKS, read

RANK = {"not-started": 0, "in-progress": 1, "completed": 2}
FOREIGN = {"unknown-campaign", "sender-mismatch"}
OUTSIDE = {"future-week", "before-start", "after-end"}
# Rules whose severity is an error unless the campaign says otherwise; the warnings are the others.
ERRORS = FOREIGN | OUTSIDE | {
    "unknown-unit", "unknown-measure", "unknown-outcome", "not-responsible", "missing-entry", "duplicate-entry",
    "zero-with-entries", "closed-measure", "status-percent", "bad-date", "completed-without-evidence", "illegal-transition",
    "negative-outcome", "bad-amount",
}


class Submission:
    """One file as it came, and what has been made of it."""

    def __init__(self, unit, name, content, at):
        self.unit, self.name, self.content, self.at = unit, name, content, at
        self.digest = hashlib.sha256(content).hexdigest()
        self.verdict = self.week = self.report = self.held = None
        self.revision = 0

    def known_at(self, moment):
        """What was known of it at a moment: nothing, or what it was before the office released it."""
        if self.at > moment:
            return None
        return self.held[1] if self.held and self.held[0] > moment else self

    def release(self, moment):
        """Keeps what it has been until now, when it is about to be judged anew."""
        self.held = moment, copy.copy(self)

    @property
    def is_accepted(self):
        return self.verdict == "accepted"


class Judge:
    def __init__(self, campaign, cycle, received):
        self.campaign, self.cycle, self.received = campaign, cycle, received

    def judge(self, one, is_released=False):
        """Gives a submission its verdict, its week and, where it is accepted, its report."""
        marks = [] if is_released else [*MARKS, *self.campaign.secrets]
        if any(mark in "".join(one.name.split()) for mark in marks):
            report, fault = None, "secrecy-mark"
        else:
            report, fault = read(one.content, marks)
        one.week = self.cycle.at(one.at)
        if fault:
            one.week = self.week_of_faulty(report, one)
            one.verdict = "quarantined" if fault == "secrecy-mark" else "rejected"
            one.reasons = {fault}
            return
        found = self.findings(report, one)
        one.reasons = {rule for rule in found if self.weight(rule) == "error"}
        if not found & OUTSIDE:
            one.week = self.cycle.of(report["week"])
        one.revision = report["revision"]
        one.verdict = "rejected" if one.reasons else "accepted"
        one.report = report if one.is_accepted else None

    def week_of_faulty(self, report, one):
        """The week it says it is for, where it says so and that can be; else the one it came in."""
        week = report.get("week") if isinstance(report, dict) else None
        try:
            last = self.cycle.of(week_of(self.campaign.end))
            if self.campaign.first_week <= week <= min(self.cycle.at(one.at), last) and week_of(sunday(week)) == week:
                return self.cycle.of(week)
        except (TypeError, ValueError, IndexError):
            pass
        return self.cycle.at(one.at)

    def weight(self, rule):
        return self.campaign.rules.get(rule, "error" if rule in ERRORS else "warning")

    def history(self, one, report):
        """The reports of this unit that count for earlier weeks, as known when this one came; oldest first."""
        known = [other for other in self.received if other.unit == one.unit and other.at <= one.at and other is not one]
        return sorted((r for r in effective(known) if r.week < report["week"]), key=lambda r: r.week)

    def findings(self, report, one):
        campaign, today = self.campaign, one.at.date()
        found = set()
        if report["campaign"] != campaign.code:
            found.add("unknown-campaign")
        named = campaign.unit_named(report["unit"], today)
        if named is None:
            found.add("unknown-unit")
        elif named != one.unit:
            found.add("sender-mismatch")
        if report["week"] > self.cycle.at(one.at):
            found.add("future-week")
        if report["week"] < campaign.first_week:
            found.add("before-start")
        if report["week"] > self.cycle.of(week_of(campaign.end)):
            found.add("after-end")
        if one.at > self.cycle.cut_off(self.cycle.of(report["week"]), "report"):
            found.add("late")
        if found & FOREIGN:
            return found
        before = self.history(one, report)
        found |= self.entry_list(report, one)
        for entry in report["entries"]:
            found |= self.entry(entry, one) | self.trend(entry, report, one, before)
        for request in report.get("coordinationRequests", []):
            if any(campaign.unit_named(name, today) is None for name in request["unitsWanted"]):
                found.add("unknown-unit")
        return found | self.outcomes(report.get("outcomes", []), before)

    def is_closed(self, code, when):
        return closed_until(self.campaign.decided(code, when))

    def deadline(self, code, when):
        return deadline(self.campaign, self.campaign.measure[code], when)

    def entry_list(self, report, one):
        named = [entry["measure"] for entry in report["entries"]]
        found = {"duplicate-entry"} if len(set(named)) < len(named) else set()
        if report["zeroReport"]:
            return found | ({"zero-with-entries"} if named else set())
        owed = {m.code for m in self.campaign.measures
                if m.lead == one.unit and m.start <= sunday(report["week"]) and not self.is_closed(m.code, one.at)}
        return found | ({"missing-entry"} if owed - set(named) else set())

    def entry(self, entry, one):
        measure, status, percent = self.campaign.measure.get(entry["measure"]), entry["status"], entry["percent"]
        found = set()
        if (status == "completed") != (percent == 100) or (status == "not-started" and percent != 0):
            found.add("status-percent")
        if measure is None:
            return found | {"unknown-measure"}
        if one.unit not in [measure.lead, *measure.supporting]:
            found.add("not-responsible")
        if self.is_closed(measure.code, one.at):
            found.add("closed-measure")
        if status == "completed" and measure.lead == one.unit and not entry.get("evidence"):
            found.add("completed-without-evidence")
        due = self.deadline(measure.code, one.at)
        wanted = entry.get("extensionRequest", {}).get("newDeadline")
        if wanted and due and date.fromisoformat(wanted) <= due:
            found.add("bad-date")
        return found

    def trend(self, entry, report, one, before):
        """Beside what the unit said before."""
        code, status, percent = entry["measure"], entry["status"], entry["percent"]
        said = [(r, e) for r in before for e in r.report["entries"] if e["measure"] == code]
        found, delay = set(), entry.get("delay")
        if said and not self.was_sent_back(code, said[-1][0].at, one.at):
            last = said[-1][1]
            if RANK[status] < RANK[last["status"]]:
                found.add("illegal-transition" if status == "not-started" or not delay else "regression")
            if percent < last["percent"]:
                found.add("percent-fell")
        if status != "completed" and said and said[-1][0] is before[-1] and said[-1][1]["progress"] == entry["progress"]:
            found.add("stale-text")
        same = []
        for r, e in reversed(said):
            if (e["status"], e["percent"]) != (status, percent):
                break
            same.append(r.report["week"])
        if status == "in-progress" and same and distance(report["week"], same[-1]) >= self.campaign.no_movement:
            found.add("no-movement")
        if code not in self.campaign.measure:
            return found
        due = self.deadline(code, one.at)
        expected = delay and delay.get("expectedDate")
        if expected and due and "extensionRequest" not in entry and expected > str(due):
            found.add("expected-after-deadline")
        if self.campaign.measure[code].lead == one.unit and status != "completed" and not delay and due and due < one.at.date():
            found.add("delay-without-reason")
        return found

    def was_sent_back(self, code, after, until):
        return any(row["决定"] in ("退回", "重开") and row["at"] > after for row in self.campaign.decided(code, until))

    def outcomes(self, outcomes, before):
        kinds = {kind["kind"]: kind for kind in self.campaign.outcomes}
        found, totals = set(), {}
        for report in before:
            totals |= {one["kind"]: fen(one) for one in report.report.get("outcomes", [])}
        if len({one["kind"] for one in outcomes}) < len(outcomes):
            found.add("bad-amount")
        for one in outcomes:
            if one["kind"] not in kinds:
                found.add("unknown-outcome")
            elif ("money" in kinds[one["kind"]]) != ("amount" in one) or ("count" in one) == ("amount" in one):
                found.add("bad-amount")
            if ("amount" in one) != ("amountUnit" in one):
                found.add("bad-amount")
            if one.get("count", 0) < 0 or one.get("amount", "").startswith("-"):
                found.add("negative-outcome")
            elif fen(one) < totals.get(one["kind"], 0):
                found.add("total-fell")
        return found


def fen(outcome):
    amount = Decimal(outcome["amount"] if "amount" in outcome else outcome["count"])
    return amount * (1000000 if outcome.get("amountUnit") == "万元" else 100)


def closed_until(decisions):
    """Whether a measure is closed after these decisions: only 重开 opens what 销号 has closed."""
    is_closed = False
    for row in decisions:
        if row["决定"] in ("销号", "重开"):
            is_closed = row["决定"] == "销号"
    return is_closed


def deadline(campaign, measure, when):
    """The day it is due, after the decisions made by a moment; None when it is kept up for good or undecided."""
    due = None
    if measure.due == "立行立改":
        due, left = measure.start, campaign.immediate
        while left:
            due += timedelta(days=1)
            left -= campaign.works(due)
    elif measure.due != "长期坚持":
        due = day(measure.due)
    is_closed = False
    for row in campaign.decided(measure.code, when):
        kind, until = row["决定"], day(row["新时限"])
        if kind == "延期" and not is_closed:
            due = until
        if kind == "重开" and is_closed and (until or measure.due != "长期坚持"):
            due = until
        if kind in ("销号", "重开"):
            is_closed = kind == "销号"
    return due


def rank(one):
    return one.revision, one.at, one.digest


def effective(received):
    """Of each unit and week the accepted one with the highest revision, then the latest, then the larger digest."""
    best = {}
    for one in received:
        key = one.unit, one.week
        if one.is_accepted and (key not in best or rank(one) > rank(best[key])):
            best[key] = one
    return list(best.values())


def holders(received):
    """Of one week, unit → the accepted ones that counted when they came, first to last."""
    found = {}
    for one in sorted((one for one in received if one.is_accepted), key=lambda one: (one.at, one.revision, one.digest)):
        mine = found.setdefault(one.unit, [])
        if not mine or rank(one) > rank(mine[-1]):
            mine.append(one)
    return found
