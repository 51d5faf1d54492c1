import Rectification
import TestSupport
import Testing

@testable import Intake

/// The same report in XML and in JSON must have the same fate.
struct TwinTests {
  @Test func agreeInVerdictRulesAndPlaces() throws {
    var accepted = 0
    var counts: [RuleCode: Int] = [:]
    for twin in GeneratedReports.twins {
      let (json, xml) = (twin.fromJSON, twin.fromXML)
      #expect(Self.remarks(json) == Self.remarks(xml), "\(twin.json)")
      #expect((json.report == nil) == !json.findings.isEmpty, "\(twin.json)")
      for finding in json.findings { counts[finding.rule, default: 0] += 1 }
      guard let left = json.report, let right = xml.report else { continue }
      accepted += 1
      #expect(canonicalJSON(of: left) == canonicalJSON(of: right), "\(twin.json)")
      #expect(canonicalXML(of: left) == canonicalXML(of: right), "\(twin.json)")
    }
    let total = GeneratedReports.twins.count
    #expect(total >= 5000, "\(total)")
    #expect((1500..<total / 2).contains(accepted), "\(accepted) of \(total) accepted")
    for rule in [RuleCode.schema, .wrongWeek, .badDate, .badAmount] {
      #expect(counts[rule, default: 0] > 10, "\(rule): \(counts[rule, default: 0])")
    }
  }

  @Test func storeTheHalfWidthFormOfFullWidthFields() throws {
    var widened = 0
    for twin in GeneratedReports.twins {
      guard let plain = twin.fromJSON.report, widened < 500 else { continue }
      let wide = twin.value.widened { true }
      for text in [wide.json(), wide.xml()] {
        let report = try #require(decode(text).report, "\(text)")
        #expect(canonicalJSON(of: report) == canonicalJSON(of: plain))
      }
      let canonical = canonicalXML(of: plain)
      #expect(decode(canonical).report.map(canonicalXML) == canonical)
      widened += 1
    }
    #expect(widened == 500)
  }

  /// Rule and place of each finding, without the syntax: `/entries/0/percent`.
  private static func remarks(_ decoded: Decoded) -> [String] {
    decoded.findings.map { finding in
      let pointer = finding.place.pointer
      let path = decoded.syntax == .xml ? plainPath(pointer) : pointer
      return "\(finding.rule.rawValue) \(path)"
    }.sorted()
  }

  /// `/weeklyReport/entries/entry[1]/percent` as JSON would point to it.
  private static func plainPath(_ path: String) -> String {
    path.split(separator: "/").dropFirst().map { step in
      guard step.hasSuffix("]"), let open = step.firstIndex(of: "["),
        let number = Int(step[step.index(after: open)...].dropLast())
      else { return "/\(step)" }
      return "/\(number - 1)"
    }.joined()
  }
}
