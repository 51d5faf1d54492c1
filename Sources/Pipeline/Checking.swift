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

  /// How many submissions came to each verdict.
  typealias Verdicts = [Verdict: Int]

  /// What came of a run: what was judged, what was released, and the decisions to release what nobody has sent.
  struct Outcome {
    var judged: Verdicts = [:]
    var released: Verdicts = [:]
    var idle: [Release] = []
  }

  /// Judges everything that waits and releases what the office has let go, in the order in which it came in and
  /// was decided: what a report is held against hangs on neither who ran what nor when.
  ///
  /// `waiting` gives what was received before a moment, or all, some at a time until there is none.
  func checkAll(
    _ waiting: (_ before: Moment?) throws -> [(id: Int64, Submission)],
    _ progress: (RunStage) -> Void
  ) throws -> Outcome {
    var outcome = Outcome()
    // Looked for once, and again after anything was judged.
    var held: [JudgedSubmission]?
    func judge(before moment: Moment?) throws {
      while case let some = try waiting(moment), !some.isEmpty {
        outcome.judged.merge(try check(some), uniquingKeysWith: +)
        held = nil
        progress(.checking(outcome.judged.values.reduce(0, +)))
      }
    }
    func release(by release: Release) throws {
      let all = try held ?? ledger.quarantined(in: settings.code, receivedBy: asOf)
      let mine = all.filter { release.concerns($0.submission.digest) }
      held = all.filter { !release.concerns($0.submission.digest) }
      outcome.released.merge(try self.release(mine, by: release), uniquingKeysWith: +)
    }
    let releases = index.campaign.releases.filter { $0.decidedAt <= asOf }
    let granted = releases.filter(\.isGranted).sorted { $0.decidedAt < $1.decidedAt }
    for one in granted {
      try judge(before: one.decidedAt)
      try release(by: one)
    }
    try judge(before: nil)
    // What came in after it was let go: the same bytes, sent once more.
    for one in granted { try release(by: one) }
    outcome.idle = try releases.filter {
      try !ledger.hasSubmission($0.digestPrefix, in: settings.code)
    }
    return outcome
  }

  /// What waits in the ledger, some at a time.
  func pending(before moment: Moment?) throws -> [(id: Int64, Submission)] {
    try ledger.pending(in: settings.code, before: moment, limit: 500)
  }

  private func check(_ waiting: [(id: Int64, Submission)]) throws -> Verdicts {
    guard !waiting.isEmpty else { return [:] }
    var ahead = waiting[...]
    var decoded: [Decoded] = []
    return verdicts(
      try ledger.judge(waiting, in: mark) { view, id, submission in
        if decoded.isEmpty {
          decoded = try decode(ahead.prefix(Self.decodedTogether), view).reversed()
          ahead = ahead.dropFirst(Self.decodedTogether)
        }
        return try judge(view, id, submission, decoded: decoded.removeLast())
      })
  }

  /// What a file says hangs on no other file; what is wrong with it hangs on those before it.
  private func decode(
    _ waiting: ArraySlice<(id: Int64, Submission)>, _ view: LedgerView
  ) throws -> [Decoded] {
    try sideBySide(
      waiting.map { id, submission in
        let signature = try view.signature(of: id)
        return { try decode(submission, settings.secrecyMarks, signature: signature) }
      })
  }

  /// As many as are in memory at once.
  private static let decodedTogether = 32

  /// Judges what the office has released from quarantine, without the gate this time; what it came to.
  private func release(_ held: [JudgedSubmission], by release: Release) throws -> Verdicts {
    verdicts(
      try held.map { one in
        try ledger.release(one.id, by: release, in: mark) { view in
          try judge(view, one.id, one.submission, marks: .none)
        }
      })
  }

  private func verdicts(_ judged: [Judgement]) -> Verdicts {
    Dictionary(judged.map { ($0.receipt.verdict, 1) }, uniquingKeysWith: +)
  }

  func judge(
    _ view: LedgerView, _ id: Int64, _ submission: Submission, marks: SecrecyMarks
  ) throws -> Judgement {
    try judge(
      view, id, submission,
      decoded: try decode(submission, marks, signature: try view.signature(of: id)))
  }

  private func judge(
    _ view: LedgerView, _ id: Int64, _ submission: Submission, decoded: Decoded
  ) throws -> Judgement {
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
    let bytes = try archive.bytes(of: submission.digest)
    let decoded = decoder.decode(bytes, limits: settings.limits, marks: marks)
    guard !decoded.isQuarantined, let key = index.units[submission.sender]?.signingKey else {
      return decoded
    }
    let finding = try ReportSignature.finding(
      try signature.map(archive.bytes), of: bytes, by: key)
    return finding.map(Decoded.unsigned) ?? decoded
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
  let told = decoded.syntax == .xlsx ? findings.map(\.inFormWords) : findings
  let weighed = index.campaign.settings.rules.weigh(told)
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
    filed: try view.filed(
      by: sender, in: campaign, week: try index.cycle.cycleWeek(for: report.week),
      before: submission),
    unread: unread)
}
