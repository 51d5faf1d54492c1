import Foundation
import Rectification
import TestSupport
import Testing

@testable import Publishing

/// How a template is filled, and when it is refused.
struct TemplateTests {
  private let two = overdue((code: "M1", text: "甲事"), (code: "M2", text: "乙事"))
  private let none = overdue()

  @Test func fillsAPlaceholderThatWordHasCutIntoRuns() throws {
    let body = try filled(paragraph("关于{", "{题", "名}", "}的通报"), two)
    #expect(paragraphs(body) == ["关于静安的通报"])
  }

  @Test func keepsTheLooksOfTheRunThePlaceholderBeginsIn() throws {
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>前{{题</w:t></w:r>"
    let body = try filled("<w:p>\(bold)<w:r><w:t>名}}后</w:t></w:r></w:p>", two)
    let runs = body.components(separatedBy: "<w:r>")
    #expect(runs.contains { $0.contains("<w:b/>") && $0.contains("静安") })
    #expect(runs.contains { !$0.contains("<w:b/>") && $0.contains("后") })
  }

  @Test func repeatsTheRowThatHoldsThePair() throws {
    let table =
      "<w:tbl>\(row(paragraph("编号"), paragraph("措施")))"
      + "\(row(paragraph("{{#逾期}}{{编号}}"), paragraph("{{措施}}（{{题名}}）{{/逾期}}")))</w:tbl>"
    let body = try filled(table, two)
    #expect(body.components(separatedBy: "<w:tr>").count == 4)
    #expect(paragraphs(body) == ["编号", "措施", "M1", "甲事（静安）", "M2", "乙事（静安）"])
    #expect(try paragraphs(filled(table, none)) == ["编号", "措施"])
  }

  @Test func dropsATableThatIsLeftWithoutRows() throws {
    let table = "<w:tbl>\(row(paragraph("{{#逾期}}{{编号}}"), paragraph("{{/逾期}}")))</w:tbl>"
    #expect(try !filled(table, none).contains("<w:tbl>"))
    #expect(try filled(table, two).contains("<w:tbl>"))
  }

  @Test func repeatsParagraphsAndTablesBetweenAPairInParagraphsOfItsOwn() throws {
    let block =
      paragraph("{{#逾期}}") + paragraph("{{编号}}") + "<w:tbl>\(row(paragraph("{{措施}}")))</w:tbl>"
      + paragraph("{{/逾期}}") + paragraph("完")
    #expect(try paragraphs(filled(block, two)) == ["M1", "甲事", "M2", "乙事", "完"])
    #expect(try paragraphs(filled(block, none)) == ["完"])
  }

  @Test func repeatsTextInsideAParagraphAndListsInsideLists() throws {
    let line = paragraph("有：{{#逾期}}{{编号}}（{{#单位}}{{名称}}、{{/单位}}）；{{/逾期}}")
    #expect(try paragraphs(filled(line, two)) == ["有：M1（甲、乙、）；M2（甲、乙、）；"])
  }

  @Test func saysSomethingElseWhenAListIsEmpty() throws {
    let line = paragraph("{{^逾期}}没有。{{/逾期}}") + paragraph("完")
    #expect(try paragraphs(filled(line, none)) == ["没有。", "完"])
    // A paragraph of the pair alone leaves no empty line.
    #expect(try paragraphs(filled(line, two)) == ["完"])
  }

  @Test func takesFullWidthBracesAndBlanks() throws {
    let line = paragraph("｛｛ 题名 ｝｝：｛｛＃逾期｝｝{{编号}}｛｛／逾期｝｝")
    #expect(try paragraphs(filled(line, two)) == ["静安：M1M2"])
  }

  @Test(arguments: [
    "</w:t></w:r></w:p><w:p/>", "{{题名}}", "&lt;b&gt;", "\"]]>", "a\u{0}b\u{1B}", "\u{202E}fdp.exe",
    "<w:fldSimple w:instr=\"DDEAUTO cmd\"/>",
  ])
  func textFromOutsideStaysText(_ hostile: String) throws {
    let line = paragraph("{{#逾期}}{{措施}}{{/逾期}}")
    let plain = try filled(line, overdue((code: "M1", text: "x")))
    let body = try filled(line, overdue((code: "M1", text: hostile)))
    let tags = { (text: String) in text.matches(of: /<[^>]*>/).map { String($0.output) } }
    #expect(tags(body) == tags(plain))
    let shown = try #require(paragraphs(body).first)
    #expect(unescapedFromXML(shown) == visible(hostile))
  }

  @Test func keepsEveryOtherByteOfTheOfficesDocument() throws {
    let body =
      "<w:p w:rsidR='00A1' ><!-- x --><w:r><w:t xml:space = \"preserve\"> 信头 </w:t></w:r></w:p>"
    let picture: [UInt8] = (0...255).map { UInt8($0) }
    let bytes = try wordDocument(body, others: [("word/media/image1.png", picture)])
    let result = try WordTemplate(bytes, fields: trialFields).filled(with: two)
    let parts = try WordPackage(result).parts
    #expect(String(decoding: parts[0].bytes, as: UTF8.self).contains(body))
    #expect(parts[1].name == "word/media/image1.png" && parts[1].bytes == picture)
  }

  @Test func fillsHeadersAndFooters() throws {
    let header = Array("<w:hdr>\(paragraph("{{题名}}"))</w:hdr>".utf8)
    let bytes = try wordDocument(paragraph("正文"), others: [("word/header2.xml", header)])
    let parts = try WordPackage(WordTemplate(bytes, fields: trialFields).filled(with: two)).parts
    #expect(String(decoding: parts[1].bytes, as: UTF8.self).contains("静安"))
  }

  @Test(arguments: [
    (paragraph("{{题铭}}"), TemplateFault.unknown("{{题铭}}", near: ["{{题名}}"])),
    (paragraph("{{编号}}"), .unknown("{{编号}}", near: [])),
    (paragraph("{{#逾斯}}x{{/逾斯}}"), .unknown("{{#逾斯}}", near: ["{{#逾期}}"])),
    (paragraph("{{逾期}}"), .wrongKind("{{逾期}}", isList: true)),
    (paragraph("{{#题名}}x{{/题名}}"), .wrongKind("{{#题名}}", isList: false)),
    (paragraph("{{#逾期}}x"), .unpaired("{{#逾期}}")),
    (paragraph("x{{/逾期}}"), .unpaired("{{/逾期}}")),
    (paragraph("{{#逾期}}{{#单位}}{{/逾期}}{{/单位}}"), .crossed("{{/逾期}}")),
    (paragraph("见{{题名}，完"), .open("{{题名}，完")),
    ("<w:p><![CDATA[{{题名}}]]></w:p>", .notADocument),
    ("<w:p><w:r></w:p></w:r>", .notADocument),
  ])
  func refusesAWrongTemplateAndNamesThePlaceholder(_ body: String, _ fault: TemplateFault) throws {
    let bytes = try wordDocument(body)
    #expect(throws: fault) { try WordTemplate(bytes, fields: trialFields) }
  }

  @Test func refusesWhatIsNoDocument() throws {
    let zip = try ZipWriter.archive([("readme.txt", Array("x".utf8))])
    for bytes in [[], Array("{\\rtf1}".utf8), zip, Array(zip.prefix(20))] {
      #expect(throws: TemplateFault.notADocument) { try WordTemplate(bytes, fields: trialFields) }
    }
  }

  @Test func refusesATemplateThatBearsASecrecyMarkAndQuotesNothingOfIt() throws {
    let marked = paragraph("机", "密", "★", "10年")
    for bytes in [
      try wordDocument(marked + paragraph("{{不该引出}}")),
      try wordDocument(
        paragraph("x"), others: [("word/comments.xml", Array("<c>\(marked)</c>".utf8))]),
    ] {
      #expect(throws: TemplateFault.secrecyMark) { try WordTemplate(bytes, fields: trialFields) }
    }
  }

  @Test func refusesADocumentThatSwells() throws {
    let swollen = [UInt8](repeating: 0, count: (16 << 20) + 1)
    let bytes = try wordDocument(paragraph("x"), others: [("word/media/a.bin", swollen)])
    #expect(bytes.count < 1 << 20)
    #expect(throws: TemplateFault.tooLarge) { try WordTemplate(bytes, fields: trialFields) }
  }
}
