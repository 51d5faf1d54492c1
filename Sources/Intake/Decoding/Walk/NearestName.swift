import Rectification

/// Guesses which field a wrong name was meant to be.
enum NearestName {
  /// Nil when nothing is near enough to be of help.
  static func field(for name: String, among fields: [Field]) -> Field? {
    let letters = Array(name.utf8)
    guard letters.count <= 40 else { return nil }
    if let titled = fields.first(where: { $0.title.zh == name }) { return titled }
    let lowercased = Array(name.lowercased().utf8)
    let ranked = fields.map { field in
      (field, distance(lowercased, Array(field.name.lowercased().utf8)))
    }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(1, min(3, letters.count / 3))
    else { return nil }
    return best.0
  }

  /// Letters to insert, delete, replace or swap with their neighbour.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var current = [i + 1]
      for (j, b) in right.enumerated() {
        var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { best = min(best, before[j - 1] + 1) }
        current.append(best)
      }
      (before, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
