import Foundation
import Intake
import Pipeline
import Publishing
import Rectification
import TestSupport
import Testing

/// `zhouhui trace` on the sample: every figure opens its rows, every measure what made it so.
struct TraceTests {
  private static let last = "2024-01-19T1205"

  private func traced(_ name: String) throws -> (trace: Trace, summary: WeekSummary) {
    let drive = try SampleDrive.finished.get()
    let campaign = try CampaignFolder.load(SampleDrive.code, in: drive.folder)
    return try trace(
      name, of: campaign, week: nil, in: drive.workspace, asOf: SampleDrive.asOf(Self.last))
  }

  @Test func everyFigureOpensARowForEachOneItCounts() throws {
    let summary = try traced("measures.total").summary
    for figure in summary.figures {
      guard case .figure(_, let rows) = try #require(summary.trace(figure.id)) else {
        Issue.record("\(figure.id)")
        continue
      }
      #expect(rows.count == figure.members.count, "\(figure.id)")
      if case .count(let count, _) = figure.value, !figure.id.text.hasPrefix("outcomes."),
        figure.id != "common.preventive"
      {
        #expect(rows.count == count, "\(figure.id)")
      }
    }
  }

  /// The last thing that counted is what the state says, entry or decision.
  @Test func everyMeasureEndsWithWhatMadeItSo() throws {
    let summary = try traced("measures.total").summary
    for row in summary.measures {
      guard case .measure(let found) = try traced(row.code.text).trace else {
        Issue.record("\(row.code)")
        continue
      }
      let entries = found.events.compactMap { event -> Entry? in
        guard case .entry(let traced) = event, traced.role == .state else { return nil }
        return traced.entry
      }
      if let entry = row.state.entry { #expect(entries.contains(entry.entry), "\(row.code)") }
      let decided = found.events.contains { event in
        if case .decision(let decision, _) = event { decision == row.state.decision } else { false }
      }
      #expect(decided == (row.state.decision != nil), "\(row.code)")
    }
  }

  @Test func whatDidNotCountIsShownWithTheReason() throws {
    let (found, summary) = try traced("M027")
    guard case .measure(let measure) = found else { throw CancellationError() }
    let refused = measure.events.compactMap { event -> TracedEntry? in
      if case .entry(let traced) = event, traced.role == .refused { traced } else { nil }
    }
    #expect(refused.map { $0.findings.map(\.rule) } == [[.unreadable]])
    let text = traceText(found, summary)
    #expect(text.contains("sha256 " + (refused.first?.judged.submission.digest.hex ?? "-")))
    #expect(text.contains("没有计入") && text.contains("配合单位"))
  }

  /// Neither text nor page nor JSON of a trace names what is in quarantine.
  @Test func whatIsInQuarantineStaysUnnamed() throws {
    let summary = try traced("measures.total").summary
    let stopped = summary.reporting.filter { $0.state == .quarantined }
    let unit = try #require(stopped.first)
    let (found, again) = try traced(unit.unit.text)
    let text = traceText(found, again)
    #expect(text.contains("（名称不显示）"))
    #expect(traceJSON(found, again).contains("\"file\": null"))
  }

  @Test func aNameThatIsNoneIsRefusedWithTheNearOnes() throws {
    let error = #expect(throws: UntraceableName.self) { try traced("MO27") }
    #expect(error?.near.first == "M027")
  }
}
