import Files
import Foundation
import Publishing
import Rectification
import TestSupport
import Testing

/// The only disk work of the module: all or nothing, and nothing when nothing is new.
struct OutboxTests {
  private let edition = [
    OutboxFile(path: "summary.html", text: "one"), OutboxFile(path: "alerts/U01.txt", text: "late"),
  ]

  @Test func publishesAllFilesAndLeavesNoOtherNames() throws {
    try withTemporaryFolder { root throws in
      let outbox = Outbox(root: root.path)
      #expect(try outbox.publish(edition, as: "trial/2024-W03") == .published)
      #expect(try read(root, "trial/2024-W03/summary.html") == "one")
      #expect(try read(root, "trial/2024-W03/alerts/U01.txt") == "late")
      #expect(try names(root, "trial") == ["2024-W03"])
      #expect(try names(root, "trial/2024-W03") == [".edition", "alerts", "summary.html"])
    }
  }

  @Test func publishingAgainTouchesNothing() throws {
    try withTemporaryFolder { root throws in
      let outbox = Outbox(root: root.path)
      _ = try outbox.publish(edition, as: "trial/2024-W03")
      let before = try facts(root)
      #expect(try outbox.publish(edition, as: "trial/2024-W03") == .unchanged)
      #expect(try facts(root) == before)
    }
  }

  @Test func anotherEditionReplacesItsOwnFilesAndKeepsTheRest() throws {
    try withTemporaryFolder { root throws in
      let outbox = Outbox(root: root.path)
      let week = "trial/2024-W03"
      _ = try outbox.publish(edition + [OutboxFile(path: "same.txt", text: "same")], as: week)
      _ = try outbox.write(OutboxFile(path: "receipts/U01/a.json", text: "{}"), in: week)
      try write(root, week + "/领导批示.txt", "note")
      let same = try stamp(root, week + "/same.txt")
      let receipt = try stamp(root, week + "/receipts/U01/a.json")
      let next = [
        OutboxFile(path: "summary.html", text: "two"), OutboxFile(path: "same.txt", text: "same"),
      ]
      #expect(try outbox.publish(next, as: week) == .published)
      #expect(try read(root, week + "/summary.html") == "two")
      #expect(
        try names(root, week) == [".edition", "receipts", "same.txt", "summary.html", "领导批示.txt"])
      #expect(try stamp(root, week + "/same.txt") == same)
      #expect(try stamp(root, week + "/receipts/U01/a.json") == receipt)
      #expect(try names(root, "trial") == ["2024-W03"])
    }
  }

  @Test func keepsAFileWhoseNameIsGBK() throws {
    try withTemporaryFolder { root throws in
      let outbox = Outbox(root: root.path)
      _ = try outbox.publish(edition, as: "trial/2024-W03")
      // 批示 in GBK, which is not UTF-8.
      let name = Array((root.path + "/trial/2024-W03/").utf8) + [0xC5, 0xFA, 0xCA, 0xBE]
      let path = name.map { CChar(bitPattern: $0) } + [0]
      let descriptor = open(path, O_CREAT | O_WRONLY, 0o644)
      #expect(descriptor >= 0)
      close(descriptor)
      let next = [OutboxFile(path: "summary.html", text: "two")]
      #expect(try outbox.publish(next, as: "trial/2024-W03") == .published)
      #expect(access(path, F_OK) == 0)
      #expect(try names(root, "trial") == ["2024-W03"])
    }
  }

  @Test func aReaderOfTheOldFileKeepsReadingIt() throws {
    try withTemporaryFolder { root throws in
      let outbox = Outbox(root: root.path)
      _ = try outbox.publish(edition, as: "trial/2024-W03")
      let reader = try FileHandle(
        forReadingFrom: root.appendingPathComponent("trial/2024-W03/summary.html"))
      _ = try outbox.publish(
        [OutboxFile(path: "summary.html", text: "longer")], as: "trial/2024-W03")
      #expect(try reader.readToEnd().map { String(decoding: $0, as: UTF8.self) } == "one")
    }
  }

  @Test(arguments: [
    // Halted while staging; after the exchange; between the two steps without an exchange; after them.
    [".2024-W03.new": "half"], [".2024-W03.new": "old"], [".2024-W03.old": "one"],
    [".2024-W03.old": "old", ".2024-W03.new": "half"],
  ])
  func recoversFromATornState(_ left: [String: String]) throws {
    try withTemporaryFolder { root throws in
      let outbox = Outbox(root: root.path)
      _ = try outbox.publish(edition, as: "trial/2024-W03")
      if left == [".2024-W03.old": "one"] {
        try FileManager.default.moveItem(
          at: root.appendingPathComponent("trial/2024-W03"),
          to: root.appendingPathComponent("trial/.2024-W03.old"))
      } else {
        for (name, text) in left { try write(root, "trial/\(name)/summary.html", text) }
      }
      #expect(try outbox.publish(edition, as: "trial/2024-W03") == .unchanged)
      #expect(try names(root, "trial") == ["2024-W03"])
      #expect(try read(root, "trial/2024-W03/summary.html") == "one")
    }
  }

  @Test func writesAReceiptOnceAndThenLeavesItAlone() throws {
    try withTemporaryFolder { root throws in
      let outbox = Outbox(root: root.path)
      let file = OutboxFile(path: "receipts/U01/2024-W03-abc.json", text: "{}")
      #expect(try outbox.write(file, in: "trial/2024-W03") == .published)
      let before = try facts(root)
      #expect(try outbox.write(file, in: "trial/2024-W03") == .unchanged)
      #expect(try facts(root) == before)
      #expect(try names(root, "trial/2024-W03/receipts/U01") == ["2024-W03-abc.json"])
    }
  }

  @Test(arguments: [
    "../up", "/etc/passwd", "a//b", "a/./b", ".hidden", "", "a/", "a\u{0}b", "-rf", "a\nb", "a\\b",
    "c:x", "\u{202E}a", String(repeating: "a", count: 201),
  ])
  func refusesPathsThatLeaveOrHide(_ path: String) throws {
    try withTemporaryFolder { root throws in
      let file = OutboxFile(path: path, text: "x")
      #expect(throws: OutboxError.unsafePath(path)) {
        try Outbox(root: root.path).publish([file], as: "trial/2024-W03")
      }
      #expect(throws: OutboxError.self) {
        try Outbox(root: root.path).write(file, in: "trial/2024-W03")
      }
      #expect(try names(root, "") == [])
    }
  }

  @Test func doesNotFollowALinkOutOfTheOutbox() throws {
    try withTemporaryFolder { root throws in
      try write(root, "elsewhere/keep.txt", "keep")
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent("outbox/trial"), withIntermediateDirectories: true)
      let link = root.path + "/outbox/trial/2024-W03"
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: root.path + "/elsewhere")
      let outbox = Outbox(root: root.path + "/outbox")
      #expect(throws: OutboxError.link(link)) { try outbox.publish(edition, as: "trial/2024-W03") }
      #expect(throws: OutboxError.link(link)) {
        try outbox.write(OutboxFile(path: "a.txt", text: "x"), in: "trial/2024-W03")
      }
      #expect(try names(root, "elsewhere") == ["keep.txt"])
    }
  }

  @Test func saysWhatCouldNotBeWrittenAndWhy() throws {
    try withTemporaryFolder { root throws in
      try write(root, "outbox", "a file where the folder should be")
      let outbox = Outbox(root: root.path + "/outbox")
      let error = #expect(throws: OutboxError.self) {
        try outbox.publish(edition, as: "trial/2024-W03")
      }
      #expect(error?.message.zh.contains("errno 20") ?? false)
      #expect(error?.message.en.contains(root.path) ?? false)
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func anUnwritableFolderKeepsItsEdition() throws {
    try withTemporaryFolder { root throws in
      let outbox = Outbox(root: root.path)
      _ = try outbox.publish(edition, as: "trial/2024-W03")
      let folder = root.appendingPathComponent("trial").path
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      }
      #expect(throws: OutboxError.self) {
        try outbox.publish([OutboxFile(path: "summary.html", text: "two")], as: "trial/2024-W03")
      }
      #expect(try read(root, "trial/2024-W03/summary.html") == "one")
    }
  }
}

private func read(_ root: URL, _ path: String) throws -> String {
  String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
}

private func write(_ root: URL, _ path: String, _ text: String) throws {
  let file = root.appendingPathComponent(path)
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: file)
}

private func names(_ root: URL, _ path: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: root.path + "/" + path).sorted()
}

private func stamp(_ root: URL, _ path: String) throws -> [Int] {
  var facts = stat()
  guard lstat(root.path + "/" + path, &facts) == 0 else { throw FileFailure("lstat", path) }
  return [
    Int(facts.st_ino), facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec, Int(facts.st_size),
  ]
}

/// Inode, time and size of everything below a folder.
private func facts(_ root: URL) throws -> [String: [Int]] {
  var found: [String: [Int]] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
    found[path] = try stamp(root, path)
  }
  return found
}
