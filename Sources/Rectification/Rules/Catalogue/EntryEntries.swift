extension RuleEntry {
  static let missingEntry = RuleEntry(
    .entries, Bilingual(zh: "漏报措施", en: "a measure left out"),
    raised: Bilingual(
      zh: "不是零报告，而本单位牵头、已到开始日期、收报时尚未销号的措施中，有的没有进展条目。每漏一条提出一条；有的条目连措施编号也读不出的，先不判漏报。",
      en:
        "The report is no zero report, and a measure that your unit leads, that has begun by the week and was not closed when the report came, has no entry. One finding for each; none while an entry of the file is so broken that its measure cannot be told."
    ),
    mending: Bilingual(
      zh: "补上这一条；全部措施本周都没有新进展的，可报零报告。",
      en: "Add the entry, or send a zero report when nothing at all is new."))

  static let duplicateEntry = RuleEntry(
    .entries, Bilingual(zh: "一条措施报了两次", en: "reported twice"),
    raised: Bilingual(
      zh: "同一份报告里，同一措施编号有两条或更多进展；自第二条起逐条提出。",
      en:
        "One report has two entries or more on one measure; from the second on, each is a finding."),
    mending: Bilingual(
      zh: "合并为一条；其中编号写错的，改正编号。", en: "Merge them, or correct the code that is wrong."))

  static let zeroWithEntries = RuleEntry(
    .entries, Bilingual(zh: "零报告带了进展", en: "a zero report with entries"),
    raised: Bilingual(
      zh: "报告声明是零报告（zeroReport 为 true），却有进展条目。",
      en: "The report says it is a zero report (zeroReport is true), and has entries."),
    mending: Bilingual(
      zh: "有进展的把 zeroReport 改为 false；确无进展的删去全部条目。",
      en: "Set zeroReport to false, or, when nothing is new, remove the entries."))

  static let closedMeasure = RuleEntry(
    .entries, Bilingual(zh: "措施已销号", en: "the measure is closed"),
    raised: Bilingual(
      zh: "一条进展所写的措施，收到报告时已由协调办公室决定销号，且没有重开。",
      en: "An entry is about a measure that the office had closed, and not reopened, when it came."),
    mending: Bilingual(
      zh: "删去这一条；问题有反弹的，报协调办公室决定重开。",
      en: "Remove the entry; if the trouble has come back, ask the office to reopen it."))

  static let statusPercent = RuleEntry(
    .entries, Bilingual(zh: "状态与完成率矛盾", en: "status against percent"),
    raised: Bilingual(
      zh:
        "状态（status）和完成率（percent）对不上：not-started（未启动）只能是 0，in-progress（正在推进）是 0–99，completed（已完成）只能是 100。",
      en:
        "Status and percent do not agree: not-started goes with 0, in-progress with 0–99, completed with 100."
    ),
    mending: Bilingual(zh: "按实际情况改其中一个。", en: "Correct one of the two."))

  static let badDate = RuleEntry(
    .entries, Bilingual(zh: "日期不对", en: "a date that cannot be"),
    raised: Bilingual(
      zh: "写的是不存在的日期或时间，例如 2023-02-29；或申请延期（extensionRequest）的新时限不晚于现时限。",
      en:
        "There is no such day or time, as 2023-02-29; or the deadline asked for in extensionRequest is not later than the present one."
    ),
    mending: Bilingual(
      zh: "核对日期；不需要延期的，删去 extensionRequest。",
      en: "Correct the date; remove extensionRequest when no extension is meant."))

  static let farDate = RuleEntry(
    .entries, Bilingual(zh: "日期离得太远", en: "a date far off"),
    raised: Bilingual(
      zh:
        "预计完成日期（delay.expectedDate）比报告周的周一早 30 天以上，或它、申请延期的新时限（extensionRequest.newDeadline）在报告周的十年以后：多半是年份写错了。",
      en:
        "The date you expect (delay.expectedDate) is more than 30 days before the Monday of the week, or it, or the deadline asked for in extensionRequest, is more than ten years after it: most likely the year is wrong."
    ),
    mending: Bilingual(
      zh: "核对年份，更正后提高修订号再报。", en: "Look at the year; correct it and send a higher revision."))

  static let emptyEvidence = RuleEntry(
    .entries, Bilingual(zh: "佐证是空文件", en: "evidence that is an empty file"),
    raised: Bilingual(
      zh: "佐证材料（evidence）的 SHA-256 是 0 字节的文件的：文件没有存好，或校验值算的不是它。",
      en:
        "The SHA-256 of a piece of evidence is that of a file of no bytes: it was not saved, or the digest is of something else."
    ),
    mending: Bilingual(
      zh: "打开文件看看，重新计算校验值，更正后提高修订号再报。",
      en: "Open the file, compute its digest again, and send a higher revision."))

  static let completedWithoutEvidence = RuleEntry(
    .entries, Bilingual(zh: "报完成而无佐证", en: "completed without evidence"),
    raised: Bilingual(
      zh: "本单位牵头的措施报已完成（completed），却没有列出一份佐证材料（evidence）。",
      en: "A measure that your unit leads is reported completed, and no evidence is listed."),
    mending: Bilingual(
      zh: "在佐证材料（evidence）中逐份列出名称和 SHA-256；材料没有备齐的，改报正在推进。",
      en: "List each piece of evidence with its name and SHA-256, or report it in progress."))

  static let expectedAfterDeadline = RuleEntry(
    .entries, Bilingual(zh: "预计逾期而未申请延期", en: "expected late, no extension asked"),
    raised: Bilingual(
      zh: "本单位写的预计完成日期（delay.expectedDate）晚于这条措施的现时限，又没有申请延期。",
      en:
        "The date you expect (delay.expectedDate) is after the measure's deadline, and no extension is asked for."
    ),
    mending: Bilingual(
      zh: "在延期申请（extensionRequest）中写明新时限并说明理由；时限只能由审核决定更改。",
      en:
        "Ask for an extension in extensionRequest, with its reason; only a decision moves a deadline."
    ))

  static let delayWithoutReason = RuleEntry(
    .entries, Bilingual(zh: "逾期未说明原因", en: "overdue without a reason"),
    raised: Bilingual(
      zh: "本单位牵头的措施，收到报告之日已过时限，没有报已完成，又没有填延误说明（delay）。",
      en:
        "A measure that your unit leads was past its deadline on the day the report came, is not reported completed, and has no delay."
    ),
    mending: Bilingual(
      zh: "在滞后说明（delay）中填原因和预计完成日期。", en: "Give the reason and the date you expect in delay."))
}
