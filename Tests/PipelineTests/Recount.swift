import Foundation
import Rectification
import Testing

/// The second count, in Python, from the raw deliveries and the campaign's files alone.
enum Recount {
  private static let python = "/usr/bin/python3"
  static let absence: Comment = "python3 with python3-yaml is not installed"

  static let isPossible: Bool = {
    guard FileManager.default.isExecutableFile(atPath: python) else { return false }
    return (try? run(["-c", "import yaml"]))?.status == 0
  }()

  /// What it says of a drive whose reports began on a day; its status is 0 when everything agrees.
  static func of(_ drive: SampleDrive, since first: CivilDate) throws -> (
    status: Int32, output: String
  ) {
    try run([
      "-B", SampleDrive.checkout.appendingPathComponent("Tests/Recount/recount").path,
      drive.folder.appendingPathComponent("schedules").path, "\(SampleDrive.code)",
      SampleDrive.deliveries.path, drive.folder.appendingPathComponent("outbox").path,
      "\(first)",
    ])
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
