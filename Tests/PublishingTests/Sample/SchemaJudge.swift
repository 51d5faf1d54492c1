import Foundation
import TestSupport

/// Python's jsonschema, so that what we publish is judged by a validator that is not ours.
enum SchemaJudge {
  static let isInstalled =
    python != nil && (try? run("import jsonschema; print('found')", [])) == "found\n"

  /// For every document, whether the schema takes it.
  static func verdicts(on documents: [String], schema: String) throws -> [Bool] {
    try withTemporaryFolder { folder in
      let names = try ([schema] + documents).enumerated().map { number, text in
        let file = folder.appendingPathComponent("\(number).json")
        try Data(text.utf8).write(to: file)
        return file.path
      }
      return try run(script, names).split(separator: "\n").map { $0 == "valid" }
    }
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python ?? "")
    process.arguments = ["-c", program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: read, as: UTF8.self)
  }

  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    for name in sys.argv[2:]:
        print("valid" if judge.is_valid(json.load(open(name, encoding="utf-8"))) else "invalid")
    """
}
