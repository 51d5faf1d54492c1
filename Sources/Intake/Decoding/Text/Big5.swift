/// Big5, in which Hong Kong and Taiwan wrote before Unicode: read as GB18030 it is well-formed nonsense.
enum Big5 {
  /// Whether text that is not UTF-8 is Big5 rather than GB18030.
  ///
  /// Both write a character in two bytes. In GB 2312 the second is always above A0, and the characters that GBK
  /// adds to it are rare in running text; in Big5 a third of all second bytes lie between 40 and 7E. The first byte
  /// of a common character is C6 at most in Big5, and above it for half of them in GB 2312.
  static func isLikely(_ bytes: some Sequence<UInt8>) -> Bool {
    var (pairs, low, common, lead) = (0, 0, 0, UInt8(0))
    for byte in bytes {
      if lead == 0 {
        if byte >= 0x80 { lead = byte }
        continue
      }
      // No character of Big5 begins or ends otherwise.
      guard (0xA1...0xF9).contains(lead),
        (0x40...0x7E).contains(byte) || (0xA1...0xFE).contains(byte)
      else { return false }
      pairs += 1
      if byte < 0x80 { low += 1 }
      if lead <= 0xC6 { common += 1 }
      lead = 0
    }
    return pairs >= 8 && low * 6 > pairs && common * 8 > pairs * 7
  }
}
