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

  static let secrecyMark = RuleEntry(
    .secrecy, Bilingual(zh: "疑似带有密级标志", en: "a secrecy mark"),
    raised: Bilingual(
      zh:
        "报告的文字或文件名里有“绝密★”“机密★”“秘密★”“内部资料”，或本专项规定的其他字样。整份隔离：只登记收到的事实、时间和 SHA-256，内容和文件名在任何回执、日志、页面、预警中都不出现。",
      en:
        "A text of the report, or the name of its file, bears 绝密★, 机密★, 秘密★, 内部资料 or another word that the campaign names. The whole submission is set aside: the fact, the time and the SHA-256 are kept; its content and name appear in no receipt, log, page or alert."
    ),
    mending: Bilingual(
      zh: "本系统不得处理国家秘密：不要再次发送，立即与协调办公室联系。核实不涉密的，由协调办公室在 decisions.csv 中作出“放行”决定并写明理由。",
      en:
        "This system must not handle state secrets: do not send it again, and call the office at once. When it is found to hold none, the office releases it by a decision 放行 in decisions.csv, with a reason."
    ))
}
