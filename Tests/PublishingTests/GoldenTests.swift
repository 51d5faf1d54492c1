import Publishing
import Rectification
import TestSupport
import Testing

/// Everything that is published, compared whole with what was looked at and found right.
struct GoldenTests {
  @Test func publishesTheWeekAsRecorded() throws {
    let sample = SampleWeek()
    for file in try weeklyFiles(try sample.summary(), problems: sample.problems) {
      try expectGolden(text(file), named: file.path)
    }
  }

  @Test func speaksEnglishWhenAsked() throws {
    let page = summaryPage(try SampleWeek().summary(), language: .en)
    try expectGolden(page, named: "summary-en.html")
  }

  @Test func printsTheBrief() throws {
    let summary = try SampleWeek(.middle).summary(.preview)
    try expectGolden(brief(summary), named: "brief.txt")
    try expectGolden(brief(summary, language: .en), named: "brief-en.txt")
    try expectGolden(status(summary), named: "status.txt")
    try expectGolden(status(summary, language: .en), named: "status-en.txt")
  }

  @Test(arguments: [Verdict.accepted, .acceptedWithWarnings, .rejected, .quarantined])
  func writesReceipts(_ verdict: Verdict) throws {
    let receipt = sampleReceipt(verdict)
    for file in receiptFiles(receipt, sampleContext) {
      let kind = file.path.split(separator: ".").last ?? ""
      try expectGolden(text(file), named: "receipt-\(verdict.rawValue).\(kind)")
    }
    try expectGolden(
      receiptText(receipt, sampleTrial), named: "receipt-\(verdict.rawValue).txt")
  }

  @Test func writesReceiptsInEnglish() throws {
    let receipt = sampleReceipt(.rejected)
    let page = try #require(receiptFiles(receipt, sampleContext, language: .en).first)
    try expectGolden(text(page), named: "receipt-rejected-en.html")
    try expectGolden(
      receiptText(receipt, sampleTrial, language: .en), named: "receipt-rejected-en.txt")
  }

  @Test func bytesDependOnTheValuesAlone() throws {
    let (one, two) = (try SampleWeek().summary(), try SampleWeek().summary())
    #expect(try weeklyFiles(one) == weeklyFiles(two))
  }
}

func text(_ file: OutboxFile) -> String { String(decoding: file.bytes, as: UTF8.self) }
