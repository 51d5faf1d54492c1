/// A CSV file with columns added behind the last: their headings in the first row, nothing in the others.
///
/// It works on the bytes as they are: in UTF-8 and in GB18030 a comma, a quote and a line end are never part of
/// another character.
enum WidenedTable {
  /// `headings` are the bytes to be put behind the first row, commas included, and `count` how many they are.
  static func bytes(of bytes: [UInt8], headings: [UInt8], count: Int) -> [UInt8] {
    guard count > 0 else { return bytes }
    let empty = [UInt8](repeating: comma, count: count)
    var (result, isQuoted, hasText, isHeaded): ([UInt8], Bool, Bool, Bool) = (
      [], false, false, false
    )
    func end() {
      // Blank lines, and rows of commas alone above the headings, are no rows.
      if hasText { result += isHeaded ? empty : headings }
      isHeaded = isHeaded || hasText
      hasText = false
    }
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == 10 || byte == 13 { end() }
      if !blanks.contains(byte) { hasText = true }
      result.append(byte)
    }
    end()
    return result
  }

  private static let (comma, quote) = (UInt8(ascii: ","), UInt8(ascii: "\""))
  private static let blanks: Set<UInt8> = [9, 10, 13, 32, 44, 0xEF, 0xBB, 0xBF]
}
