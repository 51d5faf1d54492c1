import Files
import Foundation
import Rectification
import Testing

@testable import Intake

/// Files whose sender is still at work on them.
struct ChangingFileTests {
  @Test func aFileThatGrewSinceItWasOpenedIsLeft() throws {
    try InboxSample.with { sample in
      try sample.put("abc", as: "a.xml")
      let folder = try OwnedDescriptor.folder(at: sample.folder().path)
      let file = try SteadyFile(Array("a.xml".utf8), in: folder, ceiling: 1 << 20)
      try sample.put("abcdef", as: "a.xml")
      #expect(throws: FileChanged.self) { try file.content(cap: 1_000) }
    }
  }

  @Test func aFileRewrittenInPlaceIsLeft() throws {
    try InboxSample.with { sample in
      try sample.put("abc", as: "a.xml")
      let folder = try OwnedDescriptor.folder(at: sample.folder().path)
      let file = try SteadyFile(Array("a.xml".utf8), in: folder, ceiling: 1 << 20)
      usleep(20_000)
      try sample.put("xyz", as: "a.xml")
      #expect(throws: FileChanged.self) { try file.content(cap: 1_000) }
    }
  }

  @Test func anOversizedFileThatChangesWhileCopiedIsLeft() throws {
    try InboxSample.with { sample in
      try sample.put([UInt8](repeating: 1, count: 400_000), as: Array("big".utf8))
      try sample.put("fine", as: "later")
      let (files, passedOver) = try sample.collect { file in
        guard file.bytes == nil else { return .remove }
        usleep(20_000)
        try sample.put([UInt8](repeating: 2, count: 400_000), as: Array("big".utf8))
        try file.forEachChunk { _ in }
        return .remove
      }
      #expect(files.map(\.fileName) == ["big", "later"])
      #expect(passedOver.map(\.reason) == [.changing])
      #expect(try sample.left() == ["big"])
    }
  }

  @Test func aFileReplacedWhileKeptIsNotRemoved() throws {
    try InboxSample.with { sample in
      try sample.put("first", as: "a.xml")
      let (_, passedOver) = try sample.collect { _ in
        try sample.put("second", as: "b.part")
        #expect(rename(sample.path("b.part"), sample.path("a.xml")) == 0)
        return .remove
      }
      #expect(passedOver.map(\.reason) == [.replaced])
      let second = try sample.collect { file in
        #expect(file.bytes == Array("second".utf8))
        return .remove
      }
      #expect(second.files.count == 1)
    }
  }

  @Test func aFileThatItsSenderHasNotClosedIsLeft() throws {
    try InboxSample.with { sample in
      try sample.put("<report>", as: "a.xml")
      let sender = open(sample.path("a.xml"), O_WRONLY | O_APPEND)
      let (files, passedOver) = try sample.collect { _ in .remove }
      #expect(files.isEmpty)
      #expect(passedOver.map(\.reason) == [.growing(size: 8)])
      #expect(write(sender, "</report>", 9) == 9)
      close(sender)
      let whole = try sample.collect { file in
        #expect(file.bytes == Array("<report></report>".utf8))
        return .remove
      }
      #expect(whole.files.count == 1)
    }
  }

  @Test func aFileThatVanishedIsPassedOver() throws {
    try InboxSample.with { sample in
      try sample.put("a", as: "a")
      try sample.put("b", as: "b")
      let (files, passedOver) = try sample.collect { _ in
        unlink(sample.path("b"))
        return .remove
      }
      #expect(files.map(\.fileName) == ["a"])
      #expect(passedOver.map(\.reason) == [.changing])
    }
  }

  @Test func aFileWithdrawnWhileKeptIsNoTrouble() throws {
    try InboxSample.with { sample in
      try sample.put("a", as: "a")
      let (files, passedOver) = try sample.collect { _ in
        unlink(sample.path("a"))
        return .remove
      }
      #expect(files.count == 1 && passedOver.isEmpty)
    }
  }
}
