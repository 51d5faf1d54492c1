/// Why an issued week reads otherwise now: one thing that came after its last edition.
package enum CorrectionReason: Hashable, Sendable {
  /// Received, or released from quarantine, since then.
  case submission(JudgedSubmission)
  /// Written down since then, and dated back to the week.
  case decision(Decision)
  /// Stood in decisions.csv then and does no more, or reads otherwise now.
  case withdrawnDecision(Decision)
  /// Another of the things a week is made of has changed.
  case part(EditionInputs.Part)
}

/// Why the week reads otherwise than in the edition of `run`, from what was decided then and is now.
///
/// `judged` is what has been received for the week and those before it, `changed` the parts of the inputs
/// that are not what they were.
package func correctionReasons(
  judged: [JudgedSubmission], since run: Int64, decided: (then: [Decision], now: [Decision]),
  changed: Set<EditionInputs.Part>
) -> [CorrectionReason] {
  let then = Set(decided.then.map(\.withoutLine))
  let now = Set(decided.now.map(\.withoutLine))
  return judged.filter { ($0.run ?? 0) > run }.map(CorrectionReason.submission)
    + decided.now.filter { !then.contains($0.withoutLine) }.map(CorrectionReason.decision)
    + decided.then.filter { !now.contains($0.withoutLine) }
    .map(CorrectionReason.withdrawnDecision)
    + changed.subtracting([.submissions, .decisions]).sorted().map(CorrectionReason.part)
}

extension Decision {
  /// The same decision wherever it stands in its file.
  fileprivate var withoutLine: Decision {
    Decision(
      code: code, decidedAt: decidedAt, measure: measure, action: action, reason: reason,
      basis: basis, decidedBy: decidedBy, line: 0)
  }
}

/// 更正: what reads otherwise than in the edition before, and why.
package struct Correction: Hashable, Sendable {
  package let changes: [EditionFacts.Change]
  package let reasons: [CorrectionReason]

  package init(changes: [EditionFacts.Change], reasons: [CorrectionReason]) {
    self.changes = changes
    self.reasons = reasons
  }
}
