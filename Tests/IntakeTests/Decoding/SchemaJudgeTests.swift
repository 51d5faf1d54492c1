import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// Other people's validators, given the published schemas, must say what the decoder says.
///
/// They judge documents with nothing wrong, or nothing but rule `schema`: the rest is past schemas.
struct SchemaJudgeTests {
  private static let xmllint = "/usr/bin/xmllint"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: xmllint), "install libxml2-utils for xmllint"
    ))
  func xmllintAgreesOnTheStructure() throws {
    let texts = Self.documents.map { $0.xml() }
    try compare(texts, schema: ReportFormat.xsd) { schema, files, log in
      try run(Self.xmllint, ["--noout", "--schema", schema] + files, outputTo: log)
    }
  }

  @Test(.enabled(if: hasJSONSchema, "install python3-jsonschema"))
  func jsonschemaAgreesOnTheStructure() throws {
    let texts = Self.documents.map { $0.json() }.filter { !Self.isPastJSONSchema($0) }
    try compare(texts, schema: ReportFormat.jsonSchema) { schema, files, log in
      try run("/usr/bin/env", ["python3", "-c", Self.script, schema] + files, outputTo: log)
    }
  }

  private func compare(
    _ texts: [String], schema: String,
    by judge: (_ schema: String, _ files: [String], _ log: URL) throws -> String
  ) throws {
    let judged = texts.filter { decode($0).findings.allSatisfy { $0.rule == .schema } }
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("schema")
      try Data(schema.utf8).write(to: file)
      let files = judged.indices.map { folder.appendingPathComponent("document-\($0)") }
      for (file, text) in zip(files, judged) { try Data(text.utf8).write(to: file) }
      let output = try judge(file.path, files.map(\.path), folder.appendingPathComponent("log"))
      let valid = Set(output.split(separator: "\n").filter { $0.hasSuffix(" validates") })
      for (file, text) in zip(files, judged) {
        let isValid = valid.contains("\(file.path) validates")
        #expect(isValid == decode(text).findings.isEmpty, "\(text)")
      }
      #expect(
        judged.count > 400 && valid.count > 150, "\(judged.count) judged, \(valid.count) valid")
    }
  }

  private static let documents: [PlainValue] =
    TwinTests.documents
    + FieldViolationTests.violations.map { Sample.plain.setting($0.path, to: $0.change) }

  /// JSON Schema sees no doubled names and takes 1.0 for an integer; Python's `$` matches before a
  /// final line end.
  private static func isPastJSONSchema(_ text: String) -> Bool {
    let words = ["重复", "“1e1”", "“1e2”", "“1.0”", "“A⟨U+000A⟩”"]
    return decode(text).findings.contains { finding in
      words.contains { finding.message.zh.contains($0) }
    }
  }

  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1]))
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    for name in sys.argv[2:]:
        print(name, "validates" if judge.is_valid(json.load(open(name))) else "fails")
    """

  private static let hasJSONSchema =
    (try? withTemporaryFolder { folder in
      let log = folder.appendingPathComponent("log")
      let program = "import jsonschema; print('found')"
      return try run("/usr/bin/env", ["python3", "-c", program], outputTo: log)
    }) == "found\n"
}
