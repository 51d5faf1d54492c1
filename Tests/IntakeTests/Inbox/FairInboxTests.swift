import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// One unit's files never stand in the way of another's.
struct FairInboxTests {
  @Test func everyUnitHasItsTurnBeforeAFloodIsWorkedOff() throws {
    try InboxSample.with { sample in
      var flooded = sample
      flooded.limits.filesPerTurn = 10
      // BM02 stands first in units.csv.
      for number in 0..<95 { try sample.put("\(number)", as: "\(number)", unit: "BM02") }
      try sample.put("one", as: "one")
      let files = try flooded.collect().files
      let position = try #require(files.firstIndex { $0.sender.text == "BM01" })
      #expect(position == 10)
      #expect(files.count == 96 && Set(files.map(\.digest)).count == 96)
      #expect(try sample.left("BM02").isEmpty)
    }
  }

  @Test func whatIsBeyondTheHourlyNumberStaysAndIsTakenInOrderAfterwards() throws {
    try InboxSample.with { sample in
      for number in 0..<9 { try sample.put("\(number)", as: "\(number)") }
      try sample.put("z", as: "z", unit: "BM02")
      var narrow = sample
      narrow.limits.filesPerHour = 4
      // Every arrival is cut to this moment: all came within the hour.
      narrow.asOf = Moment(seconds: 1_000_000)
      let first = try narrow.collect()
      #expect(first.files.map(\.fileName) == ["z", "0", "1", "2", "3"])
      #expect(first.passedOver.map(\.reason) == [.setAside(received: 9, waiting: 5)])
      #expect(try sample.left() == ["4", "5", "6", "7", "8"])
      // In the same hour nothing more, and the same is said of it.
      narrow.earlier = ["BM01": 4]
      let again = try narrow.collect()
      #expect(again.files.isEmpty && again.passedOver == first.passedOver)
      // By then all of them came more than an hour ago.
      narrow.asOf = sample.asOf
      narrow.earlier = [:]
      let later = try narrow.collect()
      #expect(later.files.map(\.fileName) == ["4", "5", "6", "7", "8"])
      #expect(later.passedOver.isEmpty)
    }
  }

  @Test func aFileThatSomebodyIsWritingIsLeftAndNamed() throws {
    try InboxSample.with { sample in
      try sample.put("half", as: "growing.json")
      try sample.put("whole", as: "whole.json")
      let writer = try #require(FileHandle(forWritingAtPath: sample.path("growing.json")))
      let (files, passedOver) = try sample.collect()
      #expect(files.map(\.fileName) == ["whole.json"])
      #expect(passedOver.map(\.reason) == [.growing(size: 4)])
      #expect(passedOver.map(\.path) == ["drive/BM01/growing.json"])
      #expect(try sample.left() == ["growing.json"])
      try writer.close()
      #expect(try sample.collect().files.map(\.fileName) == ["growing.json"])
    }
  }

  @Test func aFileOpenForReadingIsTaken() throws {
    try InboxSample.with { sample in
      try sample.put("whole", as: "whole.json")
      let reader = try #require(FileHandle(forReadingAtPath: sample.path("whole.json")))
      #expect(try sample.collect().files.count == 1)
      try reader.close()
    }
  }
}
