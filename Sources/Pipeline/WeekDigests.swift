import Files
import Intake
import Ledger
import Rectification

/// What goes into each week, as digests that go on from week to week: by them a run knows which weeks it
/// has to look at, and whether a kept state still holds.
struct WeekDigests {
  private struct Chain {
    let submissions: Digest
    let decisions: Digest
    let fetches: Digest
    let floods: Digest
  }

  private let reading: WeekReading
  private let chains: [Week: Chain]
  /// Of the weeks whose rows are others than those that a digest is kept of.
  let fresh: [Week: WeekDigest]

  /// Of the weeks with a cycle from the first that the reading folds through `last`.
  init(_ reading: WeekReading, through last: Week) throws {
    self.reading = reading
    let weeks = try reading.weeks(through: last)
    let campaign = reading.index.campaign
    let (ledger, code, asOf) = (reading.ledger, campaign.settings.code, reading.asOf)
    let (submissions, fresh) = try Self.submissions(reading, weeks.map(\.week))
    self.fresh = fresh
    let floods = try ledger.floodLines(in: code, knownAt: asOf)
    let decided = DecisionWeeks(campaign.decisions, by: asOf, weeks: weeks)
    let empty = try digest([])
    let fetches = try ledger.failedFetches(in: code, by: asOf)
    var last = Chain(submissions: empty, decisions: empty, fetches: empty, floods: empty)
    var chains: [Week: Chain] = [:]
    for (number, cutOffs) in weeks.enumerated() {
      let week = cutOffs.week
      let orders = campaign.issueOrders.filter { $0.week == week && $0.decidedAt <= asOf }
      let end = reading.end(of: week)
      let start = number == 0 ? nil : reading.end(of: weeks[number - 1].week)
      last = Chain(
        submissions: try digest(
          submissions[week].map { [$0.digest.hex] } ?? [], after: last.submissions),
        decisions: try digest(
          decided[week].map(Self.line) + orders.map { "\($0)" }, after: last.decisions),
        fetches: try digest(
          (fetches[week] ?? []).map { "\($0.unit) \($0.since.seconds) \($0.reason)" },
          after: last.fetches),
        floods: try digest(
          floods.filter { one in one.at <= end && start.map { one.at > $0 } ?? true }.map(\.line),
          after: last.floods))
      chains[week] = last
    }
    self.chains = chains
  }

  /// Everything that the state of a week is made of; nil where it cannot be told.
  func state(of week: Week) throws -> Digest? {
    guard let files = reading.index.campaign.files, let chain = chains[week] else { return nil }
    return try digest([
      programVersion, "\(files)", "\(reading.firstIssue)", "\(chain.submissions)",
      "\(chain.decisions)", "\(chain.fetches)", "\(chain.floods)",
    ])
  }

  /// Everything that the edition of a week is made of, as known at the moment of the reading.
  ///
  /// `register` is the digest of what measures are and whose.
  func edition(of cutOffs: CutOffs, register: Digest) throws -> EditionInputs {
    guard let chain = chains[cutOffs.week] else { throw NoCycle(week: cutOffs.week) }
    let zone = reading.index.cycle.zone
    let day = min(reading.asOf, cutOffs.summary).date(in: zone)
    let parts: [EditionInputs.Part: Digest] = [
      .submissions: chain.submissions, .decisions: chain.decisions, .register: register,
      .resolutions: try resolutions(before: cutOffs.meeting.date(in: zone), on: day),
      .fetches: chain.fetches,
    ]
    return EditionInputs(
      parts: parts,
      whole: try digest(
        ["day \(day)"] + parts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }))
  }

  /// Those that the meeting of a week can hear of, as they stood on its day.
  private func resolutions(before meeting: CivilDate, on day: CivilDate) throws -> Digest {
    try digest(
      reading.index.campaign.resolutions.filter { $0.meeting < meeting }.map { one in
        let done = one.outcome.flatMap { $0.doneOn <= day ? "\($0.doneOn)" : nil }
        return "\(one.code) \(one.meeting) \(one.due) \(done ?? "")"
      })
  }

  private static func line(_ decision: Decision) -> String {
    "\(decision.code) \(decision.decidedAt.seconds) \(decision.measure) \(decision.action)"
      + " \(decision.reason) \(decision.basis) \(decision.decidedBy)"
  }

  /// By week; what counts for a week before the first goes with the first.
  private static func submissions(
    _ reading: WeekReading, _ weeks: [Week]
  ) throws -> (all: [Week: WeekDigest], fresh: [Week: WeekDigest]) {
    guard let first = weeks.first else { return ([:], [:]) }
    let (campaign, asOf) = (reading.index.campaign.settings.code, reading.asOf)
    let marks = try reading.ledger.look { try $0.judgedMarks(in: campaign, knownAt: asOf) }
    let known = try reading.kept.weekDigests(of: campaign)
    var (all, fresh): ([Week: WeekDigest], [Week: WeekDigest]) = ([:], [:])
    for (week, parts) in Dictionary(grouping: marks, by: { max($0.key, first) }) {
      let parts = parts.sorted { $0.key < $1.key }
      let mark = parts.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      if let kept = known[week], kept.mark == mark {
        all[week] = kept
        continue
      }
      let judged = try reading.ledger.look { view in
        try parts.flatMap { try view.judged(in: campaign, week: $0.key, knownAt: asOf) }
      }
      fresh[week] = WeekDigest(mark: mark, digest: try digest(judged.map(line)))
    }
    return (all.merging(fresh) { $1 }, fresh)
  }

  private static func line(_ one: JudgedSubmission) -> String {
    let sent = one.submission
    return "\(sent.digest) \(sent.sender) \(sent.channel.rawValue) \(sent.receivedAt.seconds)"
      + " \(sent.size) \(one.verdict.rawValue) \(one.revision) \(sent.fileName)"
  }
}

/// What measures are and whose, as a digest: every file but those that speak of single weeks, and the
/// settings, for an issue is not taken back because a threshold is another one now.
func registerDigest(_ files: CampaignFiles) throws -> Digest {
  try digest(
    files.contents.keys.sorted().filter { path in
      path.hasSuffix(".csv") && !path.hasSuffix("/decisions.csv")
        && !path.hasSuffix("/resolutions.csv")
    }.map { "\($0) \(try files.digest(of: $0)?.hex ?? "")" })
}

private func digest(_ lines: [String]) throws -> Digest {
  try Digesting.digest(of: Array(lines.joined(separator: "\n").utf8))
}

private func digest(_ lines: [String], after last: Digest) throws -> Digest {
  try digest([last.hex] + lines)
}
