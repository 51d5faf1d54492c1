import Foundation
import Rectification

extension CellValue {
  /// As the cell shows it, days as `2024-01-20`; nil where there is nothing that can be shown.
  package var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number, .percent): Self.digits(number * 100) + "%"
    case .number(let number, _): Self.digits(number)
    case .date(let date, let seconds, let hasTime):
      hasTime ? "\(date) \(TimeOfDay.text(of: seconds))" : date.description
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error, .uncomputed: nil
    }
  }

  /// Whether it shows nothing but blanks.
  var isBlank: Bool {
    guard case .text(let text) = self else { return false }
    return text.trimmed.isEmpty
  }

  /// Fifteen digits, which is what spreadsheets keep; never with an exponent.
  static func digits(_ number: Double) -> String {
    let rounded = Double(String(format: "%.15g", number)) ?? number
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int64(rounded)) }
    guard abs(rounded) < 1e15 else { return String(format: "%.14E", rounded) }
    let text = String(format: "%.15g", rounded)
    guard text.contains("e") else { return text }
    let plain = String(format: "%.20f", rounded)
    return String(plain.reversed().drop { $0 == "0" }.reversed())
  }
}

extension TimeOfDay {
  /// `16:20`, or `16:20:05`.
  fileprivate static func text(of seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
