import Foundation
import Intake
import Rectification
import TestSupport
import Testing

/// An inbox with the folders of two units, and a scan of it.
struct InboxSample {
  let root: URL
  var limits = InboxLimits(Limits())
  var asOf = Moment(seconds: 4_000_000_000)
  var earlier: [String: Int] = [:]

  static func with(_ body: (InboxSample) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let sample = InboxSample(root: folder)
      for unit in ["BM01", "BM02"] {
        try FileManager.default.createDirectory(
          at: sample.folder(unit), withIntermediateDirectories: true)
      }
      try body(sample)
    }
  }

  func folder(_ unit: String = "BM01") -> URL {
    root.appendingPathComponent("inbox/drive/\(unit)", isDirectory: true)
  }

  func path(_ name: String, unit: String = "BM01") -> String { folder(unit).path + "/" + name }

  func put(_ text: String, as name: String, unit: String = "BM01") throws {
    try put(Array(text.utf8), as: Array(name.utf8), unit: unit)
  }

  /// By raw bytes: Foundation has no way to name a file that is not UTF-8.
  func put(_ bytes: [UInt8], as name: [UInt8], unit: String = "BM01") throws {
    let path = Array(folder(unit).path.utf8) + [UInt8(ascii: "/")] + name + [0]
    let file = path.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        $0.baseAddress.map { open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o644) } ?? -1
      }
    }
    try #require(file >= 0)
    defer { close(file) }
    try #require(write(file, bytes, bytes.count) == bytes.count)
  }

  func scan() throws -> InboxScan {
    InboxScan(
      inbox: root.appendingPathComponent("inbox").path, campaign: try #require(Code("drive")),
      units: [try #require(Code("BM02")), try #require(Code("BM01"))], limits: limits,
      earlier: Dictionary(
        uniqueKeysWithValues: earlier.compactMap { name, count in Code(name).map { ($0, count) } }),
      asOf: asOf)
  }

  /// What one scan took and what it passed over.
  func collect(
    _ body: (ReceivedFile) throws -> Disposition = { _ in .remove }
  ) throws -> (files: [Submission], passedOver: [PassedOver]) {
    var files: [Submission] = []
    var passedOver: [PassedOver] = []
    try scan().forEachFile(passedOver: { passedOver.append($0) }) {
      files.append($0.submission)
      return try body($0)
    }
    return (files, passedOver)
  }

  /// The names still in a unit's folder.
  func left(_ unit: String = "BM01") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder(unit).path).sorted()
  }
}
