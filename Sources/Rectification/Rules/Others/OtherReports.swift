/// What others have sent that a report is held against: their texts, evidence and entries.
package struct OtherReports: Sendable {
  /// The earliest use of a progress text by another unit.
  package let texts: [ComparableText: EarlierUse]
  /// The earliest use of a piece of evidence for each measure, by its SHA-256.
  package let evidence: [String: [EarlierUse]]
  /// The last entry of each other unit on a measure, by measure.
  package let entries: [Code: [ReportedEntry]]

  package static let none = OtherReports(texts: [:], evidence: [:], entries: [:])

  package init(
    texts: [ComparableText: EarlierUse], evidence: [String: [EarlierUse]],
    entries: [Code: [ReportedEntry]]
  ) {
    self.texts = texts
    self.evidence = evidence
    self.entries = entries
  }
}

/// Where a text or a piece of evidence was sent before.
package struct EarlierUse: Hashable, Sendable {
  package let measure: Code
  /// The week it was reported for.
  package let week: Week
  package let submission: Submission

  package init(measure: Code, week: Week, submission: Submission) {
    self.measure = measure
    self.week = week
    self.submission = submission
  }
}

extension CheckContext {
  /// An earlier submission as a finding names it: week, time of receipt, the head of its digest.
  func cite(_ submission: Submission, week: Week) -> Bilingual {
    let zone = index.cycle.zone
    let digest = submission.digest.hex.prefix(12)
    return Bilingual(
      zh: "\(week) 的报送（\(submission.receivedAt.chinese(in: zone))收到，SHA-256 \(digest)…）",
      en:
        "the report of \(week) (received \(submission.receivedAt.short(in: zone)), SHA-256 \(digest)…)"
    )
  }

  func cite(_ accepted: AcceptedReport) -> Bilingual {
    cite(accepted.submission, week: accepted.report.week)
  }
}
