"""Which deliveries of the sample are accepted, and what is wrong with the others: every rule once more, naively."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from reading import DECISIONS, HOME, LEAD, OFF, ON, REGISTER, SUPPORT, UNITS, read

FIRST, LAST = date(2023, 9, 4), date(2024, 1, 22)
COUNTS = {"cases-filed", "disciplined", "admonished", "organisational", "rules-made", "rules-revised"}
KINDS = COUNTS | {"money-returned"}
WEEKS = [(FIRST + timedelta(days=7 * n)).strftime("%G-W%V") for n in range((LAST - FIRST).days // 7 + 1)]
RANK = {"not-started": 0, "in-progress": 1, "completed": 2}
ROW = {row["措施编号"]: row for row in REGISTER}
NO_MOVEMENT_WEEKS = 3


def cut_off(week, days, clock):
    """A moment of the week's cycle: on its working day, or the nearest before it in the week, or after it."""
    wanted, week = monday(week) + timedelta(days=days), [monday(week) + timedelta(days=k) for k in range(7)]
    working = [day for day in week if works(day)]
    return datetime.combine(max((day for day in working if day <= wanted), default=working[0]), clock)


def monday(week):
    return datetime.strptime(week + "-1", "%G-W%V-%u").date()


def week_of(moment):
    return moment.strftime("%G-W%V")


def works(day):
    return str(day) in ON or (str(day) not in OFF and day.weekday() < 5)


def deadline(row, when=None):
    """As the register has it; with a moment, after the extensions made by then."""
    kind = row["完成时限"]
    due = None
    if kind == "立行立改":
        due, left = date.fromisoformat(row["开始日期"]), 10
        while left:
            due += timedelta(days=1)
            left -= works(due)
    elif kind != "长期坚持":
        due = date.fromisoformat(kind)
    for one in DECISIONS:
        if when and one["措施编号"] == row["措施编号"] and one["决定"] == "延期" and one["at"] <= when:
            due = date.fromisoformat(one["新时限"])
    return due


def closed(measure, when):
    last = [one["决定"] for one in DECISIONS if one["措施编号"] == measure and one["at"] <= when and one["决定"] != "延期"]
    return bool(last) and last[-1] == "销号"


def sent_back(measure, after, until):
    return any(one["措施编号"] == measure and one["决定"] in ("退回", "重开") and after < one["at"] <= until for one in DECISIONS)


def errors(report, unit, when, earlier):
    """Every rule of severity error that a readable report breaks."""
    found = set()
    if report["campaign"] != "jingan-2023":
        found.add("unknown-campaign")
    if report["unit"] != unit:
        found.add("sender-mismatch" if report["unit"] in {row["单位代码"] for row in UNITS} else "unknown-unit")
    if report["week"] > week_of(when):
        found.add("future-week")
    if report["week"] < WEEKS[0]:
        found.add("before-start")
    if found & {"unknown-campaign", "sender-mismatch", "unknown-unit"}:
        return found
    entries, named = report["entries"], [entry["measure"] for entry in report["entries"]]
    owed = {m for m in LEAD if LEAD[m] == unit and not closed(m, when)}
    if report["zeroReport"]:
        found |= {"zero-with-entries"} if entries else set()
    elif owed - set(named):
        found.add("missing-entry")
    if len(set(named)) < len(named):
        found.add("duplicate-entry")
    for entry in entries:
        found |= entry_errors(entry, unit, when, report["week"], earlier)
    return found | outcome_errors(report.get("outcomes", []))


def entry_errors(entry, unit, when, week, earlier):
    code, status, percent = entry["measure"], entry["status"], entry["percent"]
    if code not in LEAD:
        return {"unknown-measure"}
    found = set()
    if unit not in [LEAD[code], *SUPPORT[code]]:
        found.add("not-responsible")
    if closed(code, when):
        found.add("closed-measure")
    if (status == "completed") != (percent == 100) or (status == "not-started" and percent != 0):
        found.add("status-percent")
    if status == "completed" and LEAD[code] == unit and not entry.get("evidence"):
        found.add("completed-without-evidence")
    due = deadline(ROW[code], when)
    if "extensionRequest" in entry and due and date.fromisoformat(entry["extensionRequest"]["newDeadline"]) <= due:
        found.add("bad-date")
    last = last_word(code, week, earlier)
    if last and RANK[status] < RANK[last[1]["status"]] and not sent_back(code, last[0]["at"], when):
        if status == "not-started" or "delay" not in entry:
            found.add("illegal-transition")
    return found


def outcome_errors(outcomes):
    found = set()
    for one in outcomes:
        is_money = one["kind"] == "money-returned"
        if one["kind"] not in KINDS:
            found.add("unknown-outcome")
        elif is_money != ("amount" in one) or is_money == ("count" in one) or ("amount" in one) != ("amountUnit" in one):
            found.add("bad-amount")
        if one.get("count", 0) < 0 or str(one.get("amount", "")).startswith("-"):
            found.add("negative-outcome")
    if len({one["kind"] for one in outcomes}) < len(outcomes):
        found.add("bad-amount")
    return found


def last_word(code, week, earlier):
    """(report, entry) of what the unit last said of a measure before a week."""
    said = [(r, e) for r in earlier if r["week"] < week for e in r["entries"] if e["measure"] == code]
    return max(said, key=lambda pair: pair[0]["week"]) if said else None


def warnings(report, when, earlier):
    """`rule measure` of every warning an accepted report earns."""
    if when > cut_off(report["week"], 3, time(17)):
        yield "late"
    before = sorted((r for r in earlier if r["week"] < report["week"]), key=lambda r: r["week"])
    for entry in report["entries"]:
        for rule in entry_warnings(entry, report, when, before):
            yield f"{rule} {entry['measure']}"
    totals = {one["kind"]: fen(one) for r in before for one in r.get("outcomes", [])}
    for one in report.get("outcomes", []):
        if fen(one) < totals.get(one["kind"], 0):
            yield f"total-fell {one['kind']}"


def entry_warnings(entry, report, when, before):
    code, status = entry["measure"], entry["status"]
    due, leads = deadline(ROW[code], when), LEAD[code] == report["unit"]
    last = last_word(code, report["week"], before)
    if last and not sent_back(code, last[0]["at"], when):
        if RANK[status] < RANK[last[1]["status"]]:
            yield "regression"
        if entry["percent"] < last[1]["percent"]:
            yield "percent-fell"
    if status != "completed" and before and any(e["measure"] == code and e["progress"] == entry["progress"] for e in before[-1]["entries"]):
        yield "stale-text"
    if status == "in-progress" and stands_still(entry, report, before):
        yield "no-movement"
    delay = entry.get("delay")
    if delay and due and "extensionRequest" not in entry and delay.get("expectedDate", "") > str(due):
        yield "expected-after-deadline"
    if leads and status != "completed" and not delay and due and due < when.date():
        yield "delay-without-reason"


def stands_still(entry, report, before):
    since = None
    for r in reversed(before):
        said = next((e for e in r["entries"] if e["measure"] == entry["measure"]), None)
        if said is None:
            continue
        if (said["status"], said["percent"]) != (entry["status"], entry["percent"]):
            break
        since = r["week"]
    return since is not None and (monday(report["week"]) - monday(since)).days >= 7 * NO_MOVEMENT_WEEKS


def fen(outcome):
    amount = Decimal(outcome["amount"] if "amount" in outcome else outcome["count"])
    return amount * 10000 if outcome.get("amountUnit") == "万元" else amount


def collect(until):
    """(accepted reports, rejected files) of everything delivered by a moment, in order."""
    accepted, refused, seen = [], [], set()
    for folder in sorted((HOME / "deliveries").iterdir()):
        when = datetime.strptime(folder.name, "%Y-%m-%dT%H%M")
        if when > until:
            break
        for file in sorted(folder.glob("*/[!.]*")):
            unit, content = file.parent.name, file.read_bytes()
            if (unit, content) in seen:
                continue
            seen.add((unit, content))
            report, fault = read(content)
            earlier = effective([one for one in accepted if one["unit"] == unit])
            reasons = {fault} if fault else errors(report, unit, when, earlier)
            if reasons:
                refused.append({"unit": unit, "week": counts_for(report, when), "at": when, "file": file.name, "reasons": sorted(reasons)})
            else:
                accepted.append(report | {"at": when, "warnings": list(warnings(report, when, earlier))})
    return accepted, refused


def counts_for(report, when):
    """A rejected report counts for the week it names; without one that can be, for the week it came in."""
    week = report["week"] if report else None
    return week if week and WEEKS[0] <= week <= week_of(when) else week_of(when)


def effective(accepted):
    """Of each unit and week, the report with the highest revision, then the latest."""
    best = {}
    for report in accepted:
        key = report["unit"], report["week"]
        if key not in best or (report["revision"], report["at"]) > (best[key]["revision"], best[key]["at"]):
            best[key] = report
    return list(best.values())
