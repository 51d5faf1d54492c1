/// What the catalogue says of one rule: to a clerk, in a receipt, and on the page of the rules.
package struct RuleEntry: Hashable, Sendable {
  package let topic: RuleTopic
  /// A few words that head a finding: 完成无佐证.
  package let title: Bilingual
  /// Exactly when it is raised.
  package let raised: Bilingual
  package let mending: Bilingual
  /// The keys of campaign.yaml that it goes by, `thresholds.no-movement-weeks`.
  package let keys: [String]

  init(
    _ topic: RuleTopic, _ title: Bilingual, raised: Bilingual, mending: Bilingual,
    keys: [String] = []
  ) {
    self.topic = topic
    self.title = title
    self.raised = raised
    self.mending = mending
    self.keys = keys
  }
}

extension Severity {
  /// What a finding of it makes of the report.
  package var consequence: Bilingual {
    switch self {
    case .note: Bilingual(zh: "接收；供知悉", en: "accepted; for your information")
    case .warning: Bilingual(zh: "接收；提请核对", en: "accepted; worth a look")
    case .error: Bilingual(zh: "整份退回重报", en: "the whole report is rejected")
    case .quarantine: Bilingual(zh: "整份隔离，不读不显", en: "the whole submission is set aside unshown")
    }
  }
}
