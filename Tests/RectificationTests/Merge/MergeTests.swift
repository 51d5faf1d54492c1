import Rectification
import TestSupport
import Testing

struct MergeTests {
  /// Merges accepted reports as the pipeline does, whatever order they are given in.
  private func merge(
    _ accepted: [AcceptedReport], decisions: [Decision] = [], through name: String = "2024-W02"
  ) throws -> WeekState {
    let folded = try FoldedWeeks(
      accepted, campaign: sampleCampaign(decisions: decisions), through: week(name))
    return try #require(folded.states.last)
  }

  private func accepted(
    _ report: WeeklyReport, at received: String? = nil, digest: Character = "0"
  ) -> AcceptedReport {
    sampleAccepted(report, at: received, digest: digest)
  }

  private func state(_ measure: String, in state: WeekState) throws -> MeasureState {
    try #require(state.measures.first { $0.measure.code == code(measure) })
  }

  @Test func takesTheHighestRevisionAndThenTheLatest() throws {
    let reports = [
      accepted(
        sampleReport(revision: 2, entries: [sampleEntry("M1", .inProgress, 70)]),
        at: "2024-01-11 11:00", digest: "1"),
      accepted(
        sampleReport(revision: 1, entries: [sampleEntry("M1", .inProgress, 90)]),
        at: "2024-01-11 15:00", digest: "2"),
      accepted(
        sampleReport(revision: 2, entries: [sampleEntry("M1", .inProgress, 60)]),
        at: "2024-01-11 12:00", digest: "3"),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
      #expect(try state("M1", in: merge(order.map { reports[$0] })).percent == 60)
    }
  }

  @Test func keepsTheLeadsWordOverASupportersWhicheverCameLast() throws {
    let lead = accepted(sampleReport(entries: [sampleEntry("M1", .completed, 100)]))
    let support = accepted(
      sampleReport("JD02", entries: [sampleEntry("M1", .inProgress, 60)]), at: "2024-01-11 16:00")
    let merged = try state("M1", in: merge([support, lead]))
    #expect(merged.status == .completed)
    #expect(merged.contributions.map(\.entry.percent) == [60])
    #expect(merged.hasConflict)
  }

  @Test func carriesASilentUnitsStateForwardAndSaysSinceWhen() throws {
    let old = accepted(sampleReport("JD01", "2023-W52", entries: [sampleEntry("M1")]))
    let merged = try merge([old])
    #expect(try state("M1", in: merged).percent == 50)
    #expect(try state("M1", in: merged).staleSince == week("2024-W01"))
    #expect(try state("M3", in: merged).staleSince == week("2023-W52"))
  }

  @Test func aZeroReportKeepsTheStateFresh() throws {
    let merged = try merge([
      accepted(sampleReport("JD01", "2024-W01", entries: [sampleEntry("M1")])),
      accepted(sampleReport(zero: true)),
    ])
    #expect(try state("M1", in: merged).percent == 50)
    #expect(try state("M1", in: merged).staleSince == nil)
    #expect(merged.unitWeeks.first?.state == .zero)
  }

  @Test func appliesDecisionsInOrderOfDate() throws {
    let done = accepted(
      sampleReport("JD01", "2024-W01", entries: [sampleEntry("M1", .completed, 100)]))
    let sent = sampleDecision(.return, "M1", at: "2024-01-05 10:00")
    let closed = sampleDecision(.close, "M1", at: "2024-01-05 10:00")
    let again = sampleDecision(.reopen(nil), "M1", at: "2024-01-09 10:00", line: 3)
    let late = sampleDecision(.extend(day("2024-02-20")), "M1", at: "2024-01-09 10:00", line: 4)
    #expect(try state("M1", in: merge([done], decisions: [sent])).status == .inProgress)
    #expect(try state("M1", in: merge([done], decisions: [closed])).status == .closed)
    let reopened = try state("M1", in: merge([done], decisions: [late, again, closed]))
    #expect(reopened.status == .inProgress && reopened.percent == 0 && reopened.round == 2)
    // The first deadline of the new round moves nothing.
    #expect(reopened.deadline == day("2024-02-20") && reopened.slips == 0)
    #expect(reopened.originalDeadline == day("2024-01-10"))
  }

  @Test func leavesOutWhatIsDecidedAfterTheSummary() throws {
    let done = accepted(sampleReport(entries: [sampleEntry("M1", .completed, 100)]))
    let after = sampleDecision(.close, "M1", at: "2024-01-12 12:01")
    #expect(try state("M1", in: merge([done], decisions: [after])).status == .completed)
  }

  @Test func neverOverdueIsAMeasureWithoutADay() throws {
    let merged = try merge([])
    #expect(try state("M2", in: merged).daysOverdue(on: day("2024-12-31")) == nil)
    #expect(try state("M1", in: merged).daysOverdue(on: day("2024-01-12")) == 2)
    #expect(try state("M1", in: merged).daysOverdue(on: day("2024-01-10")) == nil)
  }

  /// Random weeks of random reports: any order of arrival, any repetition, one state.
  @Test(arguments: 0..<40)
  func givesOneStateForAnyOrderOfArrival(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let reports = (0..<12).map { number in
      let unit = ["JD01", "JD02", "BM01"].randomElement(using: &random) ?? "JD01"
      let entries = ["JD01": ["M1", "M2"], "JD02": ["M3", "M1"], "BM01": ["M4"]][unit] ?? []
      return accepted(
        sampleReport(
          unit, ["2023-W52", "2024-W01", "2024-W02"].randomElement(using: &random) ?? "2024-W02",
          revision: .random(in: 1...2, using: &random),
          entries: entries.map {
            sampleEntry($0, .inProgress, .random(in: 1...99, using: &random))
          }), digest: Character(String(number, radix: 16)))
    }
    let expected = try merge(reports)
    for _ in 0..<5 {
      let shuffled = (reports + reports.prefix(3)).shuffled(using: &random)
      #expect(try merge(shuffled).measures == expected.measures)
    }
  }
}
