/// The names most like a mistyped one, nearest first, three at most.
///
/// Near means few slips of the hand (a letter wrong, missing, doubled or swapped; capitals and
/// full-width forms do not count), or, for Chinese names, that one shortens the other, as 区发改委
/// shortens 区发展和改革委员会.
package func nearest(to name: String, among names: [String]) -> [String] {
  let wanted = foldedScalars(name)
  guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
  let limit = max(1, wanted.count / 3)
  let found = names.enumerated().compactMap { index, candidate -> Nearness? in
    let scalars = foldedScalars(candidate)
    if let slips = slips(from: wanted, to: scalars, limit: limit) {
      return Nearness(slips: slips, index: index, name: candidate)
    }
    let isShortened = shortens(wanted, scalars) || shortens(scalars, wanted)
    return isShortened ? Nearness(slips: limit + 1, index: index, name: candidate) : nil
  }
  return found.sorted { ($0.slips, $0.index) < ($1.slips, $1.index) }.prefix(3).map(\.name)
}

extension StringProtocol {
  /// The text with full-width ASCII and ideographic spaces (Ａ, １, ．, U+3000) made half-width.
  package var halfWidth: String {
    String(String.UnicodeScalarView(unicodeScalars.map(halfWidthScalar)))
  }
}

private struct Nearness {
  let slips: Int
  let index: Int
  let name: String
}

private func halfWidthScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3000: " "
  default: scalar
  }
}

private func foldedScalars(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.map { scalar in
    let half = halfWidthScalar(scalar)
    let isCapital = ("A"..."Z").contains(half)
    return isCapital ? Unicode.Scalar(half.value + 32) ?? half : half
  }
}

/// The optimal string alignment distance; nil when it is over `limit`.
private func slips(from left: [Unicode.Scalar], to right: [Unicode.Scalar], limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let isSame = left[row] == right[column]
      var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    guard current.contains(where: { $0 <= limit }) else { return nil }
    (beforeLast, last) = (last, current)
  }
  return last[right.count] <= limit ? last[right.count] : nil
}

/// Whether `short` is `long` with characters left out; for names of three characters or more.
private func shortens(_ short: [Unicode.Scalar], _ long: [Unicode.Scalar]) -> Bool {
  // Codes are left out of this: nearly every short code “shortens” some longer one.
  guard short.count >= 3, short.count < long.count, short.contains(where: { !$0.isASCII }) else {
    return false
  }
  var rest = long[...]
  for scalar in short {
    guard let position = rest.firstIndex(of: scalar) else { return false }
    rest = rest[(position + 1)...]
  }
  return true
}
