import Foundation
import TestSupport
import Testing

@testable import zhouhui

/// Entries of the systemd journal, and where they go.
struct JournalTests {
  private let entry = JournalEntry(
    event: .fetchFailed, priority: .warning, message: "抓取失败",
    fields: [("UNIT", "BM01"), ("NOTE", "a\nb")])

  @Test func isWrittenAsTheNativeProtocolHasIt() {
    let expected =
      Array("MESSAGE=抓取失败\nPRIORITY=4\n".utf8)
      + Array("MESSAGE_ID=5d1c1f3f0e6f4a36a6f6c2b1d7a40e03\nSYSLOG_IDENTIFIER=zhouhui\n".utf8)
      + Array("ZHOUHUI_EVENT=fetch-failed\nZHOUHUI_UNIT=BM01\nZHOUHUI_NOTE\n".utf8)
      + [3, 0, 0, 0, 0, 0, 0, 0] + Array("a\nb\n".utf8)
    #expect(entry.datagram == expected)
    #expect(
      Set(JournalEntry.Event.allCases.map(\.messageID)).count == JournalEntry.Event.allCases.count)
  }

  @Test func withoutASocketEveryLineHasItsPriority() {
    let two = JournalEntry(event: .failure, priority: .error, message: "a\nb", fields: [])
    #expect(two.lines == "<3>a\n<3>b")
  }

  @Test func isOnlyThereWhenStandardErrorIsTheJournals() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("stderr")
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      var facts = stat()
      fstat(handle.fileDescriptor, &facts)
      func journal(_ stream: String?) -> Journal? {
        Journal(
          environment: stream.map { ["JOURNAL_STREAM": $0] } ?? [:],
          descriptor: handle.fileDescriptor)
      }
      #expect(journal(nil) == nil && journal("1:2") == nil && journal("") == nil)
      #expect(journal("\(facts.st_dev):\(facts.st_ino)") != nil)
    }
  }

  @Test func arrivesAtTheSocketWhole() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("s").path
      let listener = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      try #require(listener >= 0)
      defer { close(listener) }
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
      let bound = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      try #require(bound == 0)
      var facts = stat()
      fstat(listener, &facts)
      let journal = try #require(
        Journal(
          environment: ["JOURNAL_STREAM": "\(facts.st_dev):\(facts.st_ino)"], descriptor: listener,
          socketPath: path))
      journal.send([entry])
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = recv(listener, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      #expect(Array(buffer.prefix(max(0, count))) == entry.datagram)
    }
  }
}
