/// How grave a campaign has each rule; what it does not name stays as it is.
package struct RuleSettings: Hashable, Sendable {
  /// What a campaign makes of a rule.
  package enum Weight: String, CaseIterable, Sendable {
    case off, note, warning, error

    var severity: Severity? {
      switch self {
      case .off: nil
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }

  /// Of adjustable rules alone; the reader of campaign.yaml refuses others.
  package var changed: [RuleCode: Weight]

  package init(changed: [RuleCode: Weight] = [:]) {
    self.changed = changed
  }

  /// Nil where the campaign has turned the rule off.
  package subscript(rule: RuleCode) -> Severity? {
    guard rule.isAdjustable, let weight = changed[rule] else { return rule.severity }
    return weight.severity
  }

  /// The findings that count here, each as grave as it is here.
  package func weigh(_ findings: [Finding]) -> [Finding] {
    guard !changed.isEmpty else { return findings }
    return findings.compactMap { finding in
      self[finding.rule].map(finding.weighing)
    }
  }
}
