extension RuleEntry {
  static let illegalTransition = RuleEntry(
    .trends, Bilingual(zh: "状态倒退未说明", en: "going back unexplained"),
    raised: Bilingual(
      zh: "状态低于本单位上次所报，其间没有审核决定退回或重开，又没有填延误说明（delay）；退为 not-started（未启动）的，填了也不接收。",
      en:
        "The status is lower than your unit last reported, the office has neither returned nor reopened the measure since, and delay is not given; back to not-started is never taken, whatever is given."
    ),
    mending: Bilingual(
      zh: "在滞后说明（delay）中说明原因；已启动的措施不能退为未启动，请核对状态。",
      en: "Give the reason in delay; a measure once begun cannot be not-started."))

  static let regression = RuleEntry(
    .trends, Bilingual(zh: "状态倒退（已说明）", en: "going back, with a reason"),
    raised: Bilingual(
      zh: "状态低于本单位上次所报（但不是退为未启动），填了延误说明（delay）；其间没有审核决定退回或重开。",
      en:
        "The status is lower than your unit last reported, though not not-started, and delay is given; the office has neither returned nor reopened the measure since."
    ),
    mending: Bilingual(
      zh: "无需改报；将列入本周变动。", en: "Nothing to mend; it is listed among the week's changes."))

  static let percentFell = RuleEntry(
    .trends, Bilingual(zh: "完成率下降", en: "percent fell"),
    raised: Bilingual(
      zh: "完成率低于本单位上次对这条措施所报，其间没有审核决定退回或重开。",
      en:
        "Percent is lower than your unit last reported of the measure, and the office has neither returned nor reopened it since."
    ),
    mending: Bilingual(
      zh: "核对完成率；确有反复的，在进展中说明。", en: "Correct the percent, or explain a real setback."))

  static let staleText = RuleEntry(
    .trends, Bilingual(zh: "进展照抄上次", en: "last time's text"),
    raised: Bilingual(
      zh: "没有报已完成，而进展文字（progress）与本单位上一份采用的周报告对同一措施所写一字不差。",
      en:
        "The measure is not reported completed, and its progress is, character for character, that of your unit's last report that counts."
    ),
    mending: Bilingual(
      zh: "写明本周做了什么、做到哪一步；全部措施都没有新进展的，报零报告。",
      en: "Say what was done this week, or send a zero report when nothing at all is new."))

  static let noMovement = RuleEntry(
    .trends, Bilingual(zh: "停滞不前", en: "no movement"),
    raised: Bilingual(
      zh: "报正在推进，而状态和完成率与前几次所报相同，从最早相同的一周算起已满规定周数（未另行规定时为 3 周）。",
      en:
        "It is in progress, and status and percent have been the same for the number of weeks the campaign sets (3 unless it says otherwise), counted from the first week that gave them."
    ),
    mending: Bilingual(
      zh: "写明卡在哪里、下一步怎么办；需要协调的，在需协调事项（coordinationRequests）中提出。",
      en: "Say what holds it up and what comes next; ask for help in coordinationRequests."),
    keys: ["thresholds.no-movement-weeks"])

  static let sameEvidence = RuleEntry(
    .trends, Bilingual(zh: "佐证材料重复使用", en: "evidence used before"),
    raised: Bilingual(
      zh: "同一份佐证材料（SHA-256 相同）已在以前采用的报告里，或已在本报告里，用来证明另一条措施；不论是哪个单位报的。回执写明是哪一次。",
      en:
        "The same evidence, by SHA-256, was given for another measure, earlier by any unit or in this very report. The receipt names the earlier submission."
    ),
    mending: Bilingual(
      zh: "换成证明这条措施的材料；一份材料确实证明几条措施的，在进展中说明。",
      en:
        "Give the evidence of this measure; if one document does prove several, say so in progress."
    ))

  static let sameText = RuleEntry(
    .trends, Bilingual(zh: "进展与别的单位雷同", en: "another unit's text"),
    raised: Bilingual(
      zh: "进展文字不计空白达到规定字数（未另行规定时为 20 字），且与另一单位以前所报一字不差。回执写明是哪一次。",
      en:
        "The progress, blanks aside, has at least the number of characters the campaign sets (20 unless it says otherwise), and a different unit sent the same before. The receipt names that submission."
    ),
    mending: Bilingual(
      zh: "写本单位自己做了什么；联合开展的，写明本单位承担的部分。",
      en: "Say what your own unit did; of joint work, say which part was yours."),
    keys: ["thresholds.same-text-length"])

  static let leadSupportConflict = RuleEntry(
    .trends, Bilingual(zh: "牵头与配合说法不一", en: "lead and support disagree"),
    raised: Bilingual(
      zh: "本单位对一条措施所报，与牵头（或配合）单位最近一次所报不一致：一方报已完成而另一方没有，或一方报未启动而另一方已启动。",
      en:
        "What your unit says of a measure is at odds with the last report of its lead (or supporting) unit: completed against not completed, or not started against begun."
    ),
    mending: Bilingual(
      zh: "无需改报；请与对方单位核实，将列入周协调议程。",
      en:
        "Nothing to mend; settle it with the other unit. It goes on the agenda of the meeting."))
}
