import Foundation
import Rectification
import TestSupport
import Testing

@testable import Publishing

/// What a receipt says, and what it must not.
struct ReceiptTests {
  @Test func theWholeReportComesFirstThenEntriesInTheOrderOfTheFile() throws {
    let page = try page(sampleReceipt(.acceptedWithWarnings))
    let headings = ["整份报告", "措施 M022", "措施 M067"]
    let places = try headings.map { try #require(page.range(of: ">\($0)<")).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func findingsOnOneMeasureStandTogether() {
    let text = receiptText(sampleReceipt(.rejected), sampleContext)
    let lines = text.split(separator: "\n").map(String.init)
    let headings = lines.filter { $0.hasPrefix("措施 ") || $0.hasPrefix("第") }
    #expect(headings == ["措施 M044", "措施 M051", "措施 M022", "第4条进展"])
    let numbers = lines.filter { $0.contains("[") }.compactMap {
      Int($0.prefix(3).filter(\.isNumber))
    }
    #expect(numbers == [1, 2, 3, 4, 5])
  }

  @Test(arguments: ["/entries/3/percent", "/weeklyReport/entries/entry[4]", "/entries/3"])
  func anEntryWithoutAMeasureIsKnownByItsNumber(_ pointer: String) {
    #expect(receiptText(one(at: pointer), sampleContext).contains("\n第4条进展\n"))
  }

  @Test(arguments: ["/entries", "", "/outcomes/3/count", "/weeklyReport/entries", "/entriesX/3"])
  func whatIsInNoEntryIsAboutTheWholeReport(_ pointer: String) {
    #expect(receiptText(one(at: pointer), sampleContext).contains("\n整份报告\n"))
  }

  @Test func countsStandAtTheTop() throws {
    let page = try page(sampleReceipt(.rejected))
    let counts = try #require(page.range(of: "× 错误</b> 4条"))
    let facts = try #require(page.range(of: "第3周报告.xml"))
    #expect(counts.upperBound < facts.lowerBound)
    #expect(page.contains("△ 警示</b> 1条"))
    #expect(receiptText(sampleReceipt(.rejected), sampleContext).contains("检查结果：错误4条、警示1条"))
  }

  @Test func everyFindingLeadsToItsRuleOnThePage() throws {
    let page = try page(sampleReceipt(.rejected))
    for code in ["missing-entry", "completed-without-evidence", "stale-text", "bad-date"] {
      #expect(page.contains("href=\"#_rule_\(code)\""))
      #expect(page.components(separatedBy: "id=\"_rule_\(code)\"").count == 2)
    }
  }

  @Test func theOffendingValueIsQuotedWithNothingUnseen() throws {
    let receipt = sampleReceipt(.rejected)
    for text in [try page(receipt), receiptText(receipt, sampleContext)] {
      #expect(text.contains("[U+202E][U+00AD]"))
      #expect(!text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0xAD })
    }
    #expect(try page(receipt).contains("2024-02-30&lt;b&gt;"))
  }

  @Test func aVeryLongTextIsCut() throws {
    let long = String(repeating: "长", count: 100_000)
    let finding = Finding(
      .schema, at: Place(line: 1, column: 1, pointer: "/" + long), Bilingual(zh: long, en: long),
      remedy: Bilingual(zh: long, en: long))
    let receipt = sampleReceipt(.rejected, [finding])
    #expect(try page(receipt).count < 12_000)
    #expect(receiptText(receipt, sampleContext).count < 4_000)
  }

  @Test func ofAQuarantinedSubmissionNothingIsRepeated() throws {
    let receipt = sampleReceipt(.quarantined)
    let texts =
      receiptFiles(receipt, sampleContext).map(text)
      + Language.allCases.map { receiptText(receipt, sampleTrial, language: $0) }
    for text in texts {
      for word in ["会议纪要", "内部资料名称", "第3周报告", "M003", "★", "/entries"] {
        #expect(!text.contains(word), "\(word)")
      }
      #expect(text.contains("secrecy-mark") && text.contains(receipt.submission.digest.hex))
      #expect(!text.contains("schema\""))
    }
  }

  @Test func aTrialIsNotTakenForAReceipt() throws {
    for verdict in Verdict.allCases {
      let receipt = sampleReceipt(verdict)
      let (trial, real) = (receiptText(receipt, sampleTrial), receiptText(receipt, sampleContext))
      #expect(trial.hasPrefix("会被") && !real.hasPrefix("会被"))
      #expect(!trial.contains("收到时间") && real.contains("收到时间"))
      #expect(receiptJSON(receipt, sampleTrial).contains("\"trial\": true"))
      #expect(receiptJSON(receipt, sampleContext).contains("\"trial\": false"))
    }
  }

  @Test func aRejectedReportIsToldUntilWhen() {
    let early = sampleReceipt(.rejected)
    let late = sampleReceipt(.rejected, at: "2024-01-18 17:30")
    func says(_ receipt: Receipt, _ context: ReceiptContext, _ words: String) -> Bool {
      receiptText(receipt, context).replacing("\n", with: "").contains(words)
    }
    #expect(says(early, sampleContext, "2024年1月18日 17:00前重新报送"))
    #expect(says(late, sampleContext, "按迟报登记"))
    #expect(says(early, sampleTrial, "2024年1月18日 17:00前报送"))
    #expect(says(late, sampleTrial, "按迟报登记"))
  }

  @Test func aThousandFindingsAreAllThereAndTheirRestIsCountedFirst() throws {
    let page = try page(floodReceipt)
    #expect(page.components(separatedBy: "<tr class=\"error\">").count - 1 == 1_000)
    let rest = try #require(page.range(of: "另有 4000 条"))
    let entry = try #require(page.range(of: "第1条进展"))
    #expect(rest.lowerBound < entry.lowerBound)
    #expect(page.contains("× 错误</b> 1000条"))
    // What rules they are of, and how often, is told before them.
    let rules = try #require(page.range(of: "<code>schema</code><small>500条"))
    #expect(rules.upperBound < rest.lowerBound)
  }

  @Test(arguments: Verdict.allCases)
  func theTerminalHas80Columns(_ verdict: Verdict) {
    for language in Language.allCases {
      let text = receiptText(sampleReceipt(verdict), sampleTrial, language: language)
      for line in text.split(separator: "\n") {
        #expect(displayWidth(String(line)) <= 80, "\(line)")
      }
    }
  }

  private func one(at pointer: String) -> Receipt {
    let both = Bilingual(zh: "错", en: "wrong")
    return sampleReceipt(
      .rejected,
      [Finding(.schema, at: Place(line: 1, column: 1, pointer: pointer), both, remedy: both)])
  }

  private func page(_ receipt: Receipt) throws -> String {
    text(try #require(receiptFiles(receipt, sampleContext).first))
  }
}
