import Files
import Foundation
import Ledger
import Rectification
import TestSupport
import Testing

struct ArchiveTests {
  private let bytes = Array("报告".utf8)

  @Test func keepsBytesByTheirDigestAndOnce() throws {
    try withTemporaryFolder { folder in
      let (archive, digest) = (Archive(root: folder.path), try Digesting.digest(of: bytes))
      var writes = 0
      for _ in 0..<2 {
        try archive.keep(digest) { append in
          writes += 1
          try bytes.withUnsafeBytes(append)
        }
      }
      #expect(writes == 1)
      #expect(try archive.bytes(of: digest) == bytes)
      let other = sampleSubmission(digest: "b").digest
      #expect(throws: ArchiveFault(path: archive.path(of: other), kind: .missing)) {
        try archive.bytes(of: other)
      }
    }
  }

  @Test func damagedBytesAreNeverHandedOutAndArePutRightByTheSameReportAgain() throws {
    try withTemporaryFolder { folder in
      let (archive, digest) = (Archive(root: folder.path), try Digesting.digest(of: bytes))
      let keep = { try archive.keep(digest) { append in try bytes.withUnsafeBytes(append) } }
      try keep()
      try writeDurably(Array("别的".utf8), to: archive.path(of: digest))
      let fault = ArchiveFault(path: archive.path(of: digest), kind: .altered)
      #expect(throws: fault) { try archive.bytes(of: digest) }
      #expect(fault.message.zh.contains("zhouhui restore") && fault.message.zh.contains("单位不必重报"))
      try keep()
      #expect(try archive.bytes(of: digest) == bytes)
    }
  }

  @Test func theArchiveBehindARehearsalIsReadAndNotWritten() throws {
    try withTemporaryFolder { folder in
      let real = Archive(root: folder.path + "/real")
      let digest = try Digesting.digest(of: bytes)
      try real.keep(digest) { append in try bytes.withUnsafeBytes(append) }
      let rehearsal = Archive(root: folder.path + "/scratch", behind: folder.path + "/real")
      #expect(try rehearsal.bytes(of: digest) == bytes)
      #expect(try names(in: folder.path + "/scratch") == nil)
    }
  }

  @Test func leavesNothingBehindWhenTheBytesStopComing() throws {
    struct Cut: Error {}
    try withTemporaryFolder { folder in
      let (archive, digest) = (Archive(root: folder.path), sampleSubmission(digest: "a").digest)
      #expect(throws: Cut.self) {
        try archive.keep(digest) { append in
          try [UInt8](repeating: 1, count: 10).withUnsafeBytes(append)
          throw Cut()
        }
      }
      #expect(throws: ArchiveFault.self) { try archive.bytes(of: digest) }
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
