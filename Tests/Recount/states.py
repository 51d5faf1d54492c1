"""One measure from week to week: what its lead unit claims and what the office decides, by time.

The words are those of docs/formats/outputs.md, "How the members are computed".
"""

import copy
from datetime import date

from campaign import day, week_of
from cycle import distance, sunday

DONE = ("completed", "closed")


class State:
    """One measure at the end of a week, as it is known at a moment."""

    def __init__(self, measure, first_due):
        self.measure = measure
        self.status, self.percent, self.last_open, self.round, self.slips = "not-started", 0, 0, 1, 0
        self.due = self.first_due = first_due
        self.is_pending = False
        self.entry = self.claimed_at = self.claimed_after = self.decision = None
        self.asked = {"closeOut": None, "extension": None}
        self.completed_on = self.closed_on = self.looked_on = self.stale_since = None
        self.unchanged, self.history, self.contributions, self.misfits = 0, [], {}, []
        self.forecasts = []

    def copy(self):
        other = copy.copy(self)
        for name in ("history", "contributions", "misfits", "forecasts", "asked"):
            setattr(other, name, copy.copy(getattr(self, name)))
        return other

    @property
    def is_done(self):
        return self.status in DONE

    @property
    def extension(self):
        """The date that is asked for and undecided; None when the deadline is as late by now."""
        wanted = self.entry and self.entry[1].get("extensionRequest")
        if self.asked["extension"] is None or self.is_done or not wanted:
            return None
        until = date.fromisoformat(wanted["newDeadline"])
        return until if self.due is None or self.due < until else None

    # ---- what happens in a week

    def pass_week(self, week, decisions, claims, supports):
        """Decisions by time, claims as (report, entry) by time, and the supporting units' last words."""
        waiting = list(decisions)
        for report, entry in claims:
            while waiting and waiting[0]["at"] <= report.at:
                self.decide(waiting.pop(0), week)
            self.hear(report, entry, week)
        for row in waiting:
            self.decide(row, week)
        self.contributions |= supports

    def become(self, status, percent, week):
        self.status, self.percent = status, percent
        self.history = [point for point in self.history if point[0] != week]
        if not self.history or self.history[-1][1:] != (status, percent):
            self.history.append((week, status, percent))

    def hear(self, report, entry, week):
        """The lead unit's word; of a closed measure nothing is heard, and what it said before is no news."""
        if self.status == "closed":
            return
        last, self.entry = self.entry, (report, entry)
        if last is not None and last[1] == entry:
            return
        self.become(entry["status"], entry["percent"], week)
        if entry["percent"] < 100:
            self.last_open = entry["percent"]
        is_claim = entry["status"] == "completed"
        self.completed_on = (self.completed_on or report.at.date()) if is_claim else None
        if not is_claim:
            self.claimed_after = None
        elif self.decision and self.decision["决定"] == "退回":
            self.claimed_after = self.decision
        self.decision, self.claimed_at = None, report.at
        self.ask("closeOut", is_claim and ("closeOutRequest" in entry or self.claimed_after), report.at, report.week)
        self.ask("extension", not is_claim and "extensionRequest" in entry, report.at, report.week)

    def ask(self, what, does_ask, at, week):
        self.asked[what] = (self.asked[what] or (at, week)) if does_ask else None

    def decide(self, row, week):
        kind, on = row["决定"], row["at"].date()
        is_overtaken = self.claimed_at is not None and row["at"] < self.claimed_at
        if kind == "退回" and is_overtaken:
            if self.status == "completed":
                self.claimed_after = row
                self.asked["closeOut"] = self.asked["closeOut"] or (self.claimed_at, self.entry[0].week)
            return
        fits = self.fits(kind)
        if not fits:
            self.misfits.append((week, row))
        if not fits and not (kind == "销号" and self.status != "closed"):
            return
        if kind == "回头看":
            self.looked_on = on
        elif kind == "延期":
            self.slips += not self.is_pending
            self.due, self.is_pending = day(row["新时限"]), False
            if not is_overtaken:
                self.asked["extension"] = None
        elif kind == "退回" and self.status != "completed":
            self.asked["extension"] = None
        else:
            self.set_status(kind, row, on, week)

    def fits(self, kind):
        if kind == "销号":
            return self.status == "completed"
        if kind == "退回":
            return self.status == "completed" or self.extension is not None
        return (self.status == "closed") == (kind in ("重开", "回头看"))

    def set_status(self, kind, row, on, week):
        if kind == "销号":
            self.become("closed", 100, week)
            self.completed_on, self.closed_on, self.looked_on = self.completed_on or on, on, None
        else:
            self.become("in-progress", self.last_open, week)
            self.completed_on = None
        if kind == "重开":
            self.round += 1
            self.closed_on = self.looked_on = None
            until = day(row["新时限"])
            if until or self.measure.due != "长期坚持":
                self.due, self.is_pending = until, until is None
        self.decision, self.claimed_after = row, None
        self.asked = {"closeOut": None, "extension": None}

    # ---- what the end of a week adds

    def count(self, week, is_heard, is_due, is_taken_up):
        if self.status == "closed":
            self.stale_since = None
        elif is_taken_up and self.measure.start <= sunday(week):
            if is_heard:
                self.stale_since = None
            elif is_due:
                self.stale_since = self.stale_since or week
        changed = self.history[-1][0] if self.history else week_of(self.measure.start)
        if is_due or is_heard or changed == week:
            self.unchanged = max(0, distance(week, changed))

    def at(self, week):
        """Status and percent by the end of a week; None before anything was said."""
        said = [(status, percent) for when, status, percent in self.history if when <= week]
        return said[-1] if said else None

    def dissent(self):
        """The supporting units whose last word contradicts the lead's."""
        if self.entry is None or self.status == "closed":
            return []
        lead = self.entry[1]["status"]
        since = self.history[-1][0] if self.history else self.entry[0].week
        other = {"completed": lambda said: said != "completed", "not-started": lambda said: said != "not-started"}.get(lead)
        if other is None:
            return []
        return [unit for unit, (report, entry) in sorted(self.contributions.items()) if other(entry["status"]) and report.week >= since]


def time_used(state, on):
    """The share of the time used, in percent, rounded down; None where there is no deadline."""
    if state.due is None:
        return None
    whole, gone = (state.due - state.measure.start).days, (on - state.measure.start).days
    if whole <= 0:
        return 100 if on >= state.due else 0
    return max(0, min(100, gone * 100 // whole))


def text(on):
    return on and str(on)
