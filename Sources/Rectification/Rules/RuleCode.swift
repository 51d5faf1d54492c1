/// The stable name of a rule, as design and receipts print it.
package enum RuleCode: String, CaseIterable, Sendable {
  // It cannot be read as a report.
  case unreadable
  case wrongEncoding = "wrong-encoding"
  case tooLarge = "too-large"
  case notAReport = "not-a-report"
  case schema
  // It names something that is not there, or is not the sender's.
  case unknownCampaign = "unknown-campaign"
  case unknownUnit = "unknown-unit"
  case unknownMeasure = "unknown-measure"
  case unknownOutcome = "unknown-outcome"
  case notResponsible = "not-responsible"
  case senderMismatch = "sender-mismatch"
  case unknownSender = "unknown-sender"
  case signatureMissing = "signature-missing"
  case signatureWrong = "signature-wrong"
  // It is for a week it cannot be for.
  case wrongWeek = "wrong-week"
  case futureWeek = "future-week"
  case beforeStart = "before-start"
  case afterEnd = "after-end"
  // An entry is missing, doubled, or contradicts itself or last week.
  case missingEntry = "missing-entry"
  case duplicateEntry = "duplicate-entry"
  case zeroWithEntries = "zero-with-entries"
  case closedMeasure = "closed-measure"
  case statusPercent = "status-percent"
  case illegalTransition = "illegal-transition"
  case negativeOutcome = "negative-outcome"
  case badAmount = "bad-amount"
  case badDate = "bad-date"
  case completedWithoutEvidence = "completed-without-evidence"
  // It must not be in this system at all.
  case secrecyMark = "secrecy-mark"
  // Accepted, and worth a look.
  case late
  case superseded
  case sameRevision = "same-revision"
  case farDate = "far-date"
  case emptyEvidence = "empty-evidence"
  case regression
  case percentFell = "percent-fell"
  case totalFell = "total-fell"
  case staleText = "stale-text"
  case noMovement = "no-movement"
  case expectedAfterDeadline = "expected-after-deadline"
  case delayWithoutReason = "delay-without-reason"
  case sameEvidence = "same-evidence"
  case sameText = "same-text"
  case leadSupportConflict = "lead-support-conflict"
  // There is more than is listed.
  case moreFindings = "more-findings"

  /// How grave a finding is unless the campaign says otherwise.
  package var severity: Severity {
    switch self {
    case .secrecyMark, .unknownSender: .quarantine
    case .late, .superseded, .farDate, .emptyEvidence, .regression, .percentFell, .totalFell,
      .staleText,
      .noMovement,
      .expectedAfterDeadline, .delayWithoutReason, .sameEvidence, .sameText:
      .warning
    case .leadSupportConflict, .sameRevision, .moreFindings: .note
    default: .error
    }
  }

  /// Whether a campaign may make it stricter, milder or silent.
  ///
  /// Errors that protect the ledger may not: without them it would hold what it cannot count.
  package var isAdjustable: Bool {
    switch self {
    case .missingEntry, .illegalTransition, .completedWithoutEvidence: true
    case .moreFindings: false
    default: severity < .error
    }
  }
}
