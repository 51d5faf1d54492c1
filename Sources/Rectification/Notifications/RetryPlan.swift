/// When a notification that could not be delivered is tried again, and when no more.
package enum RetryPlan {
  /// Seconds after which nobody is told any more of what is long past.
  package static let patience: Int64 = 7 * 86_400

  /// After five minutes, then twice as long each time, at most six hours; `attempts` counts those made.
  package static func next(after attempts: Int, at now: Moment) -> Moment {
    let wait = min(Int64(300) << Int64(min(max(attempts, 1) - 1, 10)), 6 * 3_600)
    return Moment(seconds: now.seconds + wait)
  }

  /// Whether one that was made at `moment` is over by `now` without having been delivered.
  package static func isGivenUp(madeAt moment: Moment, now: Moment) -> Bool {
    now.seconds - moment.seconds > patience
  }
}
