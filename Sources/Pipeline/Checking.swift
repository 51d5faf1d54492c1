import Intake
import Ledger
import Rectification

/// Check: every submission that waits is judged, in the order in which it arrived.
struct Checking {
  let index: RegisterIndex
  let ledger: LedgerStore
  let archive: Archive

  private var settings: CampaignSettings { index.campaign.settings }

  func checkAll(into report: inout RunReport, _ progress: (RunStage) -> Void) throws {
    var checked = 0
    while true {
      let waiting = try ledger.pending(in: settings.code, limit: 500)
      if waiting.isEmpty { return }
      for batch in batches(waiting) {
        let judgements = try batch.map { id, submission in try judge(id, submission) }
        try ledger.save(judgements)
        for judgement in judgements {
          report.verdicts[judgement.receipt.verdict, default: 0] += 1
          report.judgedWeeks.insert(judgement.receipt.week)
        }
        checked += judgements.count
        progress(.checking(checked))
      }
    }
  }

  /// Cut where a unit comes up again: its second report is judged against its first, which must be
  /// in the ledger by then.
  private func batches(_ waiting: [(id: Int64, Submission)]) -> [[(id: Int64, Submission)]] {
    var batches: [[(id: Int64, Submission)]] = []
    var units: Set<Code> = []
    for one in waiting {
      if batches.isEmpty || !units.insert(one.1.sender).inserted {
        batches.append([])
        units = [one.1.sender]
      }
      batches[batches.count - 1].append(one)
    }
    return batches
  }

  private func judge(_ id: Int64, _ submission: Submission) throws -> Judgement {
    guard submission.size <= settings.limits.reportBytes else {
      return try judgement(
        id, submission, ReportDecoder().tooLarge(submission.size, settings.limits))
    }
    guard let bytes = try archive.bytes(of: submission.digest) else {
      throw LostSubmission(submission: submission, path: archive.path(of: submission.digest))
    }
    return try judgement(id, submission, ReportDecoder().decode(bytes, limits: settings.limits))
  }

  private func judgement(_ id: Int64, _ submission: Submission, _ decoded: Decoded) throws
    -> Judgement
  {
    let receipt = try receipt(
      for: decoded, of: submission, index: index,
      history: { week in
        try ledger.history(
          of: submission.sender, in: settings.code, before: week, knownAt: submission.receivedAt)
      })
    return Judgement(id: id, receipt: receipt, report: decoded.report)
  }
}

/// The archive has lost the bytes of a submission that the ledger names.
package struct LostSubmission: Error, Hashable, CustomStringConvertible {
  package let submission: Submission
  package let path: String

  package var description: String {
    "\(path): missing; it held \(submission.fileName) of \(submission.sender), restore it from a backup"
  }
}

/// Judges one decoded submission: the receipt it earns.
///
/// `history` is asked for what the unit reported before the week of the report.
func receipt(
  for decoded: Decoded, of submission: Submission, index: RegisterIndex,
  history: (Week) throws -> UnitHistory
) throws -> Receipt {
  let current = try index.cycle.currentWeek(at: submission.receivedAt)
  guard let report = decoded.report else {
    return Receipt(
      submission: submission, week: current, revision: nil, verdict: Verdict(decoded.findings),
      findings: ordered(decoded.findings))
  }
  let found = try findings(
    in: CheckContext(
      report: report, submission: submission, index: index, history: try history(report.week)))
  let all = ordered(decoded.findings + found)
  let outside: Set<RuleCode> = [.futureWeek, .beforeStart, .afterEnd]
  let counts =
    all.contains { outside.contains($0.rule) }
    ? current : try index.cycle.cycleWeek(for: report.week)
  return Receipt(
    submission: submission, week: counts, revision: report.revision, verdict: Verdict(all),
    findings: all)
}
