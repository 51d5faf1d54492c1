import Rectification

/// The text of a campaign file as valid UTF-8 without a byte order mark.
enum CampaignText {
  /// Nil, and a problem, when the bytes are no text, or one that bears a secrecy mark.
  static func read(
    _ bytes: [UInt8], marks: SecrecyMarks = .standard, _ log: inout ProblemLog
  ) -> [UInt8]? {
    if let kind = foreignFormat(bytes) {
      log.refuse(
        at: .start, Bilingual(zh: "这是\(kind.zh)，不是文本", en: "this is \(kind.en), not text"),
        remedy: Bilingual(
          zh: "请在表格软件里另存为“CSV UTF-8（逗号分隔）”", en: "save it as “CSV UTF-8 (comma delimited)”"))
      return nil
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasMark = bytes.starts(with: mark)
    var body = bytes[...]
    // Programs that put a mark before one that is there already are met with.
    while body.starts(with: mark) { body = body.dropFirst(mark.count) }
    if !hasMark, !isUTF8(body), Big5.isLikely(body) {
      log.refuse(
        at: .start,
        Bilingual(
          zh: "文件像是 Big5（繁体中文）编码", en: "the file seems to be in Big5 (traditional Chinese)"),
        remedy: Bilingual(zh: "请另存为 UTF-8 编码", en: "save it as UTF-8"))
      return nil
    }
    let text = hasMark || isUTF8(body) ? checkedUTF8(body, &log) : checkedGB18030(body, &log)
    guard let text, SecrecyGate.allows(text, marks, &log) else { return nil }
    StrayControls.refuse(in: text, &log)
    return text
  }

  /// Whether the first line that is not plain ASCII is UTF-8.
  ///
  /// No Chinese heading in GB18030 happens to be. The rest of the file has no say, so that one
  /// damaged byte far down does not turn the whole of it into nonsense.
  static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return true }
    let end = bytes[first...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    return String(validating: bytes[first..<end], as: UTF8.self) != nil
  }

  private static func checkedUTF8(_ bytes: ArraySlice<UInt8>, _ log: inout ProblemLog) -> [UInt8]? {
    if String(validating: bytes, as: UTF8.self) != nil { return Array(bytes) }
    let repaired = String(decoding: bytes, as: UTF8.self).utf8
    let common = zip(bytes, repaired).prefix { $0 == $1 }.count
    refuseDamage(after: bytes.prefix(common), encoding: "UTF-8", &log)
    return nil
  }

  private static func checkedGB18030(_ bytes: ArraySlice<UInt8>, _ log: inout ProblemLog)
    -> [UInt8]?
  {
    let converted = CharacterConversion(bytes, from: .gb18030)
    if let converted, converted.failedAt == nil { return converted.utf8 }
    refuseDamage(after: (converted?.utf8 ?? [])[...], encoding: "GB18030", &log)
    return nil
  }

  private static func refuseDamage(
    after good: ArraySlice<UInt8>, encoding: String, _ log: inout ProblemLog
  ) {
    let line = good.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = line.last.map { $0.count { $0 & 0xC0 != 0x80 } } ?? 0
    log.refuse(
      at: Spot(line: max(1, line.count), column: column + 1),
      Bilingual(zh: "此处的字节不是\(encoding)文字", en: "the bytes here are not \(encoding) text"),
      remedy: Bilingual(
        zh: "文件已损坏或混用了编码，请重新另存为 UTF-8",
        en: "the file is damaged or mixes encodings; save it again as UTF-8"
      ))
  }

  private static func foreignFormat(_ bytes: [UInt8]) -> Bilingual? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return Bilingual(zh: "XLSX 工作簿（或 ZIP）", en: "an XLSX workbook (or ZIP)")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return Bilingual(zh: "XLS/ET 工作簿", en: "an XLS or ET workbook")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Bilingual(zh: "UTF-16（“Unicode 文本”）", en: "UTF-16 (“Unicode Text”)")
    }
    return nil
  }
}
