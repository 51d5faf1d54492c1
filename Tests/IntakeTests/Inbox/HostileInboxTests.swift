import Files
import Foundation
import Rectification
import Testing

@testable import Intake

/// What somebody may leave in a folder to be followed, waited for or believed.
struct HostileInboxTests {
  @Test(arguments: [
    ".hidden", "a.part", "b.TMP", "周报告.json.crdownload", "周报告.xlsx.filepart", "a.xml.td",
    "a.xlsx.baiduyun.p.downloading", "a.json.xltd", ".a.json.Xy12zQ", "a.xml.partial",
  ])
  func waits(_ name: String) throws {
    try InboxSample.with { sample in
      var sample = sample
      sample.asOf = Moment(seconds: 1_000_000_000)
      try sample.put("x", as: name)
      let (files, passedOver) = try sample.collect()
      #expect(files.isEmpty && passedOver.map(\.reason) == [.waiting])
      #expect(try sample.left() == [name])
    }
  }

  /// A transfer that broke off is named to somebody who can ask for it again.
  @Test(arguments: ["a.part", "周报告.json.crdownload", "a.xml.td", ".a.json.Xy12zQ", "a.tmp"])
  func whatWaitsForDaysIsNamed(_ name: String) throws {
    try InboxSample.with { sample in
      var sample = sample
      sample.asOf = Moment(seconds: Int64(Date().timeIntervalSince1970) + 3 * 86_400 + 60)
      try sample.put("x", as: name)
      let passedOver = try sample.collect().passedOver
      #expect(passedOver.map(\.reason) == [.waitingLong(days: 3)])
      #expect(passedOver[0].reason.needsAPerson && passedOver[0].message.zh.contains("3 天没有变动"))
    }
  }

  /// Neither taken nor waited for: the unit has sent nothing, and is not told that it has.
  @Test(arguments: [
    "~$周报告.xlsx", "Thumbs.db", "THUMBS.DB", "desktop.ini", ".DS_Store", ".周报告.json.swp", "._a.xml",
    ".~lock.周报告.xlsx#", ".gitkeep", "a.json.aria2", ".nfs00000001",
  ])
  func leavesLitterAlone(_ name: String) throws {
    try InboxSample.with { sample in
      try sample.put("x", as: name)
      let (files, passedOver) = try sample.collect()
      #expect(files.isEmpty && passedOver.isEmpty)
      #expect(try sample.left() == [name])
    }
  }

  /// An older state of the report must not count in its place.
  @Test(arguments: [
    "a.json.bak", "a.json~", "#a.json#", "A.BAK", "a.xml.orig", "a.xlsx.old", "周报告.xlk",
  ])
  func takesNoBackupForTheFile(_ name: String) throws {
    try InboxSample.with { sample in
      try sample.put("old", as: name)
      try sample.put("new", as: "a.json")
      let (files, passedOver) = try sample.collect()
      #expect(files.map(\.fileName) == ["a.json"])
      #expect(passedOver.map(\.reason) == [.backup] && !passedOver[0].reason.needsAPerson)
    }
  }

  @Test func followsAndWaitsForNothing() throws {
    try InboxSample.with { sample in
      symlink("/etc/passwd", sample.path("link"))
      symlink("loop", sample.path("loop"))
      #expect(mkfifo(sample.path("pipe"), 0o644) == 0)
      #expect(mkdir(sample.path("folder"), 0o755) == 0)
      try sample.put("outside", as: "own.xml", unit: "BM02")
      #expect(link(sample.path("own.xml", unit: "BM02"), sample.path("hard")) == 0)
      let device = mknod(sample.path("null"), S_IFCHR | 0o644, 259) == 0
      let (files, passedOver) = try sample.collect()
      #expect(files.isEmpty)
      let reasons = Dictionary(uniqueKeysWithValues: passedOver.map { ($0.path, $0.reason) })
      #expect(reasons["drive/BM01/link"] == .symbolicLink)
      #expect(reasons["drive/BM01/loop"] == .symbolicLink)
      #expect(reasons["drive/BM01/pipe"] == .fifo)
      #expect(reasons["drive/BM01/folder"] == .folder)
      #expect(reasons["drive/BM01/hard"] == .hardLink)
      #expect(reasons["drive/BM02/own.xml"] == .hardLink)
      // Making a device needs root.
      if device { #expect(reasons["drive/BM01/null"] == .device) }
      #expect(passedOver.count == (device ? 7 : 6))
    }
  }

  @Test func aFifoOpenedAfterAllDoesNotWait() throws {
    try InboxSample.with { sample in
      #expect(mkfifo(sample.path("pipe"), 0o644) == 0)
      let folder = try OwnedDescriptor.folder(at: sample.folder().path)
      #expect(throws: PassedOver.Reason.fifo) {
        try SteadyFile(Array("pipe".utf8), in: folder, ceiling: 1 << 20)
      }
    }
  }

  @Test func aLinkOpenedAfterAllIsNotFollowed() throws {
    try InboxSample.with { sample in
      symlink("/etc/passwd", sample.path("link"))
      let folder = try OwnedDescriptor.folder(at: sample.folder().path)
      #expect(throws: PassedOver.Reason.symbolicLink) {
        try SteadyFile(Array("link".utf8), in: folder, ceiling: 1 << 20)
      }
    }
  }

  @Test func anUnreadableFileBlocksNoOther() throws {
    try InboxSample.with { sample in
      try sample.put("secret", as: "a.xml")
      try sample.put("open", as: "b.xml")
      chmod(sample.path("a.xml"), 0)
      // Root reads everything; file access of this thread alone goes by an ordinary user.
      try useFilesAs(65_534)
      defer { try? useFilesAs(getuid()) }
      let (files, passedOver) = try sample.collect { _ in .keep }
      #expect(files.map(\.fileName) == ["b.xml"])
      #expect(passedOver.map(\.reason) == [.unreadable(EACCES)])
    }
  }

  @Test func takesNamesAsBytesAndShowsThemSafely() throws {
    try InboxSample.with { sample in
      let names: [[UInt8]] = [
        Array("new\nline\u{202E}".utf8), Array(repeating: UInt8(ascii: "n"), count: 255),
        [0xFF, 0xFE, UInt8(ascii: "x")], Array("-rf".utf8), Array("..x".utf8.dropFirst(2)),
      ]
      for name in names { try sample.put([1], as: name) }
      let shown = Set(try sample.collect().files.map(\.fileName))
      #expect(
        shown == [
          "new\\u{000A}line\\u{202E}", String(repeating: "n", count: 119) + "…", "\\xFF\\xFEx",
          "-rf", "x",
        ])
      #expect(try sample.left().isEmpty)
    }
  }

  @Test func aSparseGiantIsSetAside() throws {
    try InboxSample.with { sample in
      try sample.put("", as: "giant")
      #expect(truncate(sample.path("giant"), 1 << 40) == 0)
      let (files, passedOver) = try sample.collect()
      #expect(files.isEmpty && passedOver.map(\.reason) == [.giant(size: 1 << 40)])
      #expect(try sample.left() == ["giant"])
    }
  }

  @Test func anOversizedFileIsStreamedWhole() throws {
    try InboxSample.with { sample in
      let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 / 7) }
      try sample.put(bytes, as: Array("big.xml".utf8))
      let (files, _) = try sample.collect { file in
        #expect(file.bytes == nil)
        var copy: [UInt8] = []
        try file.forEachChunk { copy.append(contentsOf: $0) }
        #expect(copy == bytes)
        let digest = try Digesting.digest(of: copy)
        #expect(digest == file.submission.digest)
        return .remove
      }
      #expect(files.map(\.size) == [700_001])
      #expect(try sample.left().isEmpty)
    }
  }

  @Test func theCapItselfIsStillAReport() throws {
    try InboxSample.with { sample in
      var small = sample
      small.limits.reportBytes = 3
      try sample.put("abc", as: "a")
      try sample.put("abcd", as: "b")
      var sizes: [Int?] = []
      _ = try small.collect {
        sizes.append($0.bytes?.count)
        return .remove
      }
      #expect(sizes == [3, nil])
    }
  }

  /// setfsuid(2), which Glibc's module map leaves out: file access of the calling thread.
  private func useFilesAs(_ user: uid_t) throws {
    let symbol = try #require(dlsym(nil, "setfsuid"))
    _ = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> Int32).self)(user)
  }
}
