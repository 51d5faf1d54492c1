import Testing

@testable import Intake
@testable import Rectification

/// 全角: what a Chinese keyboard writes in a code or a number means the same as the half-width form.
struct FullWidthTests {
  @Test func readsFullWidthFieldsInBothSyntaxes() throws {
    let changes = [
      ("campaign", "ｊｉｎｇａｎ－２０２３"), ("week", "２０２４－Ｗ０３"), ("revision", "７"),
      ("submittedAt", "２０２４－０１－１８Ｔ１６：２０：００．５＋０８：００"), ("entries/0/percent", "１００"),
      ("entries/0/measure", "Ｍ－１"), ("entries/0/delay/expectedDate", "２０２４-０２-０５"),
      ("entries/0/evidence/0/sha256", String(repeating: "ａ", count: 64)),
      ("outcomes/0/count", "１２"), ("outcomes/1/amount", "４１０．３６"),
    ]
    let wide = changes.reduce(Sample.plain) { $0.setting($1.0, to: .text($1.1)) }
    for text in [wide.json(), wide.xml()] {
      let report = try #require(decode(text).report)
      let entry = try #require(report.entries.first)
      #expect(report.campaign.text == "jingan-2023" && report.week == Week("2024-W03"))
      #expect(report.revision == 7 && report.submittedAt == Moment("2024-01-18T16:20:00+08:00"))
      #expect(entry.percent == 100 && entry.measure.text == "M-1")
      #expect(entry.delay?.expectedDate == CivilDate("2024-02-05"))
      #expect(entry.evidence.first?.sha256 == String(repeating: "a", count: 64))
      #expect(
        report.outcomes.map(\.value) == [.count(12), .amount(Amount(fen: 410_360_000))])
    }
  }

  @Test func leavesTextsAsTheyAre() throws {
    let text = "完成８０％，ＡＢＣ　（１）：－＋．"
    let paths = ["submittedBy", "entries/0/progress", "entries/0/evidence/0/name"]
    let written = paths.reduce(Sample.plain) { $0.setting($1, to: .text(text)) }
    for syntax in [written.json(), written.xml()] {
      let report = try #require(decode(syntax).report)
      let entry = try #require(report.entries.first)
      #expect(
        [report.submittedBy, entry.progress, entry.evidence.first?.name] == [text, text, text])
    }
  }

  @Test(
    arguments: [
      ("format", "ｚｈｏｕｈｕｉ-weekly-report/1"), ("entries/0/status", "ｃｏｍｐｌｅｔｅｄ"),
      ("entries/0/evidence/0/link", "ｈttps://a.cn"), ("zeroReport", "ｆａｌｓｅ"),
      ("outcomes/1/amountUnit", "万元　"),
    ])
  func takesNoFullWidthFormWhereOneTextIsMeant(_ path: String, _ text: String) {
    let report = Sample.plain.setting(path, to: .text(text))
    #expect(decode(report.json()).rules == ["schema"] && decode(report.xml()).rules == ["schema"])
  }

  @Test func quotesWhatWasWritten() throws {
    let report = Sample.plain.setting("entries/0/percent", to: .text("１２０"))
    let finding = try #require(decode(report.json()).findings.first)
    #expect(finding.message.zh == "percent（进度（%））超出范围：“１２０”")
  }

  @Test(
    arguments: [
      0...100, 1...999, 0...0, 0...9, 5...5, 7...23, 10...99, 95...105, 1...1000, 123...987, -1...1,
      -12...345, -345...(-12), -100...100, -999...(-999), 899...1101, -10...0,
    ])
  func writesTheWholeNumbersOfARange(_ range: ClosedRange<Int>) throws {
    let pattern = try #require(FieldType.integer(range).pattern)
    let expression = try Regex(pattern)
    for number in -1200...1200 {
      let isMatch = try expression.wholeMatch(in: "\(number)") != nil
      #expect(isMatch == range.contains(number), "\(number) by \(pattern)")
    }
    for text in ["", "-", "00", "007", "+1", "1 ", "-00", "1.0"] {
      #expect(try expression.wholeMatch(in: text) == nil, "\(text) by \(pattern)")
    }
  }

  @Test func widensEachCharacterOfAPattern() {
    #expect(FullWidthPattern.widening("[0-9]{4}-W") == "[0-9０-９]{4}[\\-－][WＷ]")
    #expect(FullWidthPattern.widening("[A-c-]*(\\.|Z)?") == "[A-c\\-Ａ-ｃ－]*([.．]|[ZＺ])?")
    #expect(FullWidthPattern.widening("[+\\-]") == "[+\\-＋－]")
  }
}
