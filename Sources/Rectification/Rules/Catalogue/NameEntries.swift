extension RuleEntry {
  static let unknownCampaign = RuleEntry(
    .names, Bilingual(zh: "整改专项不对", en: "another campaign"),
    raised: Bilingual(
      zh: "报告写的整改专项（campaign）不是收件的这个专项。",
      en: "The report's campaign is not the one it was sent to."),
    mending: Bilingual(
      zh: "改为收件专项的代码；如确属另一专项，投到那个专项的收件夹。",
      en: "Set campaign to the code of this one, or send the report to the folder of the other."),
    keys: ["campaign"])

  static let unknownUnit = RuleEntry(
    .names, Bilingual(zh: "单位不在名录中", en: "unknown unit"),
    raised: Bilingual(
      zh:
        "报告的单位（unit），或提请协调的单位（unitsWanted），不是单位名录 units.csv 里的代码、全称，也不是收报之日有效的别名；有相近的一并列出，但不代为认定。",
      en:
        "The report's unit, or one of unitsWanted, is neither a code nor a full name in units.csv, nor an alias that held on the day the report came; near ones are listed, and none is taken for it."
    ),
    mending: Bilingual(
      zh: "按单位名录填写代码、全称或现行别名；名录有误的，请协调办公室更正。",
      en:
        "Give the code, the full name or a present alias as in units.csv; if the file is wrong, ask the office to mend it."
    ))

  static let unknownMeasure = RuleEntry(
    .names, Bilingual(zh: "措施编号不存在", en: "unknown measure"),
    raised: Bilingual(
      zh: "一条进展写的措施编号（measure）不在三张清单 register.csv 里；本单位牵头的措施中有编号相近的，一并列出。",
      en:
        "An entry's measure is not in register.csv; near codes among the measures you lead are listed."
    ),
    mending: Bilingual(
      zh: "按任务清单核对措施编号，注意字母大小写和数字 0、字母 O。",
      en: "Correct the code by the register; mind capitals, and 0 against O."))

  static let unknownOutcome = RuleEntry(
    .names, Bilingual(zh: "成效种类不存在", en: "unknown outcome"),
    raised: Bilingual(
      zh: "一条成效写的种类（kind）不在本专项规定的成效种类中。",
      en: "An outcome's kind is not one that the campaign counts."),
    mending: Bilingual(
      zh: "改用回执列出的种类之一；确需增加种类的，请协调办公室在 campaign.yaml 中增加。",
      en: "Use one of the kinds listed, or ask the office to add yours to campaign.yaml."),
    keys: ["outcomes"])

  static let notResponsible = RuleEntry(
    .names, Bilingual(zh: "不是本单位的措施", en: "not your measure"),
    raised: Bilingual(
      zh: "一条进展所写的措施，本单位既不牵头也不配合。",
      en: "An entry is about a measure that your unit neither leads nor supports."),
    mending: Bilingual(
      zh: "删去这一条，或核对措施编号；责任分工有变的，请协调办公室更改责任清单。",
      en:
        "Remove the entry or correct its code; if the duty has moved, ask the office to change the register."
    ))

  static let senderMismatch = RuleEntry(
    .names, Bilingual(zh: "单位与报送渠道不符", en: "not the sender's own"),
    raised: Bilingual(
      zh: "报告写的单位在名录中，但不是这个收件夹（或网址）所属的单位。放在谁的收件夹里，就是谁报的。",
      en:
        "The report's unit is in units.csv, but is not the unit of the folder or URL it came by. The folder proves who sends."
    ),
    mending: Bilingual(
      zh: "各单位只能经本单位渠道报送：投错的改投，写错的把 unit 改为本单位代码。",
      en: "Units report by their own channel: send it by the right one, or correct unit."))

  static let unknownSender = RuleEntry(
    .names, Bilingual(zh: "不知是谁报送的", en: "a sender nobody knows"),
    raised: Bilingual(
      zh:
        "一个网址一次返回多份报告（answer: bundle）时，其中一份读不出 unit，或所写单位不在该来源的 units 之列。这一份隔离，原件存档，内容不显示；其余各份照常检查。",
      en:
        "Where one URL answers with many reports (answer: bundle), a part names no unit, or one that its source does not serve. That part is set aside, archived and not shown; the others are checked as usual."
    ),
    mending: Bilingual(
      zh: "核对报告里的 unit；单位确由该来源报送的，把它列入 campaign.yaml 里该来源的 units。隔离的一份由协调办公室作出“不予放行”，改正后重新发布。",
      en:
        "Check unit in the report; a unit that does report by this source is listed in its units in campaign.yaml. The office refuses the part set aside, and the source publishes it again."
    ))
}
