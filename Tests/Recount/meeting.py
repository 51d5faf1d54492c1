"""The agenda and the forecast of one week."""

from datetime import date, datetime, time, timedelta

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
        lead, (report, entry) = state.measure.lead, state.entry or (None, {})
        is_fresh = report is not None and report.week == week.week
        for row in state.misfits:
            if week_of(row["at"]) == week.week:
                add("decision", code, lead)
        for unit in state.dissent():
            add("conflict", code, lead, [unit])
        wanted = entry.get("extensionRequest")
        if is_fresh and wanted and not state.is_done and (state.due is None or date.fromisoformat(wanted["newDeadline"]) > state.due):
            add("extension", code, lead)
        alert = week.alerts.get(f"overdue:{code}", {"life": "cleared"})
        if alert["life"] != "cleared" and alert["step"] in ("supervise", "interview") and state.due and state.due < week.day and not state.is_done:
            add("overdue", code, lead)
        if is_fresh and state.status == "completed" and "closeOutRequest" in entry:
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
    for report in week.effective:
        if report.week == week.week:
            for n, request in enumerate(report.report.get("coordinationRequests", [])):
                known = [week.campaign.unit_named(name, report.at.date()) for name in request["unitsWanted"]]
                known = [code for code in known if code]
                asked.append((sorted(order[code] for code in known), order[report.unit], n, report.unit, known))
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
    record = {"warned": 0, "warnedRight": 0, "missed": 0, "missedForeseen": 0}
    for past in week.cycle.weeks(week.campaign.first_week, week.week):
        on = week.cycle.cut_off(past, "summary").date()
        for state in week.states.values() if on < week.day else []:
            count(record, state, on, week)
    late = []
    for code, state in week.states.items():
        if not state.is_done and state.due and state.due >= week.day and is_doubtful(state, state.percent, state.due, week.day):
            then = expected(state, state.percent, week.day)
            late.append((-(then - state.due).days if then else -(10**9), code, state.due, then))
    rows = [{"measure": code, "deadline": str(due), "expected": then and str(then)} for _, code, due, then in sorted(late, key=lambda one: one[:2])]
    return {"late": rows} | record


def count(record, state, on, week):
    """One measure in one earlier week, if it was open then and its deadline has passed since."""
    due = week.deadline(state.measure, datetime.combine(on + timedelta(days=1), time()))
    if state.measure.start > on or due is None or not on <= due < week.day:
        return
    status, percent = state.at(week_of(on)) or ("not-started", 0)
    if status in DONE:
        return
    missed = (state.at(week_of(due)) or ("not-started", 0))[0] not in DONE
    warned = is_doubtful(state, percent, due, on)
    record["warned"] += warned
    record["warnedRight"] += warned and missed
    record["missed"] += missed
    record["missedForeseen"] += missed and warned
