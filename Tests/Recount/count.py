"""One week counted: every figure with its rows, as `summary.json` is to say it."""

from collections import Counter
from decimal import Decimal

import alerts
import meeting
from campaign import day, names_in
from cycle import distance, sunday
from judging import fen
from states import text, time_used

STATES = ["on-time", "zero", "late", "rejected", "quarantined", "fetch-failed", "missing", "exempt"]
HEARD = ("on-time", "zero", "late")


class Week:
    """A week as the fold has come to it; `before` is the week whose figures stand beside it."""

    def __init__(self, fold, week, day, is_closed, reports, reporting, before):
        self.campaign, self.cycle, self.week, self.day = fold.campaign, fold.cycle, week, day
        self.is_closed, self.reports, self.reporting, self.before = is_closed, reports, reporting, before
        self.states, self.said, self.latest = fold.states, fold.outcomes, fold.latest
        self.alerts = {}

    def cut_off(self, name):
        return self.cycle.cut_off(self.week, name)

    # ---- figures: id → (value, rows)

    def figures(self):
        found = self.item_figures() | self.measure_figures()
        for kind, parts in self.outcomes().items():
            money = next(one for one in self.campaign.outcomes if one["kind"] == kind).get("money")
            total = sum((value for _, value in parts), Decimal(0)) / {"元": 100, "万元": 1000000, None: 100}[money]
            found[f"outcomes.{kind}"] = total, [unit for unit, _ in parts]
        return found | self.common_figures() | self.report_figures()

    def item_figures(self):
        items = {}
        for code, state in self.states.items():
            items.setdefault(state.measure.item, []).append(state)
        done = [item for item, states in items.items() if all(state.is_done for state in states)]
        idle = [item for item, states in items.items() if all(state.status == "not-started" for state in states)]
        going = [item for item in items if item not in done and item not in idle]
        rows = {"total": list(items), "completed": done, "in-progress": going, "not-started": idle}
        return {f"items.{name}": (len(codes), codes) for name, codes in rows.items()}

    def measure_figures(self):
        chosen = {
            "total": lambda state: True, "completed": lambda state: state.is_done, "closed": lambda state: state.status == "closed",
            "in-progress": lambda state: state.status == "in-progress", "not-started": lambda state: state.status == "not-started",
            "overdue": lambda state: self.left(state) is not None and self.left(state) < 0,
            "due-soon": lambda state: self.left(state) is not None and 0 <= self.left(state) <= self.campaign.due_soon[0],
            "stale": lambda state: state.stale_since is not None}
        found = {name: [code for code, state in self.states.items() if test(state)] for name, test in chosen.items()}
        return {f"measures.{name}": (len(codes), codes) for name, codes in found.items()}

    def left(self, state):
        """Days until the deadline of what is not done; negative when late, None where nothing is due."""
        return None if state.is_done or state.due is None else (state.due - self.day).days

    def outcomes(self):
        """Kind → [(unit, hundredths)], what each unit last counted for itself."""
        last = {key: fen(one) for key, one in self.said.items()}
        return {
            kind["kind"]: [(unit.code, last[kind["kind"], unit.code]) for unit in self.campaign.units if (kind["kind"], unit.code) in last]
            for kind in self.campaign.outcomes}

    def common_figures(self):
        table = self.campaign.common
        if not table:
            return {}
        codes = {word: list(dict.fromkeys(r["共性问题编号"] for r in table if r["自查结论"] == word)) for word in ("不涉及", "已有具体体现", "自查未发现")}
        items = {item for r in table for item in names_in(r["整改事项"])}
        everything = list(dict.fromkeys(r["共性问题编号"] for r in table))
        return {
            "common.total": (len(everything), everything), "common.not-applicable": (len(codes["不涉及"]), codes["不涉及"]),
            "common.covered": (len(codes["已有具体体现"]), codes["已有具体体现"]), "common.covered-items": (len(items), None),
            "common.clear": (len(codes["自查未发现"]), codes["自查未发现"]), "common.preventive": (sum(bool(r["预防措施"]) for r in table), None)}

    def report_figures(self):
        by = {unit: one["state"] for unit, one in self.reporting.items()}
        found = {name: [unit for unit, state in by.items() if state == name] for name in STATES}
        found |= {"expected": [u for u, s in by.items() if s != "exempt"], "received": [u for u, s in by.items() if s in HEARD]}
        return {f"reports.{name}": (len(units), units) for name, units in found.items()}

    def facts(self):
        """What an issue states of its own week: when any of it reads otherwise, a correction follows."""
        found = {name: str(value) for name, (value, _) in self.figures().items()}
        for code, s in self.states.items():
            found[f"measure.{code}"] = s.status, s.percent, s.due, s.is_pending, s.completed_on, s.stale_since, s.unchanged
        for unit, one in self.reporting.items():
            found[f"unit.{unit}"] = one["state"], one["silentWeeks"], one["lateWeeks"]
        for kind, parts in self.outcomes().items():
            found |= {f"outcome.{kind}.{unit}": value for unit, value in parts}
        for key, one in self.alerts.items():
            if one["life"] != "cleared":
                found[f"alert.{key}"] = one["level"], one["step"], one["since"]
        points = [(kind, one["measure"] or one["unit"]) for kind, those in meeting.points(self).items() for one in those]
        found["moved"], found["agenda"] = self.movements(), Counter(points)
        return found

    # ---- the parts of summary.json

    def measures(self):
        return {code: self.measure(code, state) for code, state in self.states.items()}

    def measure(self, code, state):
        standing = [a["level"] for key, a in self.alerts.items() if key.split(":", 1)[1] == code and a["life"] != "cleared"]
        left = self.left(state)
        contributions = {unit: (report.week, entry["status"], entry["percent"], report.digest) for unit, (report, entry) in sorted(state.contributions.items())}
        return {
            "status": state.status, "percent": state.percent, "round": state.round, "deadline": text(state.due),
            "deadlinePending": state.is_pending, "originalDeadline": text(state.first_due), "slips": state.slips,
            "completedOn": text(state.completed_on), "applications": self.applications(state),
            "staleSince": state.stale_since, "unchangedWeeks": state.unchanged, "conflict": bool(state.dissent()),
            "daysOverdue": -left if left is not None and left < 0 else None, "daysLeft": left if left is not None and left >= 0 else None,
            "timeUsed": time_used(state, self.day), "level": max(standing, key=alerts.LEVELS.index) if standing else None,
            "history": state.history, "contributions": contributions, "decision": state.decision and state.decision["决定编号"],
            "entry": state.entry and (state.entry[0].week, state.entry[1]["status"], state.entry[1]["percent"], state.entry[0].digest)}

    def applications(self, state):
        """What is asked for and undecided: since when, and how many weeks ago."""
        open_ones = state.asked | ({} if state.extension else {"extension": None})
        return {what: asked and (asked[0].isoformat(), distance(self.week, asked[1])) for what, asked in open_ones.items()}

    def plan(self):
        """Of what was due by the Sunday of the week, how much is done; what is done early is said apart."""
        due = [s for s in self.states.values() if s.due and s.due <= sunday(self.week)]
        done = [s for s in self.states.values() if s.is_done]
        return {
            "due": len(due), "dueDone": sum(s.is_done for s in due), "dueOpen": sum(not s.is_done for s in due),
            "overdue": sum((self.left(s) or 0) < 0 for s in due), "doneEarly": sum(bool(s.due) and s.due > sunday(self.week) for s in done),
            "doneWithoutDeadline": sum(s.due is None for s in done)}

    def counts(self, states):
        by = Counter(state.status for state in states)
        return {
            "total": len(states), "notStarted": by["not-started"], "inProgress": by["in-progress"], "closed": by["closed"],
            "completed": by["completed"], "overdue": sum((self.left(s) or 0) < 0 for s in states)}

    def items(self):
        codes = dict.fromkeys(state.measure.item for state in self.states.values())
        mine = {code: [s for s in self.states.values() if s.measure.item == code] for code in codes}
        return {code: self.counts(states) | {"done": all(s.is_done for s in states)} for code, states in mine.items()}

    def aspects(self):
        found = {}
        for code in dict.fromkeys(state.measure.aspect for state in self.states.values()):
            states = [s for s in self.states.values() if s.measure.aspect == code]
            items = {s.measure.item for s in states}
            done = sum(all(s.is_done for s in states if s.measure.item == item) for item in items)
            planned = [s.percent if time_used(s, self.day) is None else time_used(s, self.day) for s in states]
            found[code] = self.counts(states) | {
                "items": len(items), "itemsDone": done, "problems": len({s.measure.problem for s in states}),
                "percent": rounded_mean([s.percent for s in states]), "plannedPercent": rounded_mean(planned)}
        return found

    def units(self):
        found = {}
        for unit in self.campaign.units:
            states = [s for s in self.states.values() if s.measure.lead == unit.code]
            if states:
                found[unit.code] = self.counts(states) | {"state": self.reporting.get(unit.code, {"state": "exempt"})["state"]}
        return found

    def steps(self):
        return {step["step"]: self.step(step) for step in self.campaign.steps}

    def step(self, step):
        """(how it stands, days past its end)."""
        start, end, done = (day(step.get(name, "")) for name in ("start", "end", "done"))
        if done and done <= self.day:
            return "done", max(0, (done - end).days)
        phase = "overdue" if end < self.day else "ahead" if start > self.day else "current"
        return phase, max(0, (self.day - end).days)

    def movements(self):
        found = []
        for code, now in self.states.items() if self.before else []:
            old = self.before.states[code]
            if old.status != now.status:
                found.append((code, "status", old.status, now.status))
            elif old.percent != now.percent:
                found.append((code, "percent", old.percent, now.percent))
            if (old.due, old.is_pending) != (now.due, now.is_pending):
                found.append((code, "deadline", *("pending" if one.is_pending else text(one.due) for one in (old, now))))
        return found


def rounded_mean(numbers):
    """Rounded half up, but not to 100 before every one is at 100."""
    mean = int(Decimal(sum(numbers)) / len(numbers) + Decimal("0.5")) if numbers else 0
    return mean if all(number == 100 for number in numbers) else min(mean, 99)
