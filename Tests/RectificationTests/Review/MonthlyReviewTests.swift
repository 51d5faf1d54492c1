import TestSupport
import Testing

@testable import Rectification

/// What a week is worth, how units are ranked, and what stays out of it.
struct MonthlyReviewTests {
  private static func week(
    _ state: UnitWeek.State, flags: [RuleCode] = [], isOwed: Bool = true
  ) -> ReviewedWeek {
    ReviewedWeek(week: TestSupport.week("2024-W02"), state: state, isOwed: isOwed, flags: flags)
  }

  private static let worth: [(ReviewedWeek, Int)] = [
    (week(.onTime), 100), (week(.zero), 100), (week(.late), 50), (week(.rejected), 0),
    (week(.quarantined), 0), (week(.missing), 0), (week(.onTime, flags: [.staleText]), 80),
    (week(.late, flags: [.sameText, .noMovement]), 30),
  ]

  @Test(arguments: worth)
  func aWeekIsWorth(_ week: ReviewedWeek, _ points: Int) {
    #expect(week.points == points && week.isScored)
  }

  private static let means: [([ReviewedWeek], String?)] = [
    ([week(.onTime), week(.late)], "75.0"),
    ([week(.onTime), week(.onTime), week(.missing)], "66.7"),
    ([week(.onTime), week(.onTime, flags: [.noMovement]), week(.onTime)], "93.3"),
    // Not the unit's doing, or not asked of it.
    ([week(.onTime), week(.fetchFailed)], "100.0"),
    ([week(.onTime), week(.missing, isOwed: false)], "100.0"),
    ([week(.fetchFailed)], nil), ([week(.exempt, isOwed: false)], nil), ([], nil),
    // Sent without being owed: seen, and not counted.
    ([week(.onTime, isOwed: false), week(.late)], "50.0"),
  ]

  @Test(arguments: means)
  func theScoreIsTheMeanOfTheScoredWeeks(_ weeks: [ReviewedWeek], _ score: String?) {
    #expect(UnitReview(unit: code("JD01"), weeks: weeks).score?.description == score)
  }

  private func review(_ weeks: [(String, [ReviewedWeek])]) throws -> MonthlyReview {
    MonthlyReview(
      settings: sampleSettings(), month: try #require(Month("2024-01")),
      weeks: [TestSupport.week("2024-W02")], openWeeks: [],
      units: weeks.map { UnitReview(unit: code($0.0), weeks: $0.1) },
      closedAt: moment("2024-01-12 12:00"), unitNames: [:])
  }

  @Test func equalScoresShareARankAndTakeUpTheNext() throws {
    let found = try review([
      ("U1", [Self.week(.late)]), ("U2", [Self.week(.exempt, isOwed: false)]),
      ("U3", [Self.week(.onTime)]), ("U4", [Self.week(.missing)]), ("U5", [Self.week(.zero)]),
      ("U6", [Self.week(.fetchFailed)]), ("U7", [Self.week(.late)]),
    ])
    #expect(
      found.units.map { "\($0.unit) \($0.rank.map(String.init) ?? "-")" } == [
        "U3 1", "U5 1", "U1 3", "U7 3", "U4 5", "U2 -", "U6 -",
      ])
  }

  @Test func countsOnlyWhatWasOwed() throws {
    let unit = UnitReview(
      unit: code("JD01"),
      weeks: [
        ReviewedWeek(
          week: TestSupport.week("2024-W01"), state: .onTime, isOwed: false, corrections: 5,
          rejected: 5, flags: [.staleText]),
        ReviewedWeek(
          week: TestSupport.week("2024-W02"), state: .late, isOwed: true, corrections: 1,
          rejected: 2, flags: [.staleText, .staleText, .sameEvidence]),
        ReviewedWeek(week: TestSupport.week("2024-W03"), state: .fetchFailed, isOwed: true),
      ])
    #expect(unit.owed == 2 && unit.scored == 1 && unit.accepted == 1 && unit.punctual == 0)
    #expect(unit.corrections == 1 && unit.rejected == 2 && unit.flaggedReports == 1)
    #expect(unit.flags(.staleText) == 2 && unit.flags(.sameEvidence) == 1 && unit.flags == 3)
    #expect(unit.punctuality == 0 && unit.completeness == 100)
  }
}
