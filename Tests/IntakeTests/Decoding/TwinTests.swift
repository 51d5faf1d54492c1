import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// The same report in XML and in JSON must have the same fate.
struct TwinTests {
  /// 500 documents: a third whole, the others with one to three mistakes.
  static let documents: [PlainValue] = {
    var random = SeededGenerator(seed: 20_240_118)
    return (0..<500).map { number in
      var report = RandomReport.make(&random)
      for _ in 0..<(number % 3 == 0 ? 0 : Int.random(in: 1...3, using: &random)) {
        report = Mutation.apply(report, &random)
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
    #expect((167...250).contains(accepted), "\(accepted) accepted")
    #expect(
      rules.isSuperset(of: ["schema", "wrong-week", "bad-date", "bad-amount", "negative-outcome"]))
  }

  /// Those the schemas can judge: nothing wrong, or nothing but the structure.
  private static func judged(_ decoded: Decoded) -> Bool {
    decoded.findings.allSatisfy { $0.rule == .schema }
  }

  private static let xmllint = "/usr/bin/xmllint"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: xmllint), "install libxml2-utils for xmllint"
    ))
  func agreeWithXmllintOnTheStructure() throws {
    try withTemporaryFolder { folder in
      let xsd = folder.appendingPathComponent("report.xsd")
      try Data(ReportFormat.xsd.utf8).write(to: xsd)
      let documents =
        (Self.documents
        + FieldViolationTests.violations.map {
          Sample.plain.setting($0.path, to: $0.change)
        }).map { $0.xml() }.filter { Self.judged(decode($0)) }
      let files = documents.indices.map { folder.appendingPathComponent("\($0).xml") }
      for (file, text) in zip(files, documents) { try Data(text.utf8).write(to: file) }
      let output = try run(
        Self.xmllint, ["--noout", "--schema", xsd.path] + files.map(\.path),
        outputTo: folder.appendingPathComponent("log"))
      let valid = Set(output.split(separator: "\n").filter { $0.hasSuffix(" validates") })
      for (file, text) in zip(files, documents) {
        let isValid = valid.contains("\(file.path) validates")
        #expect(isValid == decode(text).findings.isEmpty, "\(text)")
      }
      #expect(documents.count > 400 && valid.count > 150)
    }
  }

  private static let python = "/usr/bin/env"
  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator as V
    schema = json.load(open(sys.argv[1]))
    V.check_schema(schema)
    judge = V(schema)
    for name in sys.argv[2:]:
        print(name, "validates" if judge.is_valid(json.load(open(name))) else "fails")
    """
  private static let hasJSONSchema =
    (try? withTemporaryFolder { folder in
      try run(
        python, ["python3", "-c", "import jsonschema; print('found')"],
        outputTo: folder.appendingPathComponent("log"))
    })?.contains("found") == true

  @Test(.enabled(if: hasJSONSchema, "install python3-jsonschema"))
  func agreeWithJSONSchemaOnTheStructure() throws {
    try withTemporaryFolder { folder in
      let schema = folder.appendingPathComponent("schema.json")
      try Data(ReportFormat.jsonSchema.utf8).write(to: schema)
      let documents =
        (Self.documents
        + FieldViolationTests.violations.map {
          Sample.plain.setting($0.path, to: $0.change)
        }).map { $0.json() }.filter { text in
          // A doubled name and 1.0 for an integer are past what JSON Schema can see.
          let decoded = decode(text)
          return Self.judged(decoded)
            && !decoded.findings.contains {
              $0.message.zh.contains("重复") || $0.message.zh.contains("“1e2”")
                || $0.message.zh.contains("“1e1”") || $0.message.zh.contains("“1.0”")
            }
        }
      let files = documents.indices.map { folder.appendingPathComponent("\($0).json") }
      for (file, text) in zip(files, documents) { try Data(text.utf8).write(to: file) }
      let output = try run(
        Self.python, ["python3", "-c", Self.script, schema.path] + files.map(\.path),
        outputTo: folder.appendingPathComponent("log"))
      let valid = Set(output.split(separator: "\n").filter { $0.hasSuffix(" validates") })
      for (file, text) in zip(files, documents) {
        let isValid = valid.contains("\(file.path) validates")
        #expect(isValid == decode(text).findings.isEmpty, "\(text)")
      }
      #expect(documents.count > 400 && valid.count > 150)
    }
  }
}
