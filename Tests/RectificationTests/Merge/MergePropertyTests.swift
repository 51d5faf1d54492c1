import Rectification
import TestSupport
import Testing

/// The merge is a function of what was received, never of the order in which it was read.
struct MergePropertyTests {
  /// One measure of JD01 that ten units support, beside the sample's own.
  private static let supporters = (1...10).map { "ZC\($0)" }

  private static func campaign(_ decisions: [Decision]) -> Campaign {
    let names = ["JD01", "JD02", "BM01"] + supporters
    return sampleCampaign(
      decisions: decisions,
      measures: sampleMeasures() + [
        sampleMeasure("M5", item: "I2", lead: "JD01", supporting: supporters, due: "2024-01-15")
      ],
      units: names.map {
        Unit(
          code: code($0), name: "单位\($0)", aliases: [], parent: nil, creditCode: nil, leader: "",
          active: .always)
      })
  }

  private static let decisions = [
    sampleDecision(.close, "M1", at: "2024-01-04 10:00"),
    sampleDecision(.reopen(day("2024-02-20")), "M1", at: "2024-01-09 10:00", line: 3),
    sampleDecision(.extend(day("2024-02-10")), "M5", at: "2024-01-10 10:00", line: 4),
    sampleDecision(.return, "M3", at: "2024-01-11 09:00", line: 5),
  ]

  /// What the ledger would hold: some accepted, some not, revisions in any order, two channels.
  private static func received(_ seed: UInt64) -> [AcceptedReport] {
    var chance = SeededGenerator(seed: seed)
    return (0..<60).map { number in
      let unit = chance.pick(["JD01", "JD02", "BM01"] + supporters)
      let week = chance.pick(["2023-W52", "2024-W01", "2024-W02"])
      let own =
        ["JD01": ["M1", "M2", "M5"], "JD02": ["M3", "M1"], "BM01": ["M4"]][unit] ?? ["M5"]
      let entries = own.filter { _ in chance.chance(80) }.map { measure in
        let percent = Int.random(in: 0...100, using: &chance)
        return sampleEntry(measure, percent == 100 ? .completed : .inProgress, percent)
      }
      let outcome = Outcome(
        kind: code("cases-filed"), value: .count(Int.random(in: 0...9, using: &chance)),
        place: Place(line: 1, column: 1, pointer: ""))
      let report = sampleReport(
        unit, week, revision: Int.random(in: 1...3, using: &chance), zero: entries.isEmpty,
        entries: entries, outcomes: [outcome])
      return AcceptedReport(
        report: report,
        submission: Submission(
          campaign: code("trial"), sender: code(unit), channel: chance.pick([.inbox, .http]),
          fileName: "\(number).json", digest: digest(number), size: 1,
          receivedAt: moment("2024-01-\(chance.pick(["04", "10", "11"])) 1\(number % 3):00")),
        verdict: chance.chance(20) ? .rejected : .accepted, week: report.week)
    }
  }

  private static func digest(_ number: Int) -> Digest {
    let digits = String(number, radix: 16)
    return Digest(String(repeating: "0", count: 64 - digits.count) + digits)
      ?? sampleSubmission().digest
  }

  private static func merged(_ received: [AcceptedReport]) throws -> WeekState {
    let folded = try FoldedWeeks(
      received, campaign: campaign(decisions), through: week("2024-W02"))
    return try #require(folded.states.last)
  }

  private static func isSame(_ one: WeekState, _ other: WeekState) -> Bool {
    one.measures == other.measures && one.outcomes == other.outcomes
      && one.unitWeeks.map(\.state) == other.unitWeeks.map(\.state)
      && one.unitWeeks.map(\.effective) == other.unitWeeks.map(\.effective)
  }

  @Test(arguments: UInt64(1)...40)
  func anyOrderOfArrivalGivesTheSameLedger(_ seed: UInt64) throws {
    let received = Self.received(seed)
    let straight = try Self.merged(received)
    #expect(straight.measures.contains { $0.entry != nil })
    var chance = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      #expect(Self.isSame(try Self.merged(received.shuffled(using: &chance)), straight))
    }
  }

  @Test(arguments: UInt64(1)...40)
  func repetitionAddsNothing(_ seed: UInt64) throws {
    let received = Self.received(seed)
    var chance = SeededGenerator(seed: seed)
    let again = (received + received.filter { _ in chance.chance(50) }).shuffled(using: &chance)
    #expect(Self.isSame(try Self.merged(again), try Self.merged(received)))
  }

  @Test(arguments: UInt64(1)...40)
  func whatIsRejectedErasesNothing(_ seed: UInt64) throws {
    let received = Self.received(seed)
    let accepted = received.filter { $0.verdict == .accepted }
    #expect(accepted.count < received.count)
    let (all, without) = (try Self.merged(received), try Self.merged(accepted))
    #expect(all.measures == without.measures && all.outcomes == without.outcomes)
    #expect(all.unitWeeks.map(\.effective) == without.unitWeeks.map(\.effective))
  }

  @Test func tenSupportersTakeNothingFromTheOneThatLeads() throws {
    let lead = AcceptedReport(
      report: sampleReport(entries: [sampleEntry("M5", .completed, 100)]),
      submission: sampleSubmission(), verdict: .accepted, week: week("2024-W02"))
    let others = Self.supporters.enumerated().map { number, unit in
      AcceptedReport(
        report: sampleReport(unit, entries: [sampleEntry("M5", .inProgress, number * 10)]),
        submission: sampleSubmission(from: unit, at: "2024-01-11 16:00"), verdict: .accepted,
        week: week("2024-W02"))
    }
    for order in [[lead] + others, others + [lead]] {
      let state = try #require(try Self.merged(order).measures.last)
      #expect(state.measure.code == code("M5"))
      #expect(state.status == .completed && state.percent == 100)
      #expect(state.contributions.count == 10)
      #expect(state.hasConflict)
      #expect(Set(state.contributions.map(\.unit)) == Set(Self.supporters.map(code)))
    }
  }
}
