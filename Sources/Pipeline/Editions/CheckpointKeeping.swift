import Ledger
import Rectification

/// Which states of the fold a run keeps, so that the next one need not begin with the first week.
///
/// Every fourth closed week is kept, and of those the last three: a run goes on from at most a few weeks
/// back, a late report for one of them too, and what is kept is seldom written.
struct CheckpointKeeping {
  private let reading: WeekReading
  private let digests: WeekDigests
  private let known: [Week: Digest]
  private var found: [(state: WeekState, inputs: Digest)] = []

  private static let every = 4
  private static let limit = 3

  init(reading: WeekReading, digests: WeekDigests) throws {
    self.reading = reading
    self.digests = digests
    known = try reading.kept.checkpoints(of: reading.index.campaign.settings.code)
  }

  mutating func take(_ state: WeekState) throws {
    let place = state.week.distance(from: reading.index.campaign.settings.firstWeek)
    guard state.isClosed, place % Self.every == Self.every - 1,
      let inputs = try digests.state(of: state.week), known[state.week] != inputs
    else { return }
    found = (found + [(state, inputs)]).suffix(Self.limit)
  }

  func save() throws {
    try reading.kept.keep(digests.fresh, of: reading.index.campaign.settings.code)
    try reading.kept.keep(
      found, of: reading.index.campaign.settings.code, limit: Self.limit)
  }
}
