extension RuleEntry {
  static let wrongWeek = RuleEntry(
    .week, Bilingual(zh: "没有这一周", en: "no such week"),
    raised: Bilingual(
      zh: "周次（week）写法正确，但那一年没有这一周，例如 2023-W53。周按 ISO 8601，从周一到周日。",
      en:
        "The week is well written, but its year has no such week, as 2023-W53. Weeks are those of ISO 8601, Monday to Sunday."
    ),
    mending: Bilingual(
      zh: "核对周次；含有当年第一个星期四的那一周是第 1 周。",
      en: "Correct the week; week 1 is the one with the year's first Thursday."))

  static let futureWeek = RuleEntry(
    .week, Bilingual(zh: "报告周还没开始", en: "a week to come"),
    raised: Bilingual(
      zh: "报告周晚于收到报告时正在报的那一周。", en: "The week is later than the one under way when the report came."
    ),
    mending: Bilingual(
      zh: "把 week 改为回执写明的那一周；提前写好的报告，到了那一周再报。",
      en: "Set week to the one the receipt names, or send the report when its week has come."))

  static let beforeStart = RuleEntry(
    .week, Bilingual(zh: "早于首个报告周", en: "before the first week"),
    raised: Bilingual(
      zh: "报告周早于本专项的首个报告周（未另行规定时为专项开始之日所在的周）。",
      en:
        "The week is before the first for which the campaign owes reports (that of its first day, unless it says otherwise)."
    ),
    mending: Bilingual(
      zh: "核对 week，多半是年份或周次写错。", en: "Correct week; most likely the year is wrong."),
    keys: ["start", "first-week"])

  static let afterEnd = RuleEntry(
    .week, Bilingual(zh: "晚于专项末周", en: "after the last week"),
    raised: Bilingual(
      zh: "报告周晚于本专项结束之日所在的周；那一周没有工作日的，顺延到下一周。",
      en:
        "The week is after that of the campaign's last day, or, when that one has no working day, after the next."
    ),
    mending: Bilingual(
      zh: "专项已结束，无需再报；周次写错的，改正后重报。",
      en: "The campaign has ended and no report is owed; if week is a slip, correct it."),
    keys: ["end"])

  static let late = RuleEntry(
    .week, Bilingual(zh: "迟报", en: "late"),
    raised: Bilingual(
      zh: "收到的时间晚于该周的报送截止。截止遇节假日按本专项的规定移到工作日；全周没有工作日的，并入下一周。",
      en:
        "It was received after the week's report cut-off. A cut-off on a holiday moves to a working day as the campaign says; a week without one joins the next."
    ),
    mending: Bilingual(
      zh: "本次照常计入，按迟报登记；下周请在截止前报送。",
      en: "It counts, and is entered as late; report before the cut-off next week."),
    keys: ["cycle.report", "cycle.on-holiday"])

  static let superseded = RuleEntry(
    .week, Bilingual(zh: "不计入，已有更高版次", en: "a higher revision counts"),
    raised: Bilingual(
      zh: "收到时，本单位这一周已有修订号（revision）更高的一份被接收；计入的是那一份，这一份存档、不计入。",
      en:
        "A report of your unit for the same week with a higher revision had been accepted before; that one counts, and this one is kept and does not."
    ),
    mending: Bilingual(
      zh: "要用这一份代替的，把 revision 改为回执写明的数再报；否则不必理会。",
      en:
        "To have this one count, send it with the revision that the receipt names; else there is nothing to do."
    ))

  static let sameRevision = RuleEntry(
    .week, Bilingual(zh: "修订号相同，内容不同", en: "one revision, two contents"),
    raised: Bilingual(
      zh:
        "收到时，本单位这一周已有同一修订号、内容不同的一份被接收。计入后收到的这一份。同一秒收到的两份不在此列：计入 SHA-256 较大的，zhouhui trace 列出两份和计入的是哪一份。",
      en:
        "A report of the same week and revision with another content had been accepted before. The one received later counts. Two of the same second are not meant here: that with the larger SHA-256 counts, and zhouhui trace lists both and says which."
    ),
    mending: Bilingual(
      zh: "更正再报时，把 revision 加 1。", en: "Raise revision by one with every correction."))
}
