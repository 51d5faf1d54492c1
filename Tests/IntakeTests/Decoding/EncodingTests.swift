import Rectification
import Testing

@testable import Intake

struct EncodingTests {
  /// ㎡ is in GBK, 镕 in GBK but not in GB 2312, 𠮷 in GB18030 alone.
  private static let text = "改造1200㎡，镕园、𠮷祥里"
  private static let gbkText = "改造1200㎡，镕园"

  @Test(arguments: ["gb2312", "GBK", "gb18030", "cp936", "GB2312"])
  func readsEveryChineseDeclarationAsGB18030(_ name: String) {
    let xml = Sample.xml(
      declaration: "<?xml version='1.0' encoding='\(name)'?>\n", progress: Self.text)
    #expect(decode(encoded(xml, as: "GB18030")).report?.entries.first?.progress == Self.text)
  }

  @Test func readsGBKBytes() {
    let xml = Sample.xml(
      declaration: "<?xml version=\"1.0\" encoding=\"GBK\"?>", progress: Self.gbkText)
    let bytes = encoded(xml, as: "GBK")
    #expect(!bytes.isEmpty)
    #expect(decode(bytes).report?.entries.first?.progress == Self.gbkText)
  }

  @Test(arguments: [
    ("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]),
  ])
  func readsUnicodeWithAByteOrderMarkAndWithout(_ name: String, _ mark: [UInt8]) {
    for text in [Sample.xml(progress: Self.text), Sample.json(progress: "\"\(Self.text)\"")] {
      let bytes = encoded(text, as: name)
      #expect(decode(mark + bytes).report?.entries.first?.progress == Self.text)
      #expect(decode(bytes).report?.entries.first?.progress == Self.text)
    }
  }

  @Test func readsJSONInGB18030() {
    let bytes = encoded(Sample.json(progress: "\"\(Self.text)\""), as: "GB18030")
    #expect(decode(bytes).report?.entries.first?.progress == Self.text)
  }

  @Test func readsUTF8ThatDeclaresUTF16() {
    let xml = Sample.xml(declaration: "<?xml version=\"1.0\" encoding=\"utf-16\"?>")
    #expect(decode(xml).report != nil)
  }

  @Test func placesABadByteByOffsetLineAndColumn() throws {
    var bytes = Array("<a>\n中".utf8)
    bytes += [0xFF, 0x3C]
    let finding = try #require(decode(bytes).findings.first)
    #expect(finding.rule == .wrongEncoding)
    #expect(finding.message.zh.contains("偏移 7"))
    #expect(finding.place == Place(line: 2, column: 2, pointer: ""))
  }

  @Test func findsABadByteInGB18030() throws {
    let head = "<?xml version='1.0' encoding='gbk'?><a>"
    let finding = try #require(
      decode(encoded(head + "镕", as: "GBK") + [0xFF, 0x3C]).findings.first)
    #expect(finding.rule == .wrongEncoding)
    #expect(finding.place.column == head.count + 2)
  }

  @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE"])
  func saysWhenAFileEndsWithinACharacter(_ name: String) throws {
    let declared = name == "GB18030" ? "<?xml version='1.0' encoding='gbk'?>" : ""
    let bytes = encoded(declared + "<a>全部完成中", as: name).dropLast()
    let finding = try #require(decode(Array(bytes)).findings.first)
    #expect(finding.rule == .wrongEncoding)
    #expect(finding.message.zh.contains("断在一个字符中间"))
  }

  @Test func refusesGBKWithoutADeclaration() {
    #expect(decode(encoded(Sample.xml(), as: "GBK")).rules == ["wrong-encoding"])
  }

  @Test func refusesUTF8ThatStillDeclaresGBK() throws {
    let xml = Sample.xml(declaration: "<?xml version='1.0' encoding='GBK'?>")
    let finding = try #require(decode(xml).findings.first)
    #expect(finding.rule == .wrongEncoding)
    #expect(finding.message.zh.contains("内容却是 UTF-8"))
  }

  @Test func refusesDamagedUTF8InJSONRatherThanReadGibberish() {
    var bytes = Array(Sample.json(progress: "\"完成核查，正在公示，下周汇总\"").utf8)
    bytes.removeAll { $0 == 0x8C }
    #expect(decode(bytes).rules == ["wrong-encoding"])
  }

  @Test(arguments: ["big5", "iso-8859-1", "utf-7", "nonsense"])
  func refusesOtherDeclarations(_ name: String) {
    let xml = Sample.xml(declaration: "<?xml version='1.0' encoding='\(name)'?>")
    #expect(decode(xml).rules == ["wrong-encoding"])
  }
}
