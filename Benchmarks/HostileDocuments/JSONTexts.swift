/// Character data in JSON.
extension HostileDocument {
  static let jsonTexts = [
    HostileDocument("JSON escapes", ["schema"], .jsonValue("\"", "\"") { _ in "\\u4e2d" }),
    HostileDocument(
      "JSON escapes of surrogate pairs", ["schema"],
      .jsonValue("\"", "\"") { _ in "\\ud842\\udfb7" }),
    HostileDocument(
      "JSON escapes of one letter", ["schema"], .jsonValue("\"", "\"") { _ in "\\n" }),
    HostileDocument(
      "JSON escapes of U+0000", ["schema"], .jsonValue("\"", "\"") { _ in "\\u0000" }),
    HostileDocument("JSON one long text", ["schema"], .jsonValue("\"", "\"") { _ in "持续推进" }),
    HostileDocument(
      "JSON text of combining marks", ["schema"], .jsonValue("\"e", "\"") { _ in "\u{301}" }),
    HostileDocument("JSON text without an end", ["unreadable"], .jsonValue("\"", "") { _ in "a" }),
    HostileDocument("JSON blanks", [], .jsonEntry { _ in " \t" }),
    HostileDocument(
      "JSON line ends, then a mistake", ["schema"], .jsonEntry("", ",\"x\":0") { _ in "\n" }),
    HostileDocument(
      "JSON on one line, a mistake at its end", ["schema"],
      .jsonValue("\"", "\",\"x\":0") { _ in "中" }),
  ]
}
