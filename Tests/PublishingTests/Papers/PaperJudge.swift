import Foundation
import TestSupport

/// Python's openpyxl, python-docx and icalendar, so that what we write is read by programs not ours.
enum PaperJudge {
  static func has(_ module: String) -> Bool {
    python != nil && (try? run("import \(module); print('found')", [])) == "found\n"
  }

  /// What `script` prints of a file of these bytes, line by line.
  static func lines(_ script: String, _ bytes: [UInt8], as name: String) throws -> [String] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      return try run(script, [file.path]).split(separator: "\n").map(String.init)
    }
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python ?? "")
    process.arguments = ["-W", "ignore", "-c", program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return String(decoding: read, as: UTF8.self)
  }
}
