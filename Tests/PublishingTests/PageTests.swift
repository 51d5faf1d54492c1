import Foundation
import Publishing
import Rectification
import Testing

/// `summary.html` as one page: whole, small, and every number leading somewhere.
struct PageTests {
  @Test(arguments: [SampleWeek.Stage.nearEnd, .middle])
  func everyLinkLeadsToARow(_ stage: SampleWeek.Stage) throws {
    let page = try summaryPage(SampleWeek(stage).summary())
    let anchors = page.matches(of: /id="([^"]+)"/).map { String($0.1) }
    let links = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.1) })
    #expect(Set(anchors).count == anchors.count)
    #expect(links.subtracting(anchors) == [])
    #expect(links.count > 108)
  }

  @Test func asksForNothingFromOutside() throws {
    let page = try summaryPage(SampleWeek().summary())
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
    for word in ["<script", "http://", "https://", "@import", "<link", "<img", " onclick", ":has("]
    {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func staysUnder600KilobytesAt108Measures() throws {
    let sample = SampleWeek(.middle)
    let page = try summaryPage(sample.summary(), problems: sample.problems)
    #expect(page.utf8.count < 600_000, "\(page.utf8.count) bytes")
  }

  @Test func namesTheSourceOfEveryMeasure() throws {
    let summary = try SampleWeek().summary()
    let page = summaryPage(summary)
    for row in summary.measures {
      let digest = try #require(row.state.entry?.submission.digest.hex)
      #expect(page.contains("<tr id=\"\(row.code)\">"))
      #expect(page.contains("title=\"SHA-256 \(digest)\""))
    }
  }

  @Test func aFirstWeekWithoutAnythingReportedStillPrints() throws {
    let full = try SampleWeek().summary()
    let empty = WeekSummary(
      settings: full.settings,
      edition: Edition(
        kind: .preview, cutOffs: full.edition.cutOffs, referenceDate: full.edition.referenceDate,
        latestInput: nil), previousWeek: nil, figures: [], aspects: [], units: [], items: [],
      measures: [], movements: [], reporting: [], alerts: [], agenda: Agenda(items: []), steps: [],
      outcomes: [],
      unitNames: [:])
    #expect(summaryPage(empty).contains("没有逾期措施。"))
    #expect(brief(empty).contains("尚未收到"))
    #expect(weeklyFiles(empty).allSatisfy { !$0.bytes.isEmpty })
  }
}
