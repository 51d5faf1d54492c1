import Rectification

/// Adds one row on a quarantined submission to decisions.csv, and changes no other byte.
///
/// The file stays what the office's own program has made of it: encoding, byte order mark, line ends
/// and the order of the columns.
package enum DecisionRow {
  /// The bytes of the file with the row at its end.
  ///
  /// Thrown is what has to be mended first; also when the result, read again, is not what was read
  /// before and this row.
  package static func appending(
    _ release: Release, to bytes: [UInt8], of campaign: Campaign
  ) throws(CampaignFilesError) -> [UInt8] {
    var log = ProblemLog(file: path(campaign))
    let marks = campaign.settings.secrecyMarks
    guard let text = CampaignText.read(bytes, marks: marks, &log) else {
      throw CampaignFilesError(log.problems) ?? unread(campaign)
    }
    let cells = cells(of: release, in: campaign.settings.zone)
    refuseFormulas(cells, &log)
    let row = row(cells, under: CSVScanner.records(of: text, &log).first { !$0.isBlank }, &log)
    if let error = CampaignFilesError(log.problems) { throw error }
    let end = lineEnd(of: text)
    let addition = (text.last == 10 || text.last == 13 ? "" : end) + row + end
    let isGB18030 =
      !bytes.starts(with: [0xEF, 0xBB, 0xBF]) && !CampaignText.isUTF8(bytes[...])
    guard let encoded = isGB18030 ? GB18030Text.bytes(of: addition) : Array(addition.utf8) else {
      throw unread(campaign)
    }
    let result = bytes + encoded
    try check(result, is: release, addedTo: campaign)
    return result
  }

  /// The next number in the manner of the last row's: D009 after D008, D001 in an empty file.
  package static func nextCode(of campaign: Campaign) -> Code? {
    let decisions = campaign.decisions.map { ($0.line, $0.code) }
    let releases = campaign.releases.map { ($0.line, $0.code) }
    let orders = campaign.issueOrders.map { ($0.line, $0.code) }
    let all = decisions + releases + orders
    let taken = Set(all.map(\.1))
    let last = all.max { $0.0 < $1.0 }?.1.text ?? "D000"
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

  private static func path(_ campaign: Campaign) -> String {
    "schedules/\(campaign.settings.code)/decisions.csv"
  }

  private static func cells(of release: Release, in zone: ZoneOffset) -> [String: String] {
    [
      "决定编号": release.code.text, "作出时间": release.decidedAt.short(in: zone),
      "决定": release.word, "报送": release.digestPrefix, "理由": release.reason.trimmed,
      "依据": release.basis.trimmed, "作出人": release.decidedBy.trimmed,
    ]
  }

  /// A spreadsheet runs such a cell as a formula; the office opens this file in one.
  private static func refuseFormulas(_ cells: [String: String], _ log: inout ProblemLog) {
    for heading in ["理由", "依据", "作出人"] {
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

  private static func row(
    _ cells: [String: String], under head: CSVRecord?, _ log: inout ProblemLog
  ) -> String {
    guard let head, CSVHeadings.columns(head, layout: DecisionsFile.layout, &log) != nil else {
      return ""
    }
    let headings = head.fields.map(\.text)
    for (heading, text) in cells.sorted(by: { $0.key < $1.key })
    where !text.isEmpty && !headings.contains(heading) {
      log.refuse(
        at: head.spot,
        Bilingual(zh: "缺少标题“\(heading)”", en: "the heading “\(heading)” is missing"),
        remedy: Bilingual(
          zh: "请先在表格软件里补上这一列", en: "add that column in your spreadsheet first"))
    }
    return headings.map { quoted(cells[$0] ?? "") }.joined(separator: ",")
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

  private static func check(
    _ bytes: [UInt8], is release: Release, addedTo campaign: Campaign
  ) throws(CampaignFilesError) {
    var log = ProblemLog(file: path(campaign))
    let table = CSVTable(
      bytes, layout: DecisionsFile.layout, marks: campaign.settings.secrecyMarks, &log)
    let measures = Dictionary(
      campaign.register.measures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let content = table.map {
      DecisionsFile(zone: campaign.settings.zone, measures: measures).read($0, &log)
    }
    if let error = CampaignFilesError(log.problems) { throw error }
    guard let content, content.decisions == campaign.decisions,
      content.issueOrders == campaign.issueOrders,
      content.releases.dropLast() == campaign.releases[...],
      content.releases.last?.says(release) ?? false
    else { throw unread(campaign) }
  }

  private static func unread(_ campaign: Campaign) -> CampaignFilesError {
    CampaignFilesError(
      first: CampaignProblem(
        file: path(campaign),
        message: Bilingual(
          zh: "添了这一行以后读不回原样，没有写入",
          en: "with the row added it would not read back; nothing was written"),
        remedy: Bilingual(
          zh: "请看文件是否正在被别人改动，再试一次；或在表格软件里手工添这一行",
          en: "see whether somebody is changing the file and try again, or add the row by hand")))
  }
}

extension Release {
  /// Whether it is the same decision, whatever line it stands on.
  fileprivate func says(_ other: Release) -> Bool {
    code == other.code && isGranted == other.isGranted && decidedAt == other.decidedAt
      && digestPrefix == other.digestPrefix && reason == other.reason && basis == other.basis
      && decidedBy == other.decidedBy
  }
}
