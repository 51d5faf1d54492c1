"""The agenda and the forecast of one week."""

from datetime import timedelta

from campaign import day, names_in, week_of
from states import DONE


def points(week):
    """Everything that could come before the meeting: kind → [(measure, unit, units wanted)]."""
    campaign, found = week.campaign, {}

    def add(kind, measure, unit, wanted=()):
        found.setdefault(kind, []).append({"kind": kind, "measure": measure, "unit": unit, "unitsWanted": list(wanted)})

    for row in open_resolutions(week):
        units = [campaign.unit_named(name, week.day) for name in names_in(row["责任单位"])]
        add("resolution", row["措施编号"] or None, units[0], units[1:])
    for code, state in week.states.items():
        lead = state.measure.lead
        for when, _ in state.misfits:
            if when == week.week:
                add("decision", code, lead)
        if state.is_pending:
            add("decision", code, lead)
        for unit in state.dissent():
            add("conflict", code, lead, [unit])
        if state.extension:
            add("extension", code, lead)
        alert = week.alerts.get(f"overdue:{code}", {"life": "cleared"})
        if alert["life"] != "cleared" and alert["step"] in ("supervise", "interview") and state.due and state.due < week.day and not state.is_done:
            add("overdue", code, lead)
        if state.asked["closeOut"] and state.status == "completed":
            add("close-out", code, lead)
        if state.closed_on and state.looked_on is None and state.closed_on + timedelta(days=campaign.second_look) <= week.day:
            add("second-look", code, lead)
    for request in coordination(week):
        add("coordination", None, *request)
    return found


def agenda(week):
    """(what is taken, what is listed beyond the quotas), in the configured order of kinds."""
    found = points(week)
    taken, listed = [], []
    for kind in week.campaign.agenda_order:
        quota = week.campaign.quotas.get(kind, len(found.get(kind, [])))
        taken += found.get(kind, [])[:quota]
        listed += found.get(kind, [])[quota:]
    return taken, listed


def coordination(week):
    """Requests of the week, those that need the same units together."""
    order = {unit.code: n for n, unit in enumerate(week.campaign.units)}
    asked = []
    for unit, mine in week.reports.items():
        for n, request in enumerate(mine[-1].report.get("coordinationRequests", [])):
            known = [week.campaign.unit_named(name, mine[-1].at.date()) for name in request["unitsWanted"]]
            known = [code for code in known if code]
            asked.append((sorted(order[code] for code in known), order[unit], n, unit, known))
    return [(unit, known) for _, _, _, unit, known in sorted(asked)]


def open_resolutions(week):
    meeting = week.cut_off("meeting").date()
    found = []
    for row in week.campaign.resolutions.values():
        held, due, done = day(row["会议日期"]), day(row["完成时限"]), day(row["办结日期"])
        is_open = done is None or done > week.day
        if held < meeting and (is_open or done > meeting - timedelta(days=7)):
            found.append((due, row["line"], row))
    return [row for _, _, row in sorted(found, key=lambda one: one[:2])]


def expected(state, percent, on):
    """The day it is done at its average pace; None without progress."""
    if not percent:
        return None
    days = max(0, (on - state.measure.start).days)
    return state.measure.start + timedelta(days=-(-days * 100 // percent))


def is_doubtful(state, percent, due, on):
    if state.measure.start > on:
        return False
    then = expected(state, percent, on)
    if then is None:
        return (on - state.measure.start).days * 2 >= (due - state.measure.start).days
    return then > due


def forecast(week):
    late, then = [], {code: expected(state, state.percent, week.day) for code, state in week.states.items() if not state.is_done}
    for code, on in then.items():
        state = week.states[code]
        if state.due and state.due >= week.day and is_doubtful(state, state.percent, state.due, week.day):
            late.append((-(on - state.due).days if on else -(10**9), code, state.due, on))
    rows = [{"measure": code, "deadline": str(due), "expected": on and str(on)} for _, code, due, on in sorted(late, key=lambda one: one[:2])]
    ahead = [max(on, week.day + timedelta(days=1)) for on in then.values() if on]
    by_end = sum(on <= week.campaign.end for on in ahead)
    return {"late": rows, "byEnd": by_end, "notByEnd": len(ahead) - by_end, "withoutPace": len(then) - len(ahead)} | record(week)


def record(week):
    """How the forecasts of closed weeks came out, of those whose deadline has passed since."""
    found = {"warned": 0, "warnedRight": 0, "missed": 0, "missedForeseen": 0}
    for state in week.states.values():
        for due, was_warned in state.forecasts:
            if due < week.day:
                was_missed = (state.at(week_of(due)) or ("not-started", 0))[0] not in DONE
                found["warned"] += was_warned
                found["warnedRight"] += was_warned and was_missed
                found["missed"] += was_missed
                found["missedForeseen"] += was_missed and was_warned
    return found
