import Foundation
import Glibc
import Rectification
import TestSupport
import Testing

@testable import Intake

/// A folder is a unit's when its name is the unit's code, byte for byte.
struct FolderIdentityTests {
  @Test func noFormOfACodeIsTheFolderOfAUnit() throws {
    try InboxSample.with { sample in
      var made: Set<[UInt8]> = []
      for form in CodeForms.of("BM01").union(CodeForms.of("BM02"))
      where !form.contains(0) && !form.contains(UInt8(ascii: "/")) && make(form, in: sample) {
        made.insert(form)
      }
      try #require(made.count > 200)
      try sample.put("own", as: "own.xml")
      let (files, passedOver) = try sample.collect()
      #expect(files.map(\.fileName) == ["own.xml"])
      let strangers = made.filter { $0.first != UInt8(ascii: ".") }
      #expect(passedOver.count == strangers.count)
      #expect(passedOver.allSatisfy { $0.unit == nil && $0.reason == .unknownUnit })
      // Named in one line each, without a control or an invisible character.
      for one in passedOver {
        #expect(!one.path.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(!one.path.unicodeScalars.contains { $0.properties.generalCategory == .format })
      }
    }
  }

  /// A folder with a file in it, under a name of any bytes.
  private func make(_ name: [UInt8], in sample: InboxSample) -> Bool {
    let path = Array(sample.root.path.utf8) + Array("/inbox/drive/".utf8) + name
    func call(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
      (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map(body) ?? -1
      }
    }
    guard call(path, { mkdir($0, 0o755) }) == 0 else { return false }
    let file = call(path + Array("/r.xml".utf8)) { open($0, O_WRONLY | O_CREAT, 0o644) }
    guard file >= 0 else { return false }
    close(file)
    return true
  }
}
