import Rectification

/// A key that one mapping holds twice, of which the parser tells only the first place.
struct YAMLDoubleKey {
  let key: String
  let first: Spot

  /// The text with the second key and its value left blank; nil when it cannot be found.
  ///
  /// Lines keep their numbers, so that what is found afterwards is placed rightly.
  func removed(from text: String, _ log: inout ProblemLog) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let index = secondLine(in: lines) else {
      // The keys stand on one line, {a: 1, a: 2}.
      refuse(at: first, &log)
      return nil
    }
    refuse(at: Spot(line: index + 1, column: first.column), &log)
    var end = index + 1
    while end < lines.count,
      lines[end].allSatisfy(\.isWhitespace) || indent(lines[end]) >= first.column
    {
      end += 1
    }
    for number in index..<end { lines[number] = "" }
    return lines.joined(separator: "\n")
  }

  /// The line further down, in the same block, that begins with the key in the same column.
  private func secondLine(in lines: [String]) -> Int? {
    guard first.line <= lines.count else { return nil }
    for index in first.line..<lines.count where !lines[index].allSatisfy(\.isWhitespace) {
      let line = lines[index]
      guard indent(line) >= first.column - 1 else { return nil }
      if indent(line) == first.column - 1, begins(line.dropFirst(first.column - 1)) { return index }
    }
    return nil
  }

  private func begins(_ line: Substring) -> Bool {
    [key, "\"\(key)\"", "'\(key)'"].contains { form in
      line.hasPrefix(form) && line.dropFirst(form.count).drop(while: { $0 == " " }).first == ":"
    }
  }

  private func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  private func refuse(at spot: Spot, _ log: inout ProblemLog) {
    log.refuse(
      at: spot,
      Bilingual(
        zh: "“\(WrittenText.quoted(key))”写了两次，先见于第\(first.line)行",
        en: "“\(WrittenText.quoted(key))” is there twice, first on line \(first.line)"),
      remedy: Bilingual(zh: "请只保留一个", en: "keep one of them"))
  }
}
