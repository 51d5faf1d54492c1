"""The weeks of a drive counted forward, the campaign's first week first, as known at one moment."""

from alerts import Alerts
from count import Week
from cycle import sunday
from judging import closed_until, deadline, effective, holders
from meeting import is_doubtful
from states import State
from datetime import datetime

HEARD = ("on-time", "zero", "late")


class Fold:
    """`weeks`: every week from the campaign's first through the one asked for, as a `Week`."""

    def __init__(self, campaign, cycle, received, moment, first_issue, last=None):
        self.campaign, self.cycle, self.moment, self.first_issue = campaign, cycle, moment, first_issue
        self.sent = {}
        for one in received:
            known = one.known_at(moment)
            if known is not None:
                self.sent.setdefault(known.week, []).append(known)
        self.weeks = {}
        last = last or min(cycle.at(moment), cycle.of(campaign.last_week))
        weeks = cycle.weeks(campaign.first_week, last)
        decided = self.decided(weeks)
        self.states = {m.code: State(m, deadline(campaign, m, datetime.min)) for m in campaign.measures}
        self.outcomes, self.remembered, self.runs, self.latest = {}, {}, {}, None
        before = None
        for week in weeks:
            self.weeks[week] = before = self.step(week, decided.get(week, []), before)

    def decided(self, weeks):
        """The decisions by the moment, by the first week whose summary cut-off is at or after them."""
        found = {}
        for row in self.campaign.decisions:
            week = next((w for w in weeks if self.cycle.cut_off(w, "summary") >= row["at"]), None)
            if row["at"] <= self.moment and week:
                found.setdefault(week, []).append(row)
        return found

    def step(self, week, decisions, before):
        is_due = self.cycle.cut_off(week, "report") <= self.moment
        is_closed = self.cycle.cut_off(week, "summary") <= self.moment
        is_taken_up = week >= self.first_issue
        day = min(self.moment, self.cycle.cut_off(week, "summary")).date()
        mine = self.sent.get(week, [])
        reports = holders(mine)
        self.states = {code: state.copy() for code, state in self.states.items()}
        for code, state in self.states.items():
            self.pass_measure(state, week, [row for row in decisions if row["措施编号"] == code], reports)
            state.count(week, state.measure.lead in reports, is_due, is_taken_up)
            self.log_forecast(state, week, day, is_closed)
        for unit, mine_of_unit in reports.items():
            for one in mine_of_unit[-1].report.get("outcomes", []):
                self.outcomes = self.outcomes | {(one["kind"], unit): one}
        reporting = {unit.code: self.report_of(unit, week, mine, reports, is_due, is_taken_up) for unit in self.campaign.units
                     if not unit.since or unit.since <= sunday(week) or any(one.unit == unit.code for one in mine)}
        moments = [one.at for one in mine] + [row["at"] for row in decisions]
        self.latest = max([*moments, *([self.latest] if self.latest else [])], default=None)
        now = Week(self, week, day, is_closed, reports, reporting, before if before and before.week >= self.first_issue else None)
        if is_taken_up:
            now.alerts = Alerts(self.campaign, day, self.remembered).of(self.states, reporting)
        if is_closed:
            self.remembered = now.alerts
        return now

    def pass_measure(self, state, week, decisions, reports):
        code, lead = state.measure.code, state.measure.lead
        entries = lambda one: [(one, entry) for entry in one.report["entries"] if entry["measure"] == code]
        claims, supports = [], {}
        for unit, mine in reports.items():
            last = entries(mine[-1])
            if unit != lead:
                supports |= {unit: said for said in last}
            elif last:
                claims = [said for one in mine for said in entries(one)]
        state.pass_week(week, decisions, claims, supports)

    def log_forecast(self, state, week, day, is_closed):
        """Of a closed week in which it was open, begun and not overdue: whether lateness was forecast."""
        if is_closed and not state.is_done and state.due and state.measure.start <= day <= state.due:
            state.forecasts.append((state.due, is_doubtful(state, state.percent, state.due, day)))

    # ---- who reported

    def report_of(self, unit, week, received, reports, is_due, is_taken_up):
        mine = [one for one in received if one.unit == unit.code]
        counted = reports.get(unit.code, [None])[-1]
        state = self.unit_state(unit, week, mine, counted) if is_taken_up else "exempt"
        silent, late = self.runs.get(unit.code, (0, 0))
        if state in (*HEARD, "exempt"):
            silent, late = 0, late + 1 if state == "late" else 0
        elif is_due:
            silent, late = silent + 1, 0
        self.runs[unit.code] = silent, late
        return {
            "state": state, "received": len(mine), "rejected": sum(one.verdict == "rejected" for one in mine),
            "silentWeeks": silent, "lateWeeks": late, "effective": counted.digest if counted else None}

    def unit_state(self, unit, week, mine, counted):
        due = self.cycle.cut_off(week, "report")
        until = min(due, self.moment)
        owes = any(
            unit.code in [m.lead, *m.supporting] and m.start <= sunday(week)
            and not closed_until(self.campaign.decided(m.code, until)) for m in self.campaign.measures)
        if not owes or not unit.is_active(due.date()):
            return "exempt"
        if counted:
            if not any(one.is_accepted and one.at <= due for one in mine):
                return "late"
            return "zero" if counted.report["zeroReport"] else "on-time"
        if mine:
            return "quarantined" if any(one.verdict == "quarantined" for one in mine) else "rejected"
        return "missing"
