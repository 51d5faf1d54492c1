import DurableFiles
import Foundation
import Ledger
import Rectification
import TestSupport
import Testing

struct ArchiveTests {
  private let digest = sampleSubmission(digest: "a").digest

  @Test func keepsBytesByTheirDigestAndOnce() throws {
    try withTemporaryFolder { folder in
      let archive = Archive(root: folder.path)
      var writes = 0
      for _ in 0..<2 {
        try archive.keep(digest) { append in
          writes += 1
          try Array("报告".utf8).withUnsafeBytes(append)
        }
      }
      #expect(writes == 1)
      #expect(try archive.bytes(of: digest) == Array("报告".utf8))
      #expect(try archive.bytes(of: sampleSubmission(digest: "b").digest) == nil)
    }
  }

  @Test func leavesNothingBehindWhenTheBytesStopComing() throws {
    struct Cut: Error {}
    try withTemporaryFolder { folder in
      let archive = Archive(root: folder.path)
      #expect(throws: Cut.self) {
        try archive.keep(digest) { append in
          try [UInt8](repeating: 1, count: 10).withUnsafeBytes(append)
          throw Cut()
        }
      }
      let kept = try archive.bytes(of: digest)
      #expect(kept == nil)
      let left = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      #expect(left == ["aa"])
    }
  }

  @Test func letsOneRunInAndTellsTheOtherWho() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("ledger/run.lock").path
      do {
        let lock = try RunLock.take(path, note: "pid 1")
        #expect(throws: RunLock.Busy(holder: "pid 1")) { try RunLock.take(path, note: "pid 2") }
        withExtendedLifetime(lock) {}
      }
      _ = try RunLock.take(path, note: "pid 3")
    }
  }
}
