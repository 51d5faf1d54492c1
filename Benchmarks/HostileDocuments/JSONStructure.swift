/// Brackets, names and numbers that cost a JSON reader more than they show.
extension HostileDocument {
  static let jsonStructure = [
    HostileDocument("JSON nesting of lists", ["unreadable"], .jsonValue("", "") { _ in "[" }),
    HostileDocument(
      "JSON nesting of objects", ["unreadable"], .jsonValue("", "") { _ in "{\"a\":" }),
    HostileDocument(
      "JSON nesting of 60 levels, again and again", ["schema"],
      .jsonValue("[", "0]") { _ in
        String(repeating: "[", count: 59) + String(repeating: "]", count: 59) + ","
      }),
    HostileDocument(
      "JSON one long name", ["schema"], .jsonEntry(",\"", "\":0") { _ in "progress" }),
    HostileDocument(
      "JSON names of 2,000 letters", ["schema"],
      .jsonEntry { _ in ",\"\(String(repeating: "n", count: 2_000))\":0" }),
    HostileDocument(
      "JSON number of many digits", ["schema"], .jsonEntry(",\"percent\":1", "") { _ in "0" }),
    HostileDocument(
      "JSON number with a long exponent", ["schema"], .jsonEntry(",\"percent\":1e", "") { _ in "9" }
    ),
    HostileDocument(
      "JSON number with many decimals", ["schema"], .jsonValue("0.", "") { _ in "3" }),
    HostileDocument("JSON numbers 1e400", ["schema"], .jsonValue("[", "0]") { _ in "1e400," }),
    HostileDocument("JSON empty lists", ["schema"], .jsonValue("[", "[]]") { _ in "[]," }),
    HostileDocument(
      "JSON zeros, a million at 4 MiB", ["schema"], .jsonValue("[", "0]") { _ in "0," }),
    HostileDocument(
      "JSON of another kind", ["not-a-report"],
      Filling(head: "{\"a\":0", tail: "}") { ",\"b\($0)\":0" }),
  ]
}
