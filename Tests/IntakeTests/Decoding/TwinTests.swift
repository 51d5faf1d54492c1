import Rectification
import TestSupport
import Testing

@testable import Intake

/// The same report in XML and in JSON must have the same fate.
struct TwinTests {
  /// 1000 documents: a third whole, the others with one to six mistakes.
  static let documents: [PlainValue] = {
    var random = SeededGenerator(seed: 20_240_118)
    return (0..<1000).map { number in
      var report = RandomReport.make(&random)
      for _ in 0..<(number % 3 == 0 ? 0 : Int.random(in: 1...6, using: &random)) {
        // A file that is no object at all is not a report in JSON; XML cannot say that.
        if case .object(let members) = Mutation.apply(report, &random) { report = .object(members) }
      }
      return report
    }
  }()

  @Test func agreeInVerdictAndRules() throws {
    var accepted = 0
    var rules: Set<String> = []
    for (number, document) in Self.documents.enumerated() {
      let (json, xml) = (decode(document.json()), decode(document.xml()))
      #expect(json.rules == xml.rules, "document \(number): \(document.json())")
      rules.formUnion(json.rules)
      guard let left = json.report, let right = xml.report else { continue }
      accepted += 1
      #expect(canonicalJSON(of: left) == canonicalJSON(of: right), "document \(number)")
      #expect(decode(canonicalXML(of: left)).report.map(canonicalJSON) == canonicalJSON(of: left))
    }
    #expect((334...450).contains(accepted), "\(accepted) accepted")
    #expect(
      rules.isSuperset(of: ["schema", "wrong-week", "bad-date", "bad-amount"]))
  }
}
