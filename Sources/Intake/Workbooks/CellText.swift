import Foundation
import Rectification

extension CellValue {
  /// As the cell shows it, a whole day as `2024-01-20`; nil where there is nothing that can be shown.
  package var text: String? {
    switch self {
    case .text(let text): text
    case .number(_, let shown): shown
    case .date(let day): day.isWhole && !day.showsTime ? day.date.description : day.shown
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
