import Testing

@testable import Intake

struct ShownNameTests {
  @Test(arguments: [
    ("周报 第47周（一）.xml", "周报 第47周（一）.xml"),
    ("a\r\n\u{1B}[31m", "a\\u{000D}\\u{000A}\\u{001B}[31m"),
    ("\u{2066}evil\u{200B}", "\\u{2066}evil\\u{200B}"),
    ("", ""),
  ])
  func shows(_ name: String, _ shown: String) {
    #expect(ShownName.text(name) == shown)
  }

  @Test func cutsLongNamesButNeverAnEscape() {
    let full = String(repeating: "x", count: 120)
    #expect(ShownName.text(full) == full)
    #expect(ShownName.text(full + "y") == full.dropLast() + "…")
    #expect(ShownName.text(String(repeating: "x", count: 116) + "\n\n").hasSuffix("xx…"))
  }

  @Test func aBrokenSequenceIsShownByteByByte() {
    #expect(ShownName.text([0xE5, 0x91, 0x41] as [UInt8]) == "\\xE5\\x91A")
    #expect(ShownName.text([0xED, 0xA0, 0x80] as [UInt8]) == "\\xED\\xA0\\x80")
  }
}
