/// What a rule is about; the order is that of lists and pages.
package enum RuleTopic: String, CaseIterable, Sendable {
  case reading, names, week, entries, trends, outcomes, secrecy

  package var title: Bilingual {
    switch self {
    case .reading: Bilingual(zh: "读不成一份周报告", en: "It cannot be read as a weekly report")
    case .names: Bilingual(zh: "写的对象不存在，或不归本单位", en: "It names what is not there, or is not yours")
    case .week: Bilingual(zh: "报告周和报送时间", en: "The week, and the time of sending")
    case .entries: Bilingual(zh: "各条措施的进展", en: "The entries on measures")
    case .trends:
      Bilingual(zh: "与以前所报、与其他单位所报相比", en: "Beside what was reported before, and by others")
    case .outcomes: Bilingual(zh: "整改成效", en: "Outcomes")
    case .secrecy: Bilingual(zh: "保密", en: "Secrecy")
    }
  }
}
