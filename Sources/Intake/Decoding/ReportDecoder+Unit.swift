import Foundation
import Rectification

extension ReportDecoder {
  /// The unit that a report names, however faulty the rest of it is; nil where it cannot be told.
  ///
  /// For an answer with many reports, to find whose each of them is. The check that follows reads the
  /// same name by the same scanner, so nobody is let in as somebody else.
  package func unitName(in bytes: [UInt8], limits: Limits = Limits()) -> UnitName? {
    guard bytes.count <= limits.reportBytes else { return nil }
    if Workbook.isPacked(bytes) { return unitName(inWorkbook: bytes) }
    guard let text = try? TextDecoder.decode(bytes) else {
      return nil
    }
    switch text.syntax {
    case .json:
      guard let root = try? JSONScanner.scan(text.bytes), case .object(let members) = root.content,
        case .string(let name)? = only(members)?.content
      else { return nil }
      return UnitName(name)
    case .xml:
      guard let root = try? XMLScanner.scan(text.bytes), case .element(let report) = root.content,
        case .element(let unit)? = only(report.children)?.content
      else { return nil }
      let name = String(decoding: unit.text, as: UTF8.self)
      return UnitName(name.trimmingCharacters(in: .whitespacesAndNewlines))
    case .xlsx, nil: return nil
    }
  }

  /// Nil also where there are two: then nobody knows which one is meant.
  private func only(_ members: [DocumentNode.Member]) -> DocumentNode? {
    let units = members.filter { $0.name == "unit" }
    return units.count == 1 ? units[0].value : nil
  }
}
