import Rectification
import Testing

@testable import Intake

struct MalformedTests {
  @Test(arguments: ["", " \n\t", "\u{FEFF}"])
  func refusesAnEmptyFile(_ text: String) {
    #expect(decode(text).rules == ["not-a-report"])
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 3, 4, 1], "ZIP"), ([0x1F, 0x8B, 8], "gzip"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
      ([0x42, 0x5A, 0x68, 0x39], "bzip2"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Excel"),
      ([0x25, 0x50, 0x44, 0x46, 0x2D], "PDF"),
    ] as [([UInt8], String)])
  func saysWhatABinaryFileLooksLike(_ bytes: [UInt8], _ name: String) throws {
    let finding = try #require(decode(bytes).findings.first)
    #expect(finding.rule == .notAReport)
    #expect(finding.message.zh.contains(name))
  }

  @Test(
    arguments: [
      "周报告", "hello", "[1]", "{}", "{\"a\": 1}", "<html><body/></html>",
      "<weeklyReport/>", "<weeklyReport xmlns='urn:zhouhui:weekly-report:2'/>",
      "<report xmlns='urn:zhouhui:weekly-report:1'/>",
    ])
  func refusesWhatIsNoReport(_ text: String) {
    #expect(decode(text).rules == ["not-a-report"])
  }

  @Test(
    arguments: [
      ("{\"unit\": \"A\",}", 1, 13), ("{\n  \"unit\" \"A\"}", 2, 10), ("{\"unit\": 01}", 1, 11),
      ("{\"unit\": 'A'}", 1, 10), ("{unit: 1}", 1, 2), ("{\"unit\": \"\\x\"}", 1, 11),
      ("{\"单位\": \"\\ud800\"}", 1, 9), ("{\"unit\": \"A\"", 1, 13), ("{} {}", 1, 4),
      ("{\"unit\": \"a\nb\"}", 1, 12), ("{\"unit\": nul}", 1, 10), ("{\"a\": [1 2]}", 1, 10),
    ])
  func placesMalformedJSON(_ text: String, _ line: Int, _ column: Int) throws {
    let finding = try #require(decode(text).findings.first)
    #expect(finding.rule == .unreadable)
    #expect(finding.place == Place(line: line, column: column, pointer: ""))
  }

  @Test(
    arguments: [
      ("<progress>", "标签"), ("<plan>a & b</plan>", "&amp;"), ("<plan>&nbsp;</plan>", "实体"),
      ("<plan a=1/>", "引号"), ("<plan>&#0;</plan>", "字符"), ("<p:plan/>", "前缀"),
      ("<plan a='1' a='2'/>", "重复"), ("<!-- a -- b -->", "连字符"), ("<plan>]]></plan>", "]]>"),
    ])
  func explainsMalformedXMLInChinese(_ part: String, _ word: String) throws {
    let decoded = decode(Sample.xml(entry: part))
    let finding = try #require(decoded.findings.first)
    #expect(decoded.rules == ["unreadable"])
    #expect(finding.message.zh.contains(word), "\(finding.message.zh)")
    #expect(finding.place.line == 7)
  }

  @Test func placesMalformedXML() throws {
    let finding = try #require(decode(Sample.xml(entry: "<plan>a & b</plan>")).findings.first)
    #expect(finding.place.line == 7)
    #expect((33...36).contains(finding.place.column), "\(finding.place)")
  }

  @Test func refusesATruncatedFileInEitherSyntax() {
    for text in [Sample.xml(), Sample.json()] {
      for length in stride(from: 60, to: text.count - 1, by: 37) {
        #expect(decode(String(text.prefix(length))).rules == ["unreadable"])
      }
    }
  }

  @Test(arguments: ["\0", "\u{1}", "\u{B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{FFFE}"])
  func refusesControlCharactersAsTheyStand(_ control: String) throws {
    for text in [Sample.xml(progress: "a\(control)b"), Sample.json(progress: "\"a\(control)b\"")] {
      let decoded = decode(text)
      #expect(decoded.rules == ["unreadable"])
      #expect(try #require(decoded.findings.first).place.line >= 8 - 2)
    }
  }

  @Test(arguments: ["\\u0000", "\\u0001", "\\b", "\\u007f", "\\uffff"])
  func refusesControlCharactersWrittenAsEscapes(_ escape: String) {
    #expect(decode(Sample.json(progress: "\"a\(escape)b\"")).rules == ["schema"])
    #expect(decode(Sample.json(head: "\"a\(escape)\": 1,")).rules == ["schema"])
  }

  @Test func keepsTabsAndLineEnds() {
    let report = decode(Sample.json(progress: "\"a\\tb\\r\\nc\"")).report
    #expect(report?.entries.first?.progress.utf8.elementsEqual("a\tb\r\nc".utf8) == true)
  }
}
