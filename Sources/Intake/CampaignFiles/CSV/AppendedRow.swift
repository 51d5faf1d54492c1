import Rectification

/// One row to be added at the end of a campaign's CSV file, by heading; no other byte changes.
///
/// The file stays what the office's own program has made of it: encoding, byte order mark, line ends
/// and the order of the columns. A column that the row needs and the file lacks is added behind the last.
struct AppendedRow {
  let cells: [String: String]
  /// The headings whose text a person has written.
  let written: [String]
  let layout: CSVTable.Layout

  /// The bytes of the file with the row at its end.
  ///
  /// Thrown is what has to be mended first; nothing is said of how the result reads.
  func appended(
    to bytes: [UInt8], of file: String, marks: SecrecyMarks
  ) throws(CampaignFilesError) -> [UInt8] {
    var log = ProblemLog(file: file)
    guard let text = CampaignText.read(bytes, marks: marks, &log) else {
      throw CampaignFilesError(log.problems) ?? Self.unread(file)
    }
    refuseFormulas(&log)
    let head = CSVScanner.records(of: text, &log).first { !$0.isBlank }
    let (row, missing) = row(under: head, &log)
    if let error = CampaignFilesError(log.problems) { throw error }
    let end = Self.lineEnd(of: text)
    let addition = (text.last == 10 || text.last == 13 ? "" : end) + row + end
    let isGB18030 =
      !bytes.starts(with: [0xEF, 0xBB, 0xBF]) && !CampaignText.isUTF8(bytes[...])
    func encoded(_ text: String) throws(CampaignFilesError) -> [UInt8] {
      guard let bytes = isGB18030 ? GB18030Text.bytes(of: text) : Array(text.utf8) else {
        throw Self.unread(file)
      }
      return bytes
    }
    let headings = try encoded(missing.map { "," + $0 }.joined())
    return WidenedTable.bytes(of: bytes, headings: headings, count: missing.count)
      + (try encoded(addition))
  }

  /// What is thrown when a row, added, would not read back as what was meant.
  static func unread(_ file: String) -> CampaignFilesError {
    CampaignFilesError(
      first: CampaignProblem(
        file: file,
        message: Bilingual(
          zh: "添了这一行以后读不回原样，没有写入",
          en: "with the row added it would not read back; nothing was written"),
        remedy: Bilingual(
          zh: "请看文件是否正在被别人改动，再试一次；或在表格软件里手工添这一行",
          en: "see whether somebody is changing the file and try again, or add the row by hand")))
  }

  /// The next number in the manner of the last one: D009 after D008, D001 where there is none.
  static func nextCode(after last: Code?, stem: String, taken: Set<Code>) -> Code? {
    let last = last?.text ?? "\(stem)000"
    let digits = last.reversed().prefix { $0.isASCII && $0.isNumber }
    let stem = last.dropLast(min(digits.count, 9))
    var number = Int(String(digits.prefix(9).reversed())) ?? 0
    while number < Int.max {
      number += 1
      let text = String(number)
      let zeros = String(repeating: "0", count: max(0, min(digits.count, 9) - text.utf8.count))
      guard let code = Code(stem + zeros + text) else { return nil }
      if !taken.contains(code) { return code }
    }
    return nil
  }

  /// A spreadsheet runs such a cell as a formula; the office opens this file in one.
  private func refuseFormulas(_ log: inout ProblemLog) {
    for heading in written {
      guard let text = cells[heading], let first = text.unicodeScalars.first else { continue }
      guard "=+-@＝＋－＠".unicodeScalars.contains(first) else { continue }
      log.refuse(
        at: .wholeFile,
        Bilingual(
          zh: "“\(heading)”以“\(first)”开头，表格软件会当作公式",
          en: "“\(heading)” begins with “\(first)”, which a spreadsheet runs as a formula"),
        remedy: Bilingual(zh: "请改用文字开头", en: "begin it with a word"))
    }
  }

  /// The row as text, and the headings of its cells that the file does not have yet, in the layout's order.
  private func row(
    under head: CSVRecord?, _ log: inout ProblemLog
  ) -> (text: String, missing: [String]) {
    guard let head, CSVHeadings.columns(head, layout: layout, &log) != nil else { return ("", []) }
    let headings = head.fields.map(\.text)
    let missing = layout.all.filter { !(cells[$0] ?? "").isEmpty && !headings.contains($0) }
    let text = (headings + missing).map { Self.quoted(cells[$0] ?? "") }.joined(separator: ",")
    return (text, missing)
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }

  /// The line end of the first line; a quoted heading with one inside is read back, and refused.
  private static func lineEnd(of text: [UInt8]) -> String {
    guard let end = text.firstIndex(where: { $0 == 10 || $0 == 13 }) else { return "\n" }
    guard text[end] == 13 else { return "\n" }
    return end + 1 < text.count && text[end + 1] == 10 ? "\r\n" : "\r"
  }
}
