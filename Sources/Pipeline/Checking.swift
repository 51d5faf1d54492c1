import Intake
import Ledger
import Rectification

/// Check: every submission that waits is judged, in the order in which it arrived.
struct Checking {
  let index: RegisterIndex
  let ledger: LedgerStore
  let archive: Archive
  /// By what it is judged.
  let mark: RunMark

  private var asOf: Moment { mark.asOf }
  private var settings: CampaignSettings { index.campaign.settings }

  func checkAll(into report: inout RunReport, _ progress: (RunStage) -> Void) throws {
    var checked = 0
    while true {
      let waiting = try ledger.pending(in: settings.code, limit: 500)
      if waiting.isEmpty { return }
      try check(waiting, into: &report)
      checked += waiting.count
      progress(.checking(checked))
    }
  }

  func check(_ waiting: [(id: Int64, Submission)], into report: inout RunReport) throws {
    guard !waiting.isEmpty else { return }
    for judgement in try ledger.judge(waiting, in: mark, judge) { report.add(judgement) }
  }

  /// Judges what the office has released from quarantine, without the gate this time.
  func release(into report: inout RunReport) throws {
    let releases = index.campaign.releases.filter { $0.decidedAt <= asOf }
    guard !releases.isEmpty else { return }
    report.idleReleases = try releases.filter {
      try !ledger.hasSubmission($0.digestPrefix, in: settings.code)
    }
    for held in try ledger.quarantined(in: settings.code, receivedBy: asOf) {
      guard
        let release = releases.first(where: {
          $0.isGranted && $0.concerns(held.submission.digest)
        })
      else { continue }
      report.add(
        try ledger.release(held.id, by: release, in: mark) { view in
          try judge(view, held.id, held.submission, marks: .none)
        })
      report.released += 1
    }
  }

  private func judge(_ view: LedgerView, _ id: Int64, _ submission: Submission) throws -> Judgement
  {
    try judge(view, id, submission, marks: settings.secrecyMarks)
  }

  func judge(
    _ view: LedgerView, _ id: Int64, _ submission: Submission, marks: SecrecyMarks
  ) throws -> Judgement {
    let decoded = try decode(submission, marks, signature: try view.signature(of: id))
    let receipt = try receipt(for: decoded, of: submission, index: index, view: view)
    let day = submission.receivedAt.date(in: index.cycle.zone)
    return Judgement(
      id: id, receipt: receipt, report: decoded.report?.settled(by: index.unitNames, on: day))
  }

  private func decode(
    _ submission: Submission, _ marks: SecrecyMarks, signature: Digest?
  ) throws -> Decoded {
    let decoder = ReportDecoder()
    let isNameMarked =
      submission.fileName == ShownName.withheld || marks.mark(submission.fileName)
    guard marks == .none || !isNameMarked else { return .quarantined }
    guard submission.sender != .unknown else { return .ofUnknownSender }
    guard submission.size <= settings.limits.reportBytes else {
      return decoder.tooLarge(submission.size, settings.limits)
    }
    let bytes = try kept(submission.digest, of: submission)
    let decoded = decoder.decode(bytes, limits: settings.limits, marks: marks)
    guard !decoded.isQuarantined, let key = index.units[submission.sender]?.signingKey else {
      return decoded
    }
    let finding = try ReportSignature.finding(
      try signature.map { try kept($0, of: submission) }, of: bytes, by: key)
    return finding.map(Decoded.unsigned) ?? decoded
  }

  private func kept(_ digest: Digest, of submission: Submission) throws -> [UInt8] {
    guard let bytes = try archive.bytes(of: digest) else {
      throw LostSubmission(submission: submission, path: archive.path(of: digest))
    }
    return bytes
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
/// What could be read of a report that is not whole is looked at too, so that one sending shows every
/// mistake in it.
func receipt(
  for decoded: Decoded, of submission: Submission, index: RegisterIndex, view: LedgerView
) throws -> Receipt {
  let current = try index.cycle.currentWeek(at: submission.receivedAt)
  guard let report = decoded.readable else {
    return receipt(submission, week: current, revision: nil, decoded, decoded.listed, index)
  }
  let found = try findings(
    in: context(
      report, decoded.unread, of: submission, index: try index.valid(in: report.week), view: view))
  let all = ordered(decoded.listed + found)
  let outside: Set<RuleCode> = [.futureWeek, .beforeStart, .afterEnd]
  let counts =
    all.contains { outside.contains($0.rule) }
    ? current : try index.cycle.cycleWeek(for: report.week)
  return receipt(
    submission, week: counts, revision: report.revision == 0 ? nil : report.revision, decoded, all,
    index)
}

private func receipt(
  _ submission: Submission, week: Week, revision: Int?, _ decoded: Decoded,
  _ findings: [Finding], _ index: RegisterIndex
) -> Receipt {
  let weighed = index.campaign.settings.rules.weigh(findings)
  return Receipt(
    submission: submission, week: week, revision: revision, verdict: Verdict(weighed),
    findings: FindingLimit.listed(weighed, besides: decoded.unlisted))
}

/// What the rules may look at, asked of the ledger as it is now.
private func context(
  _ report: WeeklyReport, _ unread: UnreadEntries, of submission: Submission,
  index: RegisterIndex, view: LedgerView
) throws -> CheckContext {
  let (campaign, sender) = (index.campaign.settings.code, submission.sender)
  let shared = report.entries.map(\.measure).filter { measure in
    index.measures[measure].map { !$0.supportingUnits.isEmpty } ?? false
  }
  return CheckContext(
    report: report, submission: submission, index: index,
    history: try view.history(
      of: sender, in: campaign, before: report.week, knownAt: submission.receivedAt,
      measures: Set(report.entries.map(\.measure)), outcomes: Set(report.outcomes.map(\.kind))),
    others: try view.others(
      than: sender, in: campaign, comparedWith: report, shared: shared,
      before: submission.receivedAt),
    unread: unread)
}
