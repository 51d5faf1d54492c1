/// An exact sum of money, kept in 分 (0.01 元): never a binary fraction.
package struct Amount: Hashable, Comparable, Sendable {
  package let fen: Int64

  package static let zero = Amount(fen: 0)

  package init(fen: Int64) {
    self.fen = fen
  }

  /// What a decimal number of `unit` amounts to.
  ///
  /// Nil unless the text is plain decimal digits (`410.36`, optionally with a leading `-`), exact to
  /// a 分 and below 1,000,000,000 万元.
  package init?(_ text: some StringProtocol, unit: MoneyUnit) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let units = decimal(whole.utf8) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : "0"
    let places = unit.decimalPlaces
    guard fraction.utf8.count <= places, let digits = decimal(fraction.utf8) else { return nil }
    let scaled = (fraction.utf8.count..<places).reduce(Int64(digits)) { value, _ in value * 10 }
    let (product, overflow) = Int64(units).multipliedReportingOverflow(by: unit.fen)
    guard !overflow else { return nil }
    fen = (product + scaled) * (isNegative ? -1 : 1)
  }

  package static func < (left: Self, right: Self) -> Bool { left.fen < right.fen }
  package static func + (left: Self, right: Self) -> Self { Self(fen: left.fen + right.fen) }
  package static func - (left: Self, right: Self) -> Self { Self(fen: left.fen - right.fen) }

  /// The number in `unit`, at least two decimals and no more than it needs: `410.36`, `7.132`.
  package func text(in unit: MoneyUnit) -> String {
    let magnitude = fen.magnitude
    let scale = UInt64(unit.fen)
    var fraction = padded(Int(magnitude % scale), unit.decimalPlaces)
    while fraction.count > 2, fraction.hasSuffix("0") { fraction.removeLast() }
    return (fen < 0 ? "-" : "") + "\(magnitude / scale).\(fraction)"
  }
}

/// The unit a sum is written in.
package enum MoneyUnit: String, CaseIterable, Sendable {
  case yuan = "元"
  case tenThousandYuan = "万元"

  /// 分 in one of it.
  var fen: Int64 { self == .yuan ? 100 : 1_000_000 }

  /// Decimals down to a 分.
  package var decimalPlaces: Int { self == .yuan ? 2 : 6 }
}

extension Amount: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(fen: try decoder.singleValueContainer().decode(Int64.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fen)
  }
}
