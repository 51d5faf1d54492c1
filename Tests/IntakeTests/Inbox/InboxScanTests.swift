import Foundation
import Rectification
import Testing

@testable import Intake

struct InboxScanTests {
  @Test func handsOverTheBytesThenRemovesTheFile() throws {
    try InboxSample.with { sample in
      try sample.put("abc", as: "周报.xml")
      let (files, passedOver) = try sample.collect { file in
        #expect(file.bytes == Array("abc".utf8))
        let left = try sample.left()
        #expect(left == ["周报.xml"])
        return .remove
      }
      let file = try #require(files.first)
      #expect(files.count == 1 && passedOver.isEmpty)
      #expect(file.sender.text == "BM01" && file.size == 3)
      #expect(file.channel == .inbox)
      // FIPS 180-2, appendix B.1.
      #expect(
        file.digest.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(try sample.left().isEmpty)
    }
  }

  @Test func keepsTheFileWhenToldTo() throws {
    try InboxSample.with { sample in
      try sample.put("abc", as: "a.xml")
      _ = try sample.collect { _ in .keep }
      #expect(try sample.left() == ["a.xml"])
    }
  }

  @Test func keepsTheFileWhenTheLedgerFails() throws {
    struct DiskFull: Error {}
    try InboxSample.with { sample in
      try sample.put("abc", as: "a.xml")
      #expect(throws: DiskFull.self) { try sample.collect { _ in throw DiskFull() } }
      #expect(try sample.left() == ["a.xml"])
    }
  }

  @Test func goesByUnitThenArrivalThenName() throws {
    try InboxSample.with { sample in
      for name in ["b", "a", "-rf"] { try sample.put(name, as: name) }
      try sample.put("z", as: "z", unit: "BM02")
      var clamped = sample
      // With every arrival cut to one moment the names decide.
      clamped.asOf = Moment(seconds: 1)
      let files = try clamped.collect { _ in .keep }.files
      #expect(files.map(\.fileName) == ["z", "-rf", "a", "b"])
      #expect(files.allSatisfy { $0.receivedAt == Moment(seconds: 1) })
    }
  }

  @Test func olderArrivalsComeFirst() throws {
    try InboxSample.with { sample in
      try sample.put("1", as: "z")
      // The inode change time cannot be set, so the seconds have to pass.
      usleep(1_050_000)
      try sample.put("2", as: "a")
      #expect(try sample.collect().files.map(\.fileName) == ["z", "a"])
    }
  }

  @Test func unknownFoldersAndStrayFilesAreNamedAndLeft() throws {
    try InboxSample.with { sample in
      try FileManager.default.createDirectory(
        at: sample.folder("bm01"), withIntermediateDirectories: true)
      try sample.put("x", as: "x.xml", unit: "bm01")
      try sample.put("y", as: "y.xml", unit: "")
      let (files, passedOver) = try sample.collect()
      #expect(files.isEmpty)
      #expect(passedOver.map(\.path) == ["drive/bm01", "drive/y.xml"])
      #expect(passedOver.map(\.reason) == [.unknownUnit, .strayFile])
      #expect(try sample.left("bm01") == ["x.xml"])
    }
  }

  @Test func aCampaignWithoutInboxIsEmptyButAMissingInboxIsAnError() throws {
    try InboxSample.with { sample in
      try FileManager.default.removeItem(at: sample.root.appendingPathComponent("inbox/drive"))
      #expect(try sample.collect().files.isEmpty)
      try FileManager.default.removeItem(at: sample.root.appendingPathComponent("inbox"))
      #expect(throws: InboxError.self) { try sample.collect() }
    }
  }

  @Test func aLinkInPlaceOfAUnitFolderIsNotFollowed() throws {
    try InboxSample.with { sample in
      try sample.put("x", as: "x.xml", unit: "BM02")
      try FileManager.default.removeItem(at: sample.folder())
      try FileManager.default.createSymbolicLink(
        at: sample.folder(), withDestinationURL: sample.folder("BM02"))
      let (files, passedOver) = try sample.collect()
      #expect(files.map(\.sender.text) == ["BM02"])
      #expect(passedOver.map(\.reason) == [.strayFile])
    }
  }

  @Test func aFloodIsTakenInParts() throws {
    try InboxSample.with { sample in
      for number in 0..<7 { try sample.put("\(number)", as: "\(number)") }
      try sample.put("z", as: "z", unit: "BM02")
      var narrow = sample
      narrow.limits.filesPerUnit = 3
      let first = try narrow.collect()
      #expect(first.files.count == 4)
      #expect(first.passedOver.map(\.reason) == [.flood(waiting: 4)])
      #expect(try narrow.collect().files.count == 3)
      #expect(try narrow.collect().files.count == 1)
    }
  }

  @Test func takesTwoThousandFilesOneAtATime() throws {
    try InboxSample.with { sample in
      for number in 0..<2_000 { try sample.put("file \(number)", as: "\(number).json") }
      #expect(try sample.collect().files.count == 2_000)
      #expect(try sample.left().isEmpty)
    }
  }
}
