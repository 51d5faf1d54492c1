import Foundation
import Rectification
import TestSupport
import Testing

/// A validator from outside, with the published schema it is given; one process for all documents.
enum SchemaJudge: String {
  case xmllint, xmlschema, jsonschema

  /// Whether each document is valid, in their order.
  func verdicts(on documents: [String]) throws -> [Bool] {
    try withTemporaryFolder { folder in
      let schema = folder.appendingPathComponent("schema")
      try Data((self == .jsonschema ? ReportFormat.jsonSchema : ReportFormat.xsd).utf8)
        .write(to: schema)
      return self == .xmllint
        ? try lint(documents, schema, folder) : try ask(documents, schema, folder)
    }
  }

  private func lint(_ documents: [String], _ schema: URL, _ folder: URL) throws -> [Bool] {
    let program = "/usr/bin/xmllint"
    try #require(
      FileManager.default.isExecutableFile(atPath: program),
      "xmllint is missing: apt-get install libxml2-utils")
    let files = documents.indices.map { folder.appendingPathComponent("\($0).xml") }
    for (file, text) in zip(files, documents) { try Data(text.utf8).write(to: file) }
    let arguments = ["--noout", "--nonet", "--schema", schema.path] + files.map(\.path)
    let log = try run(program, arguments, outputTo: folder.appendingPathComponent("log"))
    let lines = Set(log.split(separator: "\n").map(String.init))
    return try files.map { file in
      let isValid = lines.contains("\(file.path) validates")
      // A document it did not judge at all is not one it refused.
      try #require(isValid || lines.contains("\(file.path) fails to validate"), "\(file.path)")
      return isValid
    }
  }

  /// The documents go in one file, each a JSON string on a line; the verdicts come back as lines.
  private func ask(_ documents: [String], _ schema: URL, _ folder: URL) throws -> [Bool] {
    let lines = documents.map { PlainValue.text($0).json() }.joined(separator: "\n")
    let file = folder.appendingPathComponent("documents")
    try Data(lines.utf8).write(to: file)
    let program = "/usr/bin/python3"
    try #require(
      FileManager.default.isExecutableFile(atPath: program),
      "python3 is missing: apt-get install python3")
    let log = try run(
      program, ["-c", script, schema.path, file.path],
      outputTo: folder.appendingPathComponent("log"))
    try #require(
      !log.contains("ModuleNotFoundError"),
      "\(rawValue) is missing: apt-get install python3-\(rawValue)")
    return try log.split(separator: "\n").map { line in
      try #require(line == "valid" || line == "invalid", "\(line)")
      return line == "valid"
    }
  }

  private var script: String {
    self == .xmlschema
      ? """
      import json, sys
      from xml.etree import ElementTree
      import xmlschema
      schema = xmlschema.XMLSchema10(sys.argv[1], allow="local")
      def is_valid(text):
          if "xsi:type" not in text:
              # Given text, release 1.10 puts elements of no namespace into the default one.
              return schema.is_valid(ElementTree.fromstring(text))
          try:
              # The prefix in a type's name is lost on a tree.
              return schema.is_valid(text)
          except xmlschema.XMLSchemaException:
              # A type that does not fit is raised, where it should be reported.
              return False
      for line in open(sys.argv[2], encoding="utf-8"):
          print("valid" if is_valid(json.loads(line)) else "invalid")
      """
      : """
      import json, sys
      from jsonschema import Draft202012Validator
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      Draft202012Validator.check_schema(schema)
      judge = Draft202012Validator(schema)
      for line in open(sys.argv[2], encoding="utf-8"):
          print("valid" if judge.is_valid(json.loads(json.loads(line))) else "invalid")
      """
  }
}
