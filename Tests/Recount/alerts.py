"""Alerts of one week from its states and the alerts remembered from the week before."""

from datetime import timedelta

from campaign import STEPS
from states import time_used

LEVELS = ["blue", "yellow", "orange", "red"]
KINDS = ["overdue", "due-soon", "behind-pace", "orphaned", "silent", "late-reports"]


class Alerts:
    def __init__(self, campaign, day, before):
        self.campaign, self.day = campaign, day
        self.before = {key: alert for key, alert in before.items() if alert["life"] != "cleared"}
        self.found = {}

    def of(self, states, reporting):
        """`kind:subject` → level, step, life, since, workdaysOverdue, daysLeft."""
        for code, state in states.items():
            self.measure(code, state)
        for unit, one in reporting.items():
            self.unit(unit, one)
        for key, old in self.before.items():
            if key not in self.found:
                eases = self.campaign.eases and old["level"] == "red"
                self.found[key] = old | ({"level": "yellow", "life": "continuing"} if eases else {"life": "cleared"})
        return self.found

    def add(self, kind, subject, level, step=None, overdue=0, left=None):
        key = f"{kind}:{subject}"
        old = self.before.get(key)
        life = "raised"
        if old:
            worse = LEVELS.index(level) > LEVELS.index(old["level"]) or rung(step) > rung(old["step"])
            life = "escalated" if worse else "continuing"
        self.found[key] = {
            "level": level, "step": step, "life": life, "since": old["since"] if old else str(self.day),
            "workdaysOverdue": overdue, "daysLeft": left}

    def measure(self, code, state):
        measure, campaign, day = state.measure, self.campaign, self.day
        left = state.due and (state.due - day).days
        if state.due and not state.is_done:
            if measure.start <= day:
                self.time(code, state, left)
            behind = time_used(state, day) - state.percent
            if left >= 0 and behind >= campaign.pace_gap:
                self.add("behind-pace", code, "orange" if behind >= 2 * campaign.pace_gap else "yellow", left=left)
        if state.status != "closed" and measure.start <= day and not campaign.unit[measure.lead].is_active(day):
            self.add("orphaned", code, "orange", left=left)

    def time(self, code, state, left):
        if left >= 0:
            near = sum(left <= days for days in self.campaign.due_soon)
            if near:
                self.add("due-soon", code, LEVELS[min(near, 3) - 1], left=left)
            return
        late = sum(self.campaign.works(state.due + timedelta(days=n)) for n in range(1, -left + 1))
        self.add("overdue", code, "red", self.step(code, late), late, left)

    def step(self, code, late):
        """One rung up at most, and none down."""
        old = self.before.get(f"overdue:{code}")
        last = rung(old["step"]) if old else 0
        reached = sum(late >= days for days in self.campaign.ladder)
        now = max(last, min(reached, last + 1))
        return STEPS[now - 1] if now else None

    def unit(self, unit, one):
        silent, late = self.campaign.silent_weeks, self.campaign.late_weeks
        if one["silentWeeks"] >= silent and one["state"] not in ("on-time", "zero", "late", "exempt"):
            self.add("silent", unit, "red" if one["silentWeeks"] >= 2 * silent else "orange")
        if one["lateWeeks"] >= late:
            self.add("late-reports", unit, "orange" if one["lateWeeks"] >= 2 * late else "yellow")


def rung(step):
    return STEPS.index(step) + 1 if step else 0


def in_order(alerts):
    """Standing before cleared, the worst level first, the longest overdue first, then by kind and subject."""
    def rank(item):
        kind, subject = item[0].split(":", 1)
        alert = item[1]
        return alert["life"] == "cleared", -LEVELS.index(alert["level"]), -alert["workdaysOverdue"], KINDS.index(kind), subject
    return [{"id": key} | alert for key, alert in sorted(alerts.items(), key=rank)]
