import Rectification
import TestSupport
import Testing

@testable import Intake

/// The same report in XML and in JSON must have the same fate.
struct TwinTests {
  /// Above the size of any of them: the XML of a report is longer, and size is not the question here.
  static let limits = {
    var limits = Limits()
    limits.reportBytes = 16 << 20
    return limits
  }()

  static func read(_ text: String) -> Decoded {
    ReportDecoder().decode(Array(text.utf8), limits: limits)
  }

  @Test func agreeInVerdictRulesAndPlaces() throws {
    var accepted = 0
    var counts: [RuleCode: Int] = [:]
    for (number, document) in GeneratedReports.all.enumerated() {
      let (json, xml) = (Self.read(document.json()), Self.read(document.xml()))
      #expect(
        Self.remarks(json) == Self.remarks(xml), "document \(number): \(document.json())")
      #expect((json.report == nil) == !json.findings.isEmpty, "document \(number)")
      for finding in json.findings { counts[finding.rule, default: 0] += 1 }
      guard let left = json.report, let right = xml.report else { continue }
      accepted += 1
      #expect(canonicalJSON(of: left) == canonicalJSON(of: right), "document \(number)")
      #expect(canonicalXML(of: left) == canonicalXML(of: right), "document \(number)")
    }
    let total = GeneratedReports.all.count
    #expect(GeneratedReports.random.count >= 5000)
    #expect((2000..<total / 2).contains(accepted), "\(accepted) of \(total) accepted")
    for rule in [RuleCode.schema, .wrongWeek, .badDate, .badAmount] {
      #expect(counts[rule, default: 0] > 100, "\(rule): \(counts[rule, default: 0])")
    }
  }

  @Test func storeTheHalfWidthFormOfFullWidthFields() throws {
    var widened = 0
    for document in GeneratedReports.random.prefix(1500) {
      guard let plain = Self.read(document.json()).report else { continue }
      for text in [document.widened { true }.json(), document.widened { true }.xml()] {
        let report = try #require(Self.read(text).report, "\(text)")
        #expect(canonicalJSON(of: report) == canonicalJSON(of: plain))
      }
      let canonical = canonicalXML(of: plain)
      #expect(ReportDecoder().decode(canonical).report.map(canonicalXML) == canonical)
      widened += 1
    }
    #expect(widened > 400, "\(widened)")
  }

  @Test(arguments: [5000, 5001])
  func agreeOnTheLongestList(_ count: Int) {
    guard let entry = Sample.plain.part(at: "entries/0") else { return }
    let report = Sample.plain.setting(
      "entries", to: .list(item: "entry", Array(repeating: entry, count: count)))
    let (json, xml) = (Self.read(report.json()), Self.read(report.xml()))
    #expect(json.rules == xml.rules)
    #expect(json.rules == (count > 5000 ? ["schema"] : []))
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
