/// The regular expression of the whole numbers of a range, written without needless zeros.
///
/// XSD's own integers know no full-width digits, so the bounds have to be said by a pattern.
enum IntegerPattern {
  /// `-?0|[1-9][0-9]{0,1}|100` for 0 to 100; `-0` is zero, as it is in JSON.
  ///
  /// For bounds of up to 18 digits.
  static func matching(_ range: ClosedRange<Int>) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    let below = low < 0 ? magnitudes(max(1, -high)...(-low)) : []
    let above = high > 0 ? magnitudes(max(1, low)...high) : []
    let zero = range.contains(0) ? ["-?0"] : []
    guard below != above else {
      return (zero + above.map { "-?" + $0 }).joined(separator: "|")
    }
    return (zero + below.map { "-" + $0 } + above).joined(separator: "|")
  }

  /// All numbers of some widths in one alternative, then those of a width only partly within.
  private static func magnitudes(_ range: ClosedRange<Int>) -> [String] {
    var alternatives: [String] = []
    var whole: [Int] = []
    var (start, width) = (1, 1)
    while start <= range.upperBound {
      let (low, high) = (max(start, range.lowerBound), min(start * 10 - 1, range.upperBound))
      if low == start, high == start * 10 - 1 {
        whole.append(width - 1)
      } else if low <= high {
        alternatives += sameWidth(digits(low)[...], digits(high)[...])
      }
      (start, width) = (start * 10, width + 1)
    }
    guard let least = whole.first, let most = whole.last else { return alternatives }
    return ["[1-9]" + (most > 0 ? "[0-9]{\(least),\(most)}" : "")] + alternatives
  }

  /// The numbers between two of as many digits.
  private static func sameWidth(_ low: ArraySlice<Int>, _ high: ArraySlice<Int>) -> [String] {
    guard let first = low.first, let last = high.first else { return [""] }
    let (lowRest, highRest) = (low.dropFirst(), high.dropFirst())
    guard first != last else { return sameWidth(lowRest, highRest).map { "\(first)" + $0 } }
    let startsWhole = lowRest.allSatisfy { $0 == 0 }
    let endsWhole = highRest.allSatisfy { $0 == 9 }
    var alternatives: [String] = []
    if !startsWhole {
      let nines = lowRest.map { _ in 9 }
      alternatives += sameWidth(lowRest, nines[...]).map { "\(first)" + $0 }
    }
    let middle = (startsWhole ? first : first + 1, endsWhole ? last : last - 1)
    if middle.0 <= middle.1 {
      alternatives.append(oneDigit(middle.0, middle.1) + anyDigits(lowRest.count))
    }
    if !endsWhole {
      let zeros = highRest.map { _ in 0 }
      alternatives += sameWidth(zeros[...], highRest).map { "\(last)" + $0 }
    }
    return alternatives
  }

  private static func oneDigit(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first)" : "[\(first)-\(last)]"
  }

  private static func anyDigits(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: "[0-9]"
    default: "[0-9]{\(count)}"
    }
  }

  private static func digits(_ number: Int) -> [Int] {
    String(number).utf8.map { Int($0) - 0x30 }
  }
}
