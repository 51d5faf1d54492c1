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

  @Test func readsEveryUnitOfMeasureOfGBK() {
    // In the real file of a district, ㎡ (A9 4F) was followed by ≧, and both had become question marks.
    let text = "㎡≧℃‰（万元）"
    let xml = Sample.xml(declaration: "<?xml version='1.0' encoding='gb2312'?>", progress: text)
    let bytes = encoded(xml, as: "GBK")
    #expect(bytes.contains(0xA9))
    #expect(decode(bytes).report?.entries.first?.progress == text)
  }

  @Test func readsGB2312Bytes() {
    let xml = Sample.xml(declaration: "<?xml version='1.0' encoding='GB2312'?>", progress: "全部完成")
    let bytes = encoded(xml, as: "GB2312")
    #expect(!bytes.isEmpty)
    #expect(decode(bytes).report?.entries.first?.progress == "全部完成")
  }

  @Test(arguments: ["核", "核查", "完成核查工作一项"])
  func refusesUTF8ThatSaysItIsGBKHoweverLittleChineseThereIs(_ progress: String) {
    let xml = Sample.xml(declaration: "<?xml version='1.0' encoding='GBK'?>", progress: progress)
    let decoded = decode(xml.replacing("联络员", with: "clerk"))
    #expect(decoded.rules == ["wrong-encoding"], "\(decoded.findings)")
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
    let declared = name == "UTF-8" ? "UTF-8" : "UTF-16"
    for text in [
      Sample.xml(progress: Self.text),
      Sample.xml(
        declaration: "<?xml version='1.0' encoding='\(declared)'?>", progress: Self.text),
      Sample.json(progress: "\"\(Self.text)\""),
    ] {
      let bytes = encoded(text, as: name)
      #expect(decode(mark + bytes).report?.entries.first?.progress == Self.text)
      #expect(decode(bytes).report?.entries.first?.progress == Self.text)
    }
  }

  @Test(arguments: ["GB18030", "GBK", "GB2312"])
  func readsJSONInChineseEncodings(_ name: String) {
    let text = ["GB18030": Self.text, "GBK": Self.gbkText][name] ?? "全部完成"
    let bytes = encoded(Sample.json(progress: "\"\(text)\""), as: name)
    #expect(!bytes.isEmpty)
    #expect(decode(bytes).report?.entries.first?.progress == text)
  }

  @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"])
  func readsTheSameFromEveryEncoding(_ name: String) throws {
    let known = try #require(decode(Sample.plain.json()).report)
    let json = try #require(decode(encoded(Sample.plain.json(), as: name)).report)
    #expect(canonicalJSON(of: json) == canonicalJSON(of: known))
    let declared = ["GB18030": "GBK", "UTF-16LE": "utf-16", "UTF-16BE": "UTF-16"][name] ?? name
    let declaration = "encoding=\"\(declared)\""
    let text = Sample.plain.xml().replacing("encoding=\"UTF-8\"", with: declaration)
    let xml = try #require(decode(encoded(text, as: name)).report)
    #expect(canonicalJSON(of: xml) == canonicalJSON(of: known))
  }

  /// .NET's StringWriter declares the first.
  @Test(arguments: [
    ("utf-16", "UTF-8", []), ("utf-16", "UTF-8", [0xEF, 0xBB, 0xBF]),
    ("iso-8859-1", "UTF-8", [0xEF, 0xBB, 0xBF]), ("gbk", "UTF-8", [0xEF, 0xBB, 0xBF]),
    ("utf-8", "UTF-16LE", [0xFF, 0xFE]), ("gbk", "UTF-16BE", []), ("utf-16be", "UTF-16LE", []),
  ])
  func refusesADeclarationThatTheBytesContradict(
    _ declared: String, _ name: String, _ mark: [UInt8]
  ) throws {
    let xml = Sample.xml(declaration: "<?xml version=\"1.0\" encoding=\"\(declared)\"?>")
    let decoded = decode(mark + encoded(xml, as: name))
    #expect(decoded.rules == ["wrong-encoding"])
    #expect(decoded.findings.first?.message.zh.contains("内容却是 \(name)") == true)
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

  @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE"], [true, false])
  func acceptsNoFileThatWasCut(_ name: String, _ isXML: Bool) {
    let declaration = name == "GB18030" ? "<?xml version='1.0' encoding='gb2312'?>" : ""
    let whole = encoded(
      isXML
        ? Sample.xml(declaration: declaration, progress: Self.text)
        : Sample.json(progress: "\"\(Self.text)\""), as: name)
    #expect(decode(whole).report != nil)
    for length in 0..<whole.count {
      let decoded = decode(Array(whole.prefix(length)))
      #expect(decoded.report == nil && !decoded.findings.isEmpty, "cut at \(length)")
    }
  }

  @Test(arguments: ["UTF-8", "GB18030"], [true, false])
  func namesTheOffsetOfABadByteAnywhere(_ name: String, _ isXML: Bool) throws {
    let declaration = name == "GB18030" ? "<?xml version='1.0' encoding='gbk'?>" : ""
    let whole = encoded(
      isXML
        ? Sample.xml(declaration: declaration, progress: Self.text)
        : Sample.json(progress: "\"\(Self.text)\""), as: name)
    // Not before the declaration has been read.
    for offset in stride(from: declaration.utf8.count + 1, to: whole.count, by: 1) {
      let bytes = whole[..<offset] + [0xFF] + whole[offset...]
      let finding = try #require(decode(Array(bytes)).findings.first)
      #expect(finding.rule == .wrongEncoding)
      // Within a character its first byte is named.
      let named = (max(0, offset - 3)...offset).filter { finding.message.zh.contains("偏移 \($0)）") }
      #expect(named.count == 1, "at \(offset): \(finding.message.zh)")
    }
  }

  @Test func countsTheByteOrderMarkInOffsets() throws {
    let finding = try #require(
      decode([0xEF, 0xBB, 0xBF] + Array("<a>".utf8) + [0xFF]).findings.first)
    #expect(finding.message.zh.contains("第 7 字节（偏移 6）"))
    #expect(finding.place == Place(line: 1, column: 4, pointer: ""))
  }

  @Test(arguments: [[0x00, 0xD8], [0x00, 0xDC]] as [[UInt8]])
  func refusesHalfASurrogatePairInUTF16(_ half: [UInt8]) throws {
    let head = encoded("{\"format\": \"镕", as: "UTF-16LE")
    for tail in ["\"}", ""] {
      let bytes = [0xFF, 0xFE] + head + half + encoded(tail, as: "UTF-16LE")
      let finding = try #require(decode(bytes).findings.first)
      #expect(finding.rule == .wrongEncoding)
      #expect(finding.message.zh.contains("偏移 \(2 + head.count)）"), "\(finding.message.zh)")
    }
  }

  @Test func refusesTheEuroSignOfWindowsInGBK() throws {
    // 0x80 is € to Windows alone; GB 18030 has no such character.
    let head = "<?xml version='1.0' encoding='gbk'?><a>"
    let finding = try #require(decode(Array(head.utf8) + [0x80, 0x3C]).findings.first)
    #expect(finding.rule == .wrongEncoding)
    #expect(finding.message.zh.contains("偏移 \(head.utf8.count)）"))
  }

  @Test func refusesAByteOrderMarkThatTheBytesBelie() {
    let xml = Sample.xml(
      declaration: "<?xml version='1.0' encoding='GBK'?>", progress: Self.gbkText)
    #expect(decode([0xEF, 0xBB, 0xBF] + encoded(xml, as: "GBK")).rules == ["wrong-encoding"])
  }

  @Test func refusesGBKThatDeclaresUTF8() {
    let xml = Sample.xml(declaration: "<?xml version='1.0' encoding='UTF-8'?>")
    #expect(decode(encoded(xml, as: "GBK")).rules == ["wrong-encoding"])
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
