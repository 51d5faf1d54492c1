import Rectification

/// The first step of reading a report: bytes to text.
///
/// Every encoding ends as UTF-8 here, once. All later steps, and so all places in findings, see the
/// same characters whatever the file was saved as.
package enum TextDecoder {
  package static func decode(_ bytes: [UInt8]) throws(Refusal) -> DecodedText {
    guard bytes.contains(where: { !isBlank($0) }) else { throw empty }
    try FileKind.refuseIfBinary(bytes)
    do {
      return try decodeText(bytes)
    } catch {
      // Whatever else is wrong with it: a file that has one is never read, in any encoding.
      try refuseDoctype(in: bytes)
      throw error
    }
  }

  /// XML whose encoding stands in the head of the answer alone (RFC 7303, 3.2) as UTF-8; nil where the document
  /// itself says it, is UTF-8, or is in no encoding that is read.
  static func utf8(of bytes: [UInt8], sentAs charset: String) -> [UInt8]? {
    guard Encoding(declared: charset) == .gb18030, syntax(of: bytes[...]) == .xml,
      XMLDeclaration.encodingName(bytes[...]) == nil, UTF8Check.firstFault(in: bytes[...]) != nil,
      let conversion = CharacterConversion(bytes[...], from: .gb18030), conversion.failedAt == nil
    else { return nil }
    return conversion.utf8
  }

  private static func decodeText(_ bytes: [UInt8]) throws(Refusal) -> DecodedText {
    let (encoding, start) = try chooseEncoding(bytes)
    let text = try convert(bytes[start...], from: encoding, in: bytes)
    // XML 1.0, 4.3.3: a declaration that contradicts what the bytes are for certain is a fatal error.
    // A document type is told first, by whoever reads the text.
    if let name = XMLDeclaration.encodingName(text[...]), Prolog.doctype(in: text) == nil,
      !encoding.declarations.contains(name.lowercased())
    {
      throw EncodingRefusal.staleDeclaration(name, actual: encoding)
    }
    try ControlCharacters.refuse(in: text)
    return DecodedText(bytes: text, syntax: syntax(of: text[...]))
  }

  /// For a text of which no more is known than that ASCII stands in it as it is.
  private static func refuseDoctype(in bytes: [UInt8]) throws(Refusal) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let offset = Prolog.doctype(in: text) else { return }
    throw Refusal(XMLFault.doctype(at: offset), SourceMap(text))
  }

  private static let empty = Refusal(
    .notAReport, at: .whole, Bilingual(zh: "文件是空的", en: "the file is empty"),
    remedy: Bilingual(
      zh: "请检查导出是否成功，重新报送；本周无新进展请报零报告",
      en: "see whether the export worked and send it again; with nothing new, send a zero report"))

  /// The encoding, and where the text begins after a byte order mark.
  private static func chooseEncoding(
    _ bytes: [UInt8]
  ) throws(Refusal) -> (encoding: Encoding, start: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    // The first character of a report is ASCII, so a zero beside it is one half of UTF-16.
    if bytes.count > 1, bytes[0] != 0, bytes[1] == 0 { return (.utf16LittleEndian, 0) }
    if bytes.count > 1, bytes[0] == 0, bytes[1] != 0 { return (.utf16BigEndian, 0) }
    guard syntax(of: bytes[...]) == .xml else {
      // RFC 8259 has JSON in UTF-8 alone; programs on a Chinese Windows write GBK all the same.
      let fault = UTF8Check.firstFault(in: bytes[...])
      let isUTF8 = fault == nil || fault?.isCut == true || UTF8Check.looksLikeChineseUTF8(bytes)
      if !isUTF8, Big5.isLikely(bytes) { throw EncodingRefusal.big5 }
      return (isUTF8 ? .utf8 : .gb18030, 0)
    }
    return (try declaredEncoding(bytes), 0)
  }

  private static func declaredEncoding(_ bytes: [UInt8]) throws(Refusal) -> Encoding {
    guard let name = XMLDeclaration.encodingName(bytes[...]) else { return .utf8 }
    guard let encoding = Encoding(declared: name) else {
      throw EncodingRefusal.unknown(name)
    }
    // Saved again as UTF-8 by an editor that left the declaration: read as GB18030 it would be
    // accepted as gibberish.
    if encoding == .gb18030, UTF8Check.looksLikeChineseUTF8(bytes) {
      throw EncodingRefusal.staleDeclaration(name, actual: .utf8)
    }
    // Bytes without a zero among them are no UTF-16: a program wrote the name of its own string type
    // (.NET's StringWriter does) over UTF-8.
    return encoding == .gb18030 ? encoding : .utf8
  }

  private static func convert(
    _ text: ArraySlice<UInt8>, from encoding: Encoding, in bytes: [UInt8]
  ) throws(Refusal) -> [UInt8] {
    if encoding == .utf8 {
      guard let fault = UTF8Check.firstFault(in: text) else { return Array(text) }
      throw EncodingRefusal.undecodable(
        encoding, offset: fault.offset, before: Array(text[..<fault.offset]), isCut: fault.isCut)
    }
    guard let conversion = CharacterConversion(text, from: encoding) else {
      throw EncodingRefusal.unknown(encoding.name)
    }
    guard let failedAt = conversion.failedAt else { return conversion.utf8 }
    throw EncodingRefusal.undecodable(
      encoding, offset: text.startIndex + failedAt, before: conversion.utf8,
      isCut: conversion.isCut)
  }

  private static func syntax(of text: ArraySlice<UInt8>) -> Syntax? {
    switch text.first(where: { !isBlank($0) }) {
    case UInt8(ascii: "<"): .xml
    case UInt8(ascii: "{"), UInt8(ascii: "["): .json
    default: nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
