import Rectification
import TestSupport
import Testing

@testable import Intake

/// What the rules say after the decoder, of the same report in XML and in JSON.
struct TwinRulesTests {
  private static let index = RegisterIndex(sampleCampaign())

  @Test func agreeInTheRulesAndTheVerdictThatFollow() throws {
    var counts: [RuleCode: Int] = [:]
    var verdicts: [Verdict: Int] = [:]
    for twin in GeneratedReports.twins {
      let (json, xml) = (try Self.judge(twin.fromJSON), try Self.judge(twin.fromXML))
      #expect(json.rules == xml.rules, "\(twin.json)")
      #expect(json.verdict == xml.verdict, "\(twin.json)")
      for rule in json.rules { counts[rule, default: 0] += 1 }
      verdicts[json.verdict, default: 0] += 1
    }
    for rule in [
      RuleCode.unknownMeasure, .duplicateEntry, .missingEntry, .statusPercent, .unknownOutcome,
      .badAmount, .completedWithoutEvidence, .expectedAfterDeadline, .unknownUnit, .schema,
    ] {
      #expect(counts[rule, default: 0] > 20, "\(rule): \(counts[rule, default: 0])")
    }
    #expect(verdicts[.rejected, default: 0] > 2000, "\(verdicts)")
  }

  /// As for the trial campaign, whose measures stand in for those of the document.
  private static func judge(_ decoded: Decoded) throws -> (rules: [RuleCode], verdict: Verdict) {
    guard var report = decoded.readable else {
      return (decoded.findings.map(\.rule).sorted(by: <), Verdict(decoded.findings))
    }
    report.campaign = code("trial")
    report.unit = UnitName("示例街道一", at: report.unit.place)
    report.week = week("2024-W02")
    report.entries = report.entries.map { entry in
      var entry = entry
      entry.measure = code("M\(entry.measure.text.utf8.reduce(0) { $0 + Int($1) } % 5 + 1)")
      return entry
    }
    let found = try findings(
      in: CheckContext(
        report: report, submission: sampleSubmission(at: "2024-01-10 10:00"), index: index,
        history: .none, unread: decoded.unread))
    let all = decoded.findings + found
    return (all.map(\.rule).sorted(by: <), Verdict(all))
  }
}

extension RuleCode {
  fileprivate static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
