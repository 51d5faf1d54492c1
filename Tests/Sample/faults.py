"""What goes wrong in the sample: who is silent, late or rejected, and who disagrees; by week."""

# The moments of a week, by number: Wednesday, Thursday before the report cut-off and after it, Friday before
# the summary cut-off and after it; NEXT_WEEK is the Wednesday after.
WEDNESDAY, THURSDAY, EVENING, MORNING, NOON, NEXT_WEEK = range(6)



def told(weeks, beside):
    """By the number of the week: those told one by one from 0 on, and single events before and after them."""
    return dict(enumerate(weeks)) | beside


MISSING = told([["BM29", "JD09"], ["GQ09", "BM23"], ["BM17", "JD13"], ["DQ12", "JD13", "BM29"], ["ZH01", "JD13"]], {
    -15: ["GQ07", "BM28", "JD12"], -13: ["GN02"], -12: ["BM19"], -11: ["BM19", "GQ04", "JD05"], -10: ["BM19"],
    -8: ["DQ10", "GQ11"], -7: ["BM15"], -6: ["DQ05"], -3: ["ZH01"], -1: ["BM29"], 5: ["JD13"],
})
LATE = told([
    {"BM13": EVENING, "JD04": EVENING, "GN03": MORNING, "JD06": NOON},
    {"BM05": EVENING, "BM02": EVENING, "GQ06": MORNING},
    {"BM13": EVENING, "DQ10": MORNING, "JD10": NOON},
    {"BM08": EVENING, "GN01": MORNING},
    {"GN04": EVENING, "JD11": MORNING, "DQ05": NOON},
], {
    -14: {"BM06": EVENING}, -13: {"BM06": EVENING}, -10: {"JD07": EVENING}, -9: {"BM05": EVENING}, -8: {"BM05": MORNING, "GQ05": NOON},
    -7: {"BM05": EVENING}, -5: {"JD04": EVENING}, -2: {"BM22": MORNING}, 5: {"BM13": EVENING},
})
# What is wrong with a first report, and when the mended one comes (None: never).
FAULTS = told([
    {"DQ04": ("truncated", THURSDAY), "BM09": ("wrong-measure", THURSDAY), "DQ06": ("missing-entry", EVENING)},
    {"BM16": ("no-evidence", THURSDAY), "BM01": ("status-percent", THURSDAY), "GN04": ("truncated", NEXT_WEEK)},
    {"DQ02": ("wrong-unit", THURSDAY), "BM24": ("future-week", THURSDAY), "BM03": ("not-responsible", THURSDAY),
     "GQ01": ("internal-mark", THURSDAY)},
    {"BM21": ("duplicate", THURSDAY), "DQ03": ("missing-entry", THURSDAY), "BM07": ("zero-with-entries", THURSDAY),
     "BM15": ("unknown-field", THURSDAY)},
    {"BM20": ("status-percent", THURSDAY), "GQ05": ("truncated", THURSDAY), "GN03": ("closed-measure", None),
     "BM25": ("internal-mark", None)},
], {
    -15: {"BM09": ("truncated", THURSDAY), "GQ02": ("wrong-unit", NOON)}, -14: {"JD01": ("status-percent", THURSDAY)},
    -10: {"DQ04": ("missing-entry", EVENING)}, -9: {"BM16": ("no-evidence", THURSDAY)},
    -6: {"BM24": ("not-responsible", None)}, -4: {"GQ01": ("internal-mark", None)}, -2: {"BM03": ("duplicate", THURSDAY)},
    5: {"GN01": ("unknown-field", THURSDAY)},
})
# Sent a second time, byte for byte: when.
TWICE = told([{"BM03": MORNING}, {}, {"BM01": EVENING}, {"DQ01": EVENING}, {"BM15": NOON}], {-9: {"BM01": MORNING}})
# The report of a silent unit, a week too late.
STRAGGLERS = told([{}, {"GQ09": NEXT_WEEK}, {}, {}, {}], {-7: {"BM15": NEXT_WEEK}, -3: {"ZH01": NEXT_WEEK}})
# Units that give their name, an alias of theirs, or their code in full width.
BY_NAME = {"DQ01": "区委办（示例）", "JD02": "示例街道二", "BM04": "ＢＭ０４"}
# What a supporting unit says against its lead.
CONFLICTS = told([{"JD13": "M063"}, {}, {}, {}, {"DQ09": "M094"}], {-3: {"JD06": "M010"}})


def spoil(report, fault):
    """Makes a report wrong in one way."""
    entries = report["entries"]
    if fault == "wrong-measure":
        entries[0]["measure"] = "M0" + entries[0]["measure"][1:]
    elif fault == "not-responsible":
        entries.append(dict(entries[0], measure="M012"))
    elif fault == "closed-measure":
        entries.append(dict(entries[0], measure="M037"))
    elif fault == "missing-entry":
        del entries[0]
    elif fault == "duplicate":
        entries.append(entries[0])
    elif fault == "status-percent":
        under_way = [entry for entry in entries if entry["status"] == "in-progress"] or entries
        under_way[0].update(status="in-progress", percent=100)
    elif fault == "no-evidence":
        entries[0].update(status="completed", percent=100)
        entries[0].pop("evidence", None)
    elif fault == "zero-with-entries":
        report["zeroReport"] = True
    elif fault == "wrong-unit":
        report["unit"] = "DQ07"
    elif fault == "future-week":
        report["week"] = "2024-W05"
    elif fault == "internal-mark":
        entries[0]["progress"] += "（详见内部 资料）"
    elif fault == "unknown-field":
        report["remark"] = "另有说明"


def cut(content):
    """What is left of a file whose copying was broken off; where it breaks may be half a character."""
    return content[: len(content) * 2 // 3]
