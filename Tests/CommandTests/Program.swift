import Foundation

/// The built program, run from outside.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The checkout, three folders above this file.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program stands beside the bundle that the tests run in.
  static var executable: URL {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let beside = bundle.deletingLastPathComponent().appendingPathComponent("zhouhui")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return checkout.appendingPathComponent(".build/debug/zhouhui")
  }

  static func run(_ arguments: String..., lang: String = "zh_CN.UTF-8") throws -> Result {
    try run(arguments, lang: lang)
  }

  static func run(_ arguments: [String], lang: String = "zh_CN.UTF-8") throws -> Result {
    try command(executable.path, arguments, lang: lang)
  }

  /// Runs any program to its end; its output goes through files, so that no pipe can fill.
  static func command(_ path: String, _ arguments: [String], lang: String = "C") throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("zhouhui-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String) throws -> (URL, FileHandle) {
      let url = folder.appendingPathComponent(name)
      try Data().write(to: url)
      return (url, try FileHandle(forWritingTo: url))
    }
    let (outputFile, output) = try file("output")
    let (errorsFile, errors) = try file("errors")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = errors
    var environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES"] { environment[name] = nil }
    environment["LANG"] = lang
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorsFile), as: UTF8.self))
  }
}

func hasProgram(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

/// Whether Debian's Python has a module.
func hasModule(_ name: String) -> Bool {
  (try? Program.command("/usr/bin/python3", ["-c", "import \(name)"]).status) == 0
}
