import Rectification

/// Many reports in one answer, taken apart.
///
/// A JSON array of reports, or an object with `reports` and perhaps `next`; an XML element
/// `weeklyReports` of reports and perhaps `next`; or a ZIP archive. What is in a part is looked at later,
/// as in any other report: a faulty one spoils no other.
package struct ReportBundle: Sendable {
  package let parts: [Part]
  /// The next page, as the document names it, perhaps relative.
  package let next: String?

  package struct Part: Sendable {
    /// As it may be shown: the name in the archive, or the number in the list.
    package let name: String
    package let bytes: [UInt8]
    /// What lay beside it in the archive, named like it and with the ending of a signature.
    package var signatures: [String: [UInt8]] = [:]
  }

  /// The XML element that holds the reports.
  static let root = "weeklyReports"
  /// The name of the reports in JSON.
  static let reports = "reports"
  static let next = "next"
  /// More parts than any drive has units.
  static let partLimit = 50_000

  /// Takes an answer apart; `limit` is for the bytes of all parts together.
  package init(_ bytes: [UInt8], limit: Int, marks: SecrecyMarks) throws(BundleFault) {
    if bytes.starts(with: [0x50, 0x4B]) {
      next = nil
      if Workbook.isOne(bytes) {
        parts = [Part(name: Self.name(1, .xlsx), bytes: bytes)]
        return
      }
      parts = try ZipBundle.parts(of: bytes, limit: limit, marks: marks)
      return
    }
    let text: DecodedText
    do {
      text = try TextDecoder.decode(bytes)
    } catch {
      throw BundleFault(error.finding.message)
    }
    switch text.syntax {
    case .json: (parts, next) = try JSONBundle.read(text.bytes)
    case .xml: (parts, next) = try XMLBundle.read(text.bytes)
    case .xlsx, nil: throw .neither
    }
  }

  /// What stands for the name of a part that has none.
  static func name(_ number: Int, _ syntax: Syntax) -> String { "#\(number).\(syntax.rawValue)" }
}

/// Why an answer with many reports cannot be taken apart.
package struct BundleFault: Error, Hashable {
  package let message: Bilingual

  init(_ message: Bilingual) {
    self.message = message
  }

  static let twice = BundleFault(
    Bilingual(
      zh: "压缩包里有两个同名的文件，不知以哪个为准",
      en: "two files of the archive have one name; which one is meant cannot be told"))

  static let neither = BundleFault(
    Bilingual(
      zh: "既不是 JSON 数组、XML（weeklyReports），也不是 ZIP",
      en: "neither a JSON array, nor XML (weeklyReports), nor a ZIP archive"))
  static let tooMany = BundleFault(
    Bilingual(
      zh: "超过 \(ReportBundle.partLimit) 份", en: "more than \(ReportBundle.partLimit) reports"))
  static let tooLarge = BundleFault(
    Bilingual(zh: "解开后超过大小上限", en: "larger than the limit once unpacked"))
  static let encrypted = BundleFault(
    Bilingual(zh: "压缩包加了密码", en: "the archive is encrypted"))
  static let damaged = BundleFault(
    Bilingual(zh: "压缩包损坏", en: "the archive is damaged"))
}
