import Glibc

/// GB18030 made UTF-8 by the C library's iconv, which knows the whole of the standard.
enum GB18030 {
  /// The UTF-8 of the text, or of the part before the first bytes that are not GB18030.
  static func utf8(_ bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], isWhole: Bool) {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1)
    else { return ([], false) }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No character takes more than twice its bytes: 2 become 3, and 4 become 4 at most; 1 stays 1.
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    let room = output.count
    let (isWhole, left) = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var fromLeft = source.count
        var toLeft = room
        let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
        return (result >= 0 && fromLeft == 0, toLeft)
      }
    }
    return (output[..<(room - left)].map { UInt8(bitPattern: $0) }, isWhole)
  }
}
