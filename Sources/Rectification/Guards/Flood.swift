/// A unit that sends more files in an hour than it may.
package struct Flood: Hashable, Sendable {
  /// Files that came in the hour, taken before or waiting.
  package let received: Int
  /// The configured number.
  package let limit: Int
  /// How many of the waiting files are taken now, oldest first; the others stay where they are.
  package let taken: Int

  /// Nil when there is none, and everything is taken.
  ///
  /// `waiting` says when the files that wait arrived, in any order; `earlier` how many that arrived in
  /// the hour before `now` were taken before.
  package init?(waiting: [Moment], earlier: Int, limit: Int, now: Moment) {
    let recent = waiting.count { $0.seconds > now.seconds - Self.window }
    guard recent + earlier > limit else { return nil }
    received = recent + earlier
    self.limit = limit
    taken = min(waiting.count, max(0, limit - earlier))
  }

  /// One hour, in seconds.
  package static let window: Int64 = 3600
}
