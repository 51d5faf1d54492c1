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
    let policy =
      /content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'unsafe-inline';/
    #expect(page.contains(policy))
    #expect(page.matches(of: /<script/).count == 1)
    for word in ["http://", "https://", "@import", "<link", "<img", " onclick", ":has(", "fetch("] {
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
    let lines = summaryPage(summary).split(separator: "\n").map(String.init)
    for row in summary.measures {
      let submission = try #require(row.state.entry?.submission)
      let line = try #require(lines.first { $0.hasPrefix("<tr id=\"measure-\(row.code)\"") })
      let link = try #require(line.firstMatch(of: /href="#(file-[0-9]+)"/))
      let file = try #require(lines.first { $0.hasPrefix("<tr id=\"\(link.1)\"") })
      #expect(file.contains("<code>\(submission.digest.hex)</code>"))
      #expect(file.contains(submission.fileName))
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
    #expect(try weeklyFiles(empty).allSatisfy { !$0.bytes.isEmpty })
  }
}
