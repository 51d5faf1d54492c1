import Rectification

/// Whether what a server answers with 200 can be a report at all, or is a page that tells of an error.
///
/// A report with mistakes in it is the unit's to mend; an error page is nothing the unit has sent.
enum AnswerContent {
  /// Nil for what a report may be, however faulty.
  static func failure(_ bytes: [UInt8], of subject: FetchRequest.Subject) -> FetchFailure? {
    guard bytes.contains(where: { !isBlank($0) }) else { return .empty }
    if Workbook.isPacked(bytes) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      || Workbook.isOld(bytes)
    {
      return nil
    }
    // Bytes that are no text may be a report in an encoding that is not read; what begins as one is told so.
    guard let text = try? TextDecoder.decode(bytes) else {
      return beginsLikeAReport(bytes) ? nil : .contentType
    }
    // Nearly every report says what it is in its first lines, and need not be gone through here.
    let start = String(decoding: text.bytes.prefix(4096), as: UTF8.self)
    if start.contains(ReportFormat.identifier) && text.syntax == .json
      || start.contains(ReportFormat.root) && text.syntax == .xml
    {
      return nil
    }
    if WorkbookFault.textual(text.bytes) != nil { return .contentType }
    switch text.syntax {
    case .json: return isForeign(json: text.bytes, subject) ? .errorAnswer : nil
    case .xml: return isForeign(xml: text.bytes) ? .errorAnswer : nil
    case .xlsx, nil: return .contentType
    }
  }

  /// An object that shares nothing with a report: `{"code": 500, "msg": "…"}`.
  private static func isForeign(json text: [UInt8], _ subject: FetchRequest.Subject) -> Bool {
    guard let root = try? JSONScanner.scan(text) else { return false }
    guard case .object(let members) = root.content else { return subject == .report }
    let ours = Set(ReportFormat.fields.map(\.name) + [ReportBundle.reports, ReportBundle.next])
    return !members.contains { ours.contains($0.name) }
  }

  /// A document with another root, `<error>`; one that calls itself a report in the wrong namespace is one.
  private static func isForeign(xml text: [UInt8]) -> Bool {
    do {
      _ = try XMLScanner.scan(text)
      return false
    } catch {
      return error.rule == .notAReport
    }
  }

  private static func beginsLikeAReport(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { !isBlank($0) && ![0x00, 0xFE, 0xFF, 0xEF, 0xBB, 0xBF].contains($0) }
    return first.map { Set("<{[".utf8).contains($0) } ?? false
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
