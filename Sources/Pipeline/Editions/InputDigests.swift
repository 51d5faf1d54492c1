import Intake
import Ledger
import Rectification

/// What goes into each week's edition, as digests: by them a run knows which weeks it has to look at.
struct InputDigests {
  private let reading: WeekReading
  private let register: Digest
  private let resolutions: Digest
  /// All submissions through a week, by the weeks that have any, in order.
  private let submissions: [(week: Week, digest: Digest)]

  init(of reading: WeekReading, files: CampaignFiles) throws {
    self.reading = reading
    register = try Self.register(files)
    resolutions = try digest(
      reading.index.campaign.resolutions.map {
        "\($0.code) \($0.meeting) \($0.due) \($0.outcome.map { "\($0.doneOn)" } ?? "")"
      })
    submissions = try Self.submissions(reading)
  }

  /// Everything that the edition of `week` is made of, as known at the moment of the reading.
  func inputs(of week: Week) throws -> EditionInputs {
    guard let cutOffs = try reading.index.cycle.cutOffs(of: week) else {
      throw NoCycle(week: week)
    }
    let campaign = reading.index.campaign
    let until = min(reading.asOf, cutOffs.summary)
    let failures = try reading.ledger.failedFetches(
      of: week, in: campaign.settings.code, by: reading.asOf)
    let parts: [EditionInputs.Part: Digest] = [
      .submissions: try submissions.last { $0.week <= week }?.digest ?? digest([]),
      .decisions: try digest(Self.decisions(of: campaign, until: until, asOf: reading.asOf)),
      .register: register, .resolutions: resolutions,
      .fetches: try digest(failures.map { "\($0.unit) \($0.since.seconds) \($0.reason)" }),
    ]
    let day = until.date(in: reading.index.cycle.zone)
    return EditionInputs(
      parts: parts,
      whole: try digest(
        ["day \(day)"] + parts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }))
  }

  /// What measures are and whose: every file but those that speak of single weeks, and the settings,
  /// for an issue is not taken back because a threshold is another one now.
  private static func register(_ files: CampaignFiles) throws -> Digest {
    try digest(
      files.contents.keys.sorted().filter { path in
        path.hasSuffix(".csv") && !path.hasSuffix("/decisions.csv")
          && !path.hasSuffix("/resolutions.csv")
      }.map { "\($0) \(try files.digest(of: $0)?.hex ?? "")" })
  }

  private static func decisions(
    of campaign: Campaign, until: Moment, asOf: Moment
  ) -> [String] {
    campaign.decisions.filter { $0.decidedAt <= until }.map {
      "\($0.code) \($0.decidedAt.seconds) \($0.measure) \($0.action) \($0.reason) \($0.basis)"
        + " \($0.decidedBy)"
    } + campaign.issueOrders.filter { $0.decidedAt <= asOf }.map { "\($0)" }
  }

  private static func submissions(_ reading: WeekReading) throws -> [(Week, Digest)] {
    var found: [(week: Week, digest: Digest)] = []
    var lines: [String] = []
    func close(_ week: Week) throws {
      found.append((week, try digest([found.last?.digest.hex ?? ""] + lines)))
      lines = []
    }
    var open: Week?
    try reading.ledger.look { view in
      try view.forEachJudged(
        in: reading.index.campaign.settings.code, knownAt: reading.asOf
      ) { one in
        if let week = open, week != one.week { try close(week) }
        open = one.week
        let sent = one.submission
        lines.append(
          "\(sent.digest) \(sent.sender) \(sent.channel.rawValue) \(sent.receivedAt.seconds)"
            + " \(sent.size) \(one.verdict.rawValue) \(one.revision) \(sent.fileName)")
      }
    }
    if let open { try close(open) }
    return found
  }
}

private func digest(_ lines: [String]) throws -> Digest {
  try Digesting.digest(of: Array(lines.joined(separator: "\n").utf8))
}
