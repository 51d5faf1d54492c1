import Foundation
import Glibc
import Rectification

@testable import Intake

func decode(_ text: String) -> Decoded { ReportDecoder().decode(Array(text.utf8)) }
func decode(_ bytes: [UInt8]) -> Decoded { ReportDecoder().decode(bytes) }

extension Decoded {
  /// The rules alone, in an order of their own: what both syntaxes must agree in.
  var rules: [String] { findings.map(\.rule.rawValue).sorted() }
}

/// The folder that holds Package.swift.
let packageRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A file of a corpus kept outside of the project; nil when it is not there.
func corpus(_ name: String) -> URL? {
  let named = ProcessInfo.processInfo.environment["ZHOUHUI_CORPORA"].map {
    URL(fileURLWithPath: $0)
  }
  let beside = packageRoot.deletingLastPathComponent().appendingPathComponent("shared/corpora")
  return [named, beside].compactMap { $0?.appendingPathComponent(name) }
    .first { FileManager.default.fileExists(atPath: $0.path) }
}

/// Runs a program to its end; both outputs go to one file, so that no full pipe can stop it.
func run(_ program: String, _ arguments: [String], outputTo file: URL) throws -> String {
  try Data().write(to: file)
  let output = try FileHandle(forWritingTo: file)
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardOutput = output
  process.standardError = output
  try process.run()
  process.waitUntilExit()
  return try String(decoding: Data(contentsOf: file), as: UTF8.self)
}

/// A text in another encoding, by iconv.
func encoded(_ text: String, as encoding: String) -> [UInt8] {
  guard let handle = iconv_open(encoding, "UTF-8") else { return [] }
  defer { iconv_close(handle) }
  var source = text.utf8.map { CChar(bitPattern: $0) }
  var target = [CChar](repeating: 0, count: source.count * 4 + 16)
  var (left, room) = (source.count, target.count)
  source.withUnsafeMutableBufferPointer { source in
    target.withUnsafeMutableBufferPointer { target in
      var (from, to) = (source.baseAddress, target.baseAddress)
      _ = iconv(handle, &from, &left, &to, &room)
    }
  }
  return left > 0 ? [] : target.dropLast(room).map { UInt8(bitPattern: $0) }
}
