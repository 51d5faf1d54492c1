/// A ZIP archive whose entries are stored as they are.
package enum StoredZip {
  package static func bytes(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
    var (body, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in entries {
      let facts =
        little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
        + little(checksum(content), 4) + little(content.count, 4) + little(content.count, 4)
        + little(name.utf8.count, 2) + little(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + facts + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4) + little(body.count, 4) + Array(name.utf8)
      body += [0x50, 0x4B, 3, 4] + facts + Array(name.utf8) + content
    }
    return body + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(entries.count, 2)
      + little(entries.count, 2) + little(directory.count, 4) + little(body.count, 4)
      + little(0, 2)
  }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 as ZIP has it.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
