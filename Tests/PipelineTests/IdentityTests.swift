import Foundation
import Glibc
import Intake
import Pipeline
import Rectification
import TestSupport
import Testing

/// Nobody reports for somebody else, whatever is in the file and whatever the file is called.
struct IdentityTests {
  private func run(_ trial: TrialWorkspace) throws -> RunReport {
    try runLocked(
      CampaignSnapshot(code("trial"), in: Workspace(root: trial.path)),
      in: Workspace(root: trial.path),
      asOf: moment("2024-01-10 12:00"), isDryRun: false, note: "test", progress: { _ in })
  }

  private static func json(_ unit: [UInt8]) -> Data {
    let text = String(decoding: TrialWorkspace.report(unit: "@"), as: UTF8.self)
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return Data(parts[0].utf8) + Data(unit) + Data(parts[1].utf8)
  }

  private static func xml(_ unit: [UInt8]) -> Data {
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <weeklyReport xmlns="urn:zhouhui:weekly-report:1"><format>zhouhui-weekly-report/1</format>
      <campaign>trial</campaign><unit>
      """
    let entries = ["M1", "M2"].map {
      "<entry><measure>\($0)</measure><status>in-progress</status><percent>50</percent>"
        + "<progress>召开专题会</progress></entry>"
    }.joined()
    let rest = """
      </unit><week>2024-W02</week><revision>1</revision>
      <submittedAt>2024-01-10T10:00:00+08:00</submittedAt><submittedBy>联络员</submittedBy>
      <zeroReport>false</zeroReport><entries>\(entries)</entries></weeklyReport>
      """
    return Data(head.utf8) + Data(unit) + Data(rest.utf8)
  }

  /// Without this the refusals below would prove nothing.
  @Test(arguments: ["JD01", "ＪＤ０１", "ＪD0１", "示例街道一"])
  func theFolderAdmitsItsOwnUnit(_ unit: String) throws {
    for bytes in [Self.json(Array(unit.utf8)), Self.xml(Array(unit.utf8))] {
      try withTemporaryFolder { folder in
        let trial = try TrialWorkspace(in: folder)
        try trial.drop(bytes, from: "JD01", as: "r.txt")
        #expect(try run(trial).verdicts.filter { $0.key.isAccepted }.count == 1)
      }
    }
  }

  /// JD01 may report for itself, by its code, in full width or not, and in no other way.
  @Test func theFolderOfOneUnitNeverAdmitsAnothersReport() throws {
    try withTemporaryFolder { folder in
      // More than a unit may send in an hour: here every one has to be judged.
      let trial = try TrialWorkspace(in: folder, sources: "guards: {files-per-hour: 10000}\n")
      let others = ["JD02", "BM01", "示例街道二", CodeForms.wide("JD02")].map { Array($0.utf8) }
      // Every third: UnitNamesTests tries them all, and here each one is a file that is synced.
      let some = CodeForms.of("JD01").union(CodeForms.of("JD02")).filter { !isOwn($0) }
        .sorted { $0.lexicographicallyPrecedes($1) }.enumerated()
        .filter { $0.offset.isMultiple(of: 3) }.map(\.element)
      let forms = Set(some).union(others)
      var sent = forms.count
      for (number, form) in forms.sorted(by: { $0.lexicographicallyPrecedes($1) }).enumerated() {
        try trial.drop(Self.json(form), from: "JD01", as: "\(number).json")
        // Both syntaxes are read into the same model: a sample of the second will do.
        guard number.isMultiple(of: 7) else { continue }
        try trial.drop(Self.xml(form), from: "JD01", as: "\(number).xml")
        sent += 1
      }
      let report = try run(trial)
      #expect(report.collected == sent && sent > 100)
      #expect(report.verdicts == [.rejected: sent])
      let rows = try trial.text("outbox/trial/2024-W02/reporting.csv")
      #expect(!rows.contains("按时"), "\(rows)")
    }
  }

  /// JD01, each character in half or full width.
  private func isOwn(_ form: [UInt8]) -> Bool {
    let text = String(decoding: form, as: UTF8.self)
    return text.count == 4 && zip(text, "JD01").allSatisfy(isSame)
  }

  private func isSame(_ written: Character, _ plain: Character) -> Bool {
    let bytes = Array(String(written).utf8)
    let plain = String(plain)
    return bytes == Array(plain.utf8) || bytes == Array(CodeForms.wide(plain).utf8)
  }

  private static let names: [[UInt8]] = [
    Array("a\nb.json".utf8), Array("-rf".utf8), Array("--help.json".utf8), Array("=1+1.json".utf8),
    Array("<script>alert(1)</script>.json".utf8).filter { $0 != 0x2F },
    Array("\"onload=x\".json".utf8), Array("$(reboot).json".utf8), Array("`id`;x.json".utf8),
    Array("%2e%2e%2fetc%2fpasswd.json".utf8), Array("x..\\..\\x.json".utf8), Array("x...".utf8),
    Array("\u{202E}nosj.json".utf8), Array("\u{200B}.json".utf8),
    Array("\u{7}\u{1B}[31m.json".utf8),
    [0xFF, 0xFE, 0x2E, 0x6A], [0xC0, 0xAF], Array("CON".utf8), Array("a b\t.json".utf8),
    Array("r.jsоn".utf8), Array("caf\u{E9}.json".utf8), Array("cafe\u{301}.json".utf8),
    Array(repeating: 0x61, count: 255), Array(repeating: UInt8(ascii: "'"), count: 255),
    Array(String(repeating: "长", count: 85).utf8), Array("summary.html".utf8),
    Array("&amp;.json".utf8),
  ]

  @Test func aHostileNameIsHarmlessInArchiveReceiptsPagesAndLog() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      for (number, name) in Self.names.enumerated() {
        let bytes = [UInt8](TrialWorkspace.report(revision: number + 1, progress: "第\(number)次"))
        try #require(put(bytes, as: name, in: folder.path + "/inbox/trial/JD01/"))
      }
      let report = try run(trial)
      #expect(report.collected == Self.names.count)
      #expect(report.verdicts[.rejected] == nil && report.passedOver.isEmpty)
      #expect(trial.files(below: "inbox").isEmpty)
      let archived = trial.files(below: "ledger/archive")
      #expect(archived.count == Self.names.count)
      #expect(archived.allSatisfy { $0.utf8.count == 67 && $0.utf8.allSatisfy(Self.isHexOrSlash) })
      let written = trial.files(below: "outbox")
      #expect(
        written.allSatisfy { path in
          path.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "<") }
            && !path.contains("..")
        })
      #expect(
        written.count { $0.hasSuffix(".html") && $0.contains("/receipts/") } == archived.count)
      for name in written {
        let text = try trial.text("outbox/\(name)")
        #expect(!text.contains("<script>alert") || name.hasSuffix(".json"), "\(name)")
        #expect(!text.contains("\"onload=x\""), "\(name)")
        for scalar in text.unicodeScalars {
          let isLineEnd = scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\u{FEFF}"
          #expect(isLineEnd || scalar.properties.generalCategory != .control, "\(name)")
          #expect(scalar != "\u{202E}" && scalar != "\u{200B}", "\(name)")
        }
      }
    }
  }

  private static func isHexOrSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || Array("0123456789abcdef".utf8).contains(byte)
  }

  private func put(_ bytes: [UInt8], as name: [UInt8], in folder: String) -> Bool {
    let path = (Array(folder.utf8) + name).map { CChar(bitPattern: $0) } + [0]
    let file = path.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { open($0, O_WRONLY | O_CREAT | O_EXCL, 0o644) } ?? -1
    }
    guard file >= 0 else { return false }
    defer { close(file) }
    return write(file, bytes, bytes.count) == bytes.count
  }
}
