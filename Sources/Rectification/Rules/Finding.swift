/// 问题提示: one remark of a check on one submission.
package struct Finding: Hashable, Sendable {
  package let rule: RuleCode
  package let severity: Severity
  package let place: Place
  /// The measure whose entry it is about; nil when it is about the whole report.
  package let measure: Code?
  /// What is wrong, with the offending value quoted.
  package internal(set) var message: Bilingual
  /// How to mend it.
  package internal(set) var remedy: Bilingual

  package init(
    _ rule: RuleCode, at place: Place, _ message: Bilingual, remedy: Bilingual,
    measure: Code? = nil, severity: Severity? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.place = place
    self.measure = measure
    self.message = message
    self.remedy = remedy
  }

  /// This finding, known to be about the entry of a measure.
  package func about(_ measure: Code) -> Finding {
    Finding(rule, at: place, message, remedy: remedy, measure: measure, severity: severity)
  }

  /// This finding as grave as a campaign has it.
  package func weighing(_ severity: Severity) -> Finding {
    Finding(rule, at: place, message, remedy: remedy, measure: measure, severity: severity)
  }
}

package enum Severity: String, CaseIterable, Comparable, Sendable {
  case note, warning, error, quarantine

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package var name: Bilingual {
    switch self {
    case .note: Bilingual(zh: "提示", en: "note")
    case .warning: Bilingual(zh: "警示", en: "warning")
    case .error: Bilingual(zh: "错误", en: "error")
    case .quarantine: Bilingual(zh: "隔离", en: "quarantine")
    }
  }
}

/// 回执结论: what became of one submission, whole.
package enum Verdict: String, CaseIterable, Codable, Sendable {
  case accepted
  case acceptedWithWarnings = "accepted-with-warnings"
  case rejected
  case quarantined

  /// What the worst finding makes of a submission.
  package init(_ findings: some Sequence<Finding>) {
    switch findings.map(\.severity).max() {
    case .quarantine: self = .quarantined
    case .error: self = .rejected
    case .warning: self = .acceptedWithWarnings
    case .note, nil: self = .accepted
    }
  }

  package var isAccepted: Bool { self == .accepted || self == .acceptedWithWarnings }

  package var name: Bilingual {
    switch self {
    case .accepted: Bilingual(zh: "已接收", en: "accepted")
    case .acceptedWithWarnings: Bilingual(zh: "已接收（有警示）", en: "accepted with warnings")
    case .rejected: Bilingual(zh: "退回重报", en: "rejected")
    case .quarantined: Bilingual(zh: "隔离待处理", en: "quarantined")
    }
  }
}
