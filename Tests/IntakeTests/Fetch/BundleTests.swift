import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// One answer, taken apart into reports.
struct BundleTests {
  private func parts(_ text: String) throws -> [String] {
    try bundle(Array(text.utf8)).parts.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private func bundle(_ bytes: [UInt8], limit: Int = 1 << 20) throws(BundleFault) -> ReportBundle {
    try ReportBundle(bytes, limit: limit, marks: .standard)
  }

  @Test(arguments: [
    ("[]", []),
    (" [ {\"a\":[1,{}]} , {\"b\":\"],[\\\"\"} ]\n", ["{\"a\":[1,{}]}", "{\"b\":\"],[\\\"\"}"]),
    ("{\"next\":null,\"reports\":[{}],\"total\":1}", ["{}"]), ("[1,true]", ["1", "true"]),
    ("[{\"a\":1,},{}]", ["{\"a\":1,}", "{}"]),
  ])
  func cutsJSONWhereReportsBeginAndEnd(_ text: String, _ expected: [String]) throws {
    #expect(try parts(text) == expected)
  }

  @Test(arguments: [
    "[", "[{}", "[{},]", "[{}]x", "{\"reports\":{}}", "{}", "{\"reports\":[],\"reports\":[]}", "[}",
    "[\"a]", "{\"reports\":[],\"next\":\"a\",\"next\":\"b\"}", "[{}}]", "5", "",
  ])
  func refusesWhatIsNoListOfReports(_ text: String) {
    #expect(throws: BundleFault.self) { try parts(text) }
  }

  /// As in an inbox: what programs leave about is no report, and no unit has sent it.
  @Test(arguments: [
    "Thumbs.db", "报告/desktop.ini", "__MACOSX/._JD01.json", ".DS_Store", "~$JD01.xlsx",
    "JD01.json.bak", "JD01.json~",
    "JD01.xlsx.crdownload",
  ])
  func passesOverLitter(_ name: String) throws {
    let zip = StoredZip.bytes([("JD01.json", Array("{}".utf8)), (name, Array("x".utf8))])
    #expect(try bundle(zip).parts.map(\.name) == ["JD01.json"])
  }

  @Test(arguments: ["JD01.json", "报告/JD01.json"])
  func twoFilesOfOneNameAreToldForWhatTheyAre(_ name: String) {
    let zip = StoredZip.bytes([(name, Array("{}".utf8)), (name, Array("[]".utf8))])
    #expect(throws: BundleFault.twice) { try bundle(zip) }
  }

  @Test func namesThePlaceButNotWhatStandsThere() {
    #expect(
      throws: BundleFault(
        Bilingual(zh: "第 2 行第 3 列起不是 JSON 数组的写法", en: "not a JSON array from line 2, column 3"))
    ) {
      try parts("[{},\n{}绝密★]")
    }
  }

  @Test func readsTheNextPageOfADocument() throws {
    #expect(try bundle(Array("{\"reports\":[],\"next\":\"/p?\\u0032\"}".utf8)).next == "/p?2")
    let xml =
      "<weeklyReports xmlns=\"\(ReportFormat.namespace)\"><next> /p2 </next></weeklyReports>"
    #expect(try bundle(Array(xml.utf8)).next == "/p2")
  }

  @Test func cutsXMLIntoReportsThatStandAlone() throws {
    let report = "<weeklyReport><unit>BM01</unit></weeklyReport>"
    let text = """
      <?xml version="1.0"?>
      <!-- <x> -->
      <weeklyReports xmlns="\(ReportFormat.namespace)">
        \(report)
        <!-- between </weeklyReports> -->
        <z:weeklyReport xmlns:z="\(ReportFormat.namespace)"><z:unit>BM02</z:unit></z:weeklyReport>
      </weeklyReports> <!-- </end> --><?pi </x> ?>

      """
    let found = try parts(text)
    #expect(found.count == 2)
    for part in found { _ = try XMLScanner.scan(Array(part.utf8)) }
    #expect(found[0].hasPrefix("<weeklyReport xmlns=\"\(ReportFormat.namespace)\"><unit>BM01"))
    #expect(found[1].hasPrefix("<z:weeklyReport xmlns:z="))
  }

  @Test(arguments: [
    "<weeklyReports/>", "<weeklyReports xmlns='urn:x'/>", "<a/>", "<weeklyReports",
    "<weeklyReports xmlns='urn:zhouhui:weekly-report:1'>text</weeklyReports>",
    "<weeklyReports xmlns='urn:zhouhui:weekly-report:1'><a/></weeklyReports>",
    "<!DOCTYPE weeklyReports><weeklyReports xmlns='urn:zhouhui:weekly-report:1'/>",
  ])
  func refusesOtherEnvelopes(_ text: String) {
    #expect(throws: BundleFault.self) { try parts(text) }
  }

  @Test func takesAnEmptyEnvelope() throws {
    #expect(try parts("<weeklyReports xmlns='urn:zhouhui:weekly-report:1'/>") == [])
  }

  /// By Python's own zipfile.
  private func zip(_ lines: String) throws -> [UInt8] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.zip")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = [
        "-c",
        "import zipfile\nz=zipfile.ZipFile('\(file.path)','w',zipfile.ZIP_DEFLATED)\n\(lines)\nz.close()",
      ]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      return Array(try Data(contentsOf: file))
    }
  }

  @Test func unpacksAnArchiveWithSignatures() throws {
    let bytes = try zip(
      """
      z.writestr('d/', '')
      z.writestr('d/../../甲.xml', '<a/>')
      z.writestr('d/../../甲.xml.sig', 'S')
      z.writestr('lone.sig', 'L')
      z.writestr('__MACOSX/x', 'junk')
      z.writestr('秘密★.xml', '<b/>')
      """)
    let parts = try bundle(bytes).parts
    #expect(parts.map(\.name) == ["d/../../甲.xml", "lone.sig", ShownName.withheld])
    #expect(parts[0].signatures == [".sig": Array("S".utf8)])
    #expect(parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["<a/>", "L", "<b/>"])
  }

  @Test func anArchiveThatSwellsEndsAtTheLimit() throws {
    let bytes = try zip("z.writestr('a', b' ' * 30_000_000)")
    #expect(bytes.count < 60_000)
    #expect(throws: BundleFault.tooLarge) { try bundle(bytes) }
  }

  @Test func aDamagedArchiveIsRefused() throws {
    var bytes = try zip("z.writestr('a.xml', '<a/>' * 100)")
    for cut in [4, 20, bytes.count / 2, bytes.count - 1] {
      #expect(throws: BundleFault.self) { try bundle(Array(bytes.prefix(cut))) }
    }
    // The first byte of the deflated data: the check sum no longer fits.
    bytes[40] ^= 0xFF
    #expect(throws: BundleFault.self) { try bundle(bytes) }
  }
}
