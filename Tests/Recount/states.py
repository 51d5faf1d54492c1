"""What every measure has come to by a week: its entries and decisions, replayed in order of time."""

from datetime import datetime, time, timedelta

from campaign import day, week_of
from cycle import distance, monday, sunday
from judging import deadline, effective

DONE = ("completed", "closed")


class State:
    """One measure at the end of a week, as a run at a moment knows it."""

    def __init__(self, measure, campaign):
        self.measure, self.campaign = measure, campaign
        self.status, self.percent, self.round, self.slips = "not-started", 0, 1, 0
        self.entry = self.decision = self.completed_on = self.closed_on = self.looked_on = None
        self.history, self.contributions, self.misfits = [], {}, []

    @property
    def is_done(self):
        return self.status in DONE

    def become(self, status, percent, week):
        self.status, self.percent = status, percent
        if self.history and self.history[-1][1:] == (status, percent):
            return
        if self.history and self.history[-1][0] == week:
            self.history.pop()
        self.history.append((week, status, percent))

    def hear(self, report, entry):
        """The lead unit's word; of a closed measure nothing is heard."""
        if self.status == "closed":
            return
        self.become(entry["status"], entry["percent"], report.week)
        self.entry, self.decision = (report, entry), None
        if entry["status"] != "completed":
            self.completed_on = None
        elif self.completed_on is None:
            self.completed_on = report.at.date()

    def decide(self, row):
        kind, on = row["决定"], row["at"].date()
        needs = {"退回": ["completed"], "重开": ["closed"], "回头看": ["closed"]}.get(kind)
        closed_again = kind in ("销号", "延期") and self.status == "closed"
        if closed_again or (needs and self.status not in needs) or (kind == "销号" and not self.is_done):
            self.misfits.append(row)
        if closed_again or (needs and self.status not in needs):
            return
        if kind == "回头看":
            self.looked_on = on
            return
        if kind == "延期":
            self.slips += 1
            return
        self.decision = row
        if kind == "销号":
            self.become("closed", 100, week_of(on))
            self.completed_on = self.completed_on or on
            self.closed_on, self.looked_on = on, None
        elif kind == "退回":
            self.become("in-progress", min(self.percent, 99), week_of(on))
            self.completed_on = None
        else:
            self.become("in-progress", 0, week_of(on))
            self.round += 1
            self.completed_on = self.closed_on = self.looked_on = None

    def at(self, week):
        """Status and percent by the end of a week; None before anything was said."""
        said = [(status, percent) for when, status, percent in self.history if when <= week]
        return said[-1] if said else None

    def dissent(self):
        """The supporting units whose last word contradicts the lead's."""
        if self.entry is None or self.status == "closed":
            return []
        lead, since = self.entry[1]["status"], self.history[-1][0]
        other = {"completed": lambda said: said != "completed", "not-started": lambda said: said != "not-started"}.get(lead)
        if other is None:
            return []
        return [unit for unit, (report, entry) in sorted(self.contributions.items()) if other(entry["status"]) and report.week >= since]


def replay(campaign, cycle, received, week, known, until):
    """Every measure's state in a week, from the reports known at a moment and the decisions made by another."""
    events = {code: [(row["at"], 0, n, row, None) for n, row in enumerate(campaign.decided(code, until))] for code in campaign.measure}
    states = {code: State(measure, campaign) for code, measure in campaign.measure.items()}
    reports = [one for one in effective(received) if one.week <= week]
    for report in sorted(reports, key=lambda one: one.week):
        end = datetime.combine(monday(report.week) + timedelta(days=7), time())
        for entry in report.report["entries"]:
            code = entry["measure"]
            if campaign.measure[code].lead == report.unit:
                events[code].append((min(report.at, end), 1, 0, entry, report))
            else:
                states[code].contributions[report.unit] = (report, entry)
    for code, state in states.items():
        for _, _, _, what, report in sorted(events[code], key=lambda event: event[:3]):
            state.decide(what) if report is None else state.hear(report, what)
        settle(state, campaign, cycle, reports, week, known, until)
    return states


def settle(state, campaign, cycle, reports, week, known, until):
    measure = state.measure
    state.due, state.first_due = deadline(campaign, measure, until), deadline(campaign, measure, datetime.min)
    changed = state.history[-1][0] if state.history else week_of(measure.start)
    state.unchanged = max(0, distance(week, changed))
    state.stale_since = None
    if state.status == "closed":
        return
    heard = {one.week for one in reports if one.unit == measure.lead}
    for past in reversed(cycle.weeks(campaign.first_week, week)):
        is_owed = cycle.cut_off(past, "report") <= known and sunday(past) >= measure.start
        if is_owed and past in heard:
            break
        if is_owed:
            state.stale_since = past


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
