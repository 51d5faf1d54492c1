extension RuleEntry {
  static let negativeOutcome = RuleEntry(
    .outcomes, Bilingual(zh: "成效为负数", en: "a negative outcome"),
    raised: Bilingual(
      zh: "一条成效的数量（count）或金额（amount）小于 0。", en: "An outcome's count or amount is below zero."),
    mending: Bilingual(
      zh: "成效填专项开始以来的累计数，不填比上周增减了多少。",
      en: "An outcome is the running total since the campaign began, not the change of a week."))

  static let badAmount = RuleEntry(
    .outcomes, Bilingual(zh: "数量或金额写法不对", en: "a count or amount that cannot be taken"),
    raised: Bilingual(
      zh:
        "count 和 amount 一个也没写，或两个都写了；amount 与 amountUnit 没有成对；金额不是小数、不能精确到分或数额过大；该报金额的报了件数，该报件数的报了金额；或一个种类报了两次。",
      en:
        "Neither count nor amount is given, or both; amount and amountUnit do not come together; the amount is no decimal, is finer than 0.01 yuan or too large; a kind of money has a count, or a counted one an amount; or a kind is given twice."
    ),
    mending: Bilingual(
      zh: "每种成效报一次：计数的填 count，金额填 amount 和 amountUnit（元、万元）。",
      en: "Give each kind once: a count, or an amount with its amountUnit (元 or 万元)."),
    keys: ["outcomes"])

  static let totalFell = RuleEntry(
    .outcomes, Bilingual(zh: "累计数减少", en: "a total fell"),
    raised: Bilingual(
      zh: "一个种类的累计数少于本单位上次所报。",
      en: "The running total of a kind is less than your unit last reported."
    ),
    mending: Bilingual(
      zh: "核对是否误填了本周新增数；确属更正以前错报的，无需改报。",
      en:
        "See whether the week's increase was given by mistake; nothing to mend when it corrects an error."
    ))
}
