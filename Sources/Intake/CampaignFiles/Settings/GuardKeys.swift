import Rectification
import Yams

/// `guards`: from where on a run does not go on as usual.
enum GuardKeys {
  static func read(_ root: YAMLSection, _ log: inout ProblemLog) -> Guards {
    var guards = Guards()
    guard root.has("guards"),
      let section = root.section("guards", keys: ["units-gone", "files-per-hour"], &log)
    else { return guards }
    let share = section.optionalText("units-gone", &log)?.integer(in: 1...100, &log)
    let files = section.optionalText("files-per-hour", &log)?.integer(in: 1...10_000, &log)
    guards.unitsGone = share ?? guards.unitsGone
    guards.filesPerHour = files ?? guards.filesPerHour
    return guards
  }
}
