"""One week counted: every figure with its rows, as `summary.json` is to say it."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal

import alerts
import meeting
from campaign import day, names_in
from cycle import sunday
from judging import closed_until, deadline, effective, fen
from states import DONE, replay, text, time_used

STATES = ["on-time", "zero", "late", "rejected", "quarantined", "fetch-failed", "missing", "exempt"]
HEARD = ("on-time", "zero", "late")


class Week:
    """A week as a run at `known` sees it; `received` is what was judged by then."""

    def __init__(self, campaign, cycle, received, week, known):
        self.campaign, self.cycle, self.week, self.known = campaign, cycle, week, known
        self.received = [one for one in received if one.at <= known]
        self.sent = {}
        for one in self.received:
            self.sent.setdefault((one.unit, one.week), []).append(one)
        self.until = min(known, self.cut_off("summary"))
        self.day = self.until.date()
        self.effective = [one for one in effective(self.received) if one.week <= week]
        self.states = replay(campaign, cycle, self.received, week, known, self.until)
        self.reporting = {unit.code: self.report_of(unit) for unit in campaign.units}
        self.alerts = {}

    def cut_off(self, name):
        return self.cycle.cut_off(self.week, name)

    def deadline(self, measure, when):
        return deadline(self.campaign, measure, min(when, self.until))

    # ---- who reported

    def unit_state(self, unit, week):
        due = self.cycle.cut_off(week, "report")
        mine = self.sent.get((unit.code, week), [])
        accepted = [one for one in mine if one.is_accepted]
        if accepted:
            if not any(one.at <= due for one in accepted):
                return "late"
            return "zero" if effective(accepted)[0].report["zeroReport"] else "on-time"
        if mine:
            return "quarantined" if any(one.verdict == "quarantined" for one in mine) else "rejected"
        owes = any(
            unit.code in [m.lead, *m.supporting] and m.start <= sunday(week)
            and not closed_until(self.campaign.decided(m.code, due)) for m in self.campaign.measures)
        return "missing" if owes and unit.is_active(due.date()) else "exempt"

    def report_of(self, unit):
        weeks = self.cycle.weeks(self.campaign.first_week, self.week)
        states = [self.unit_state(unit, week) for week in reversed(weeks)]
        mine = self.sent.get((unit.code, self.week), [])
        counted = effective(mine)
        return {
            "state": states[0], "received": len(mine), "rejected": sum(one.verdict == "rejected" for one in mine),
            "silentWeeks": run(states, lambda state: state not in (*HEARD, "exempt")),
            "lateWeeks": run(states, lambda state: state == "late"),
            "effective": counted[0].digest if counted else None}

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
        last = {}
        for report in sorted(self.effective, key=lambda one: one.week):
            for one in report.report.get("outcomes", []):
                last[one["kind"], report.unit] = fen(one)
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
        """What a correction has to own up to."""
        found = {name: str(value) for name, (value, _) in self.figures().items()}
        found |= {f"measure.{code}": (s.status, s.percent, s.due) for code, s in self.states.items()}
        return found | {f"unit.{unit}": one["state"] for unit, one in self.reporting.items()}

    # ---- the parts of summary.json

    def measures(self):
        return {code: self.measure(code, state) for code, state in self.states.items()}

    def measure(self, code, state):
        standing = [a["level"] for key, a in self.alerts.items() if key.split(":", 1)[1] == code and a["life"] != "cleared"]
        left = self.left(state)
        contributions = {unit: (report.week, entry["status"], entry["percent"], report.digest) for unit, (report, entry) in sorted(state.contributions.items())}
        return {
            "status": state.status, "percent": state.percent, "round": state.round, "deadline": text(state.due),
            "originalDeadline": text(state.first_due), "slips": state.slips, "completedOn": text(state.completed_on),
            "staleSince": state.stale_since, "unchangedWeeks": state.unchanged, "conflict": bool(state.dissent()),
            "daysOverdue": -left if left is not None and left < 0 else None, "daysLeft": left if left is not None and left >= 0 else None,
            "timeUsed": time_used(state, self.day), "level": max(standing, key=alerts.LEVELS.index) if standing else None,
            "history": state.history, "contributions": contributions, "decision": state.decision and state.decision["决定编号"],
            "entry": state.entry and (state.entry[0].week, state.entry[1]["status"], state.entry[1]["percent"], state.entry[0].digest)}

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
                found[unit.code] = self.counts(states) | {"state": self.reporting[unit.code]["state"]}
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

    def movements(self, before):
        found = []
        for code, now in self.states.items():
            old = before.states[code]
            if old.status != now.status:
                found.append((code, "status", old.status, now.status))
            elif old.percent != now.percent:
                found.append((code, "percent", old.percent, now.percent))
            if old.due != now.due:
                found.append((code, "deadline", text(old.due), text(now.due)))
        return found


def run(states, is_counted):
    return next((n for n, state in enumerate(states) if not is_counted(state)), len(states))


def rounded_mean(numbers):
    return int(Decimal(sum(numbers)) / len(numbers) + Decimal("0.5")) if numbers else 0


