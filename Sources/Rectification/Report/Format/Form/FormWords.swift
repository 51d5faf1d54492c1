/// A finding in the words of the form: its columns, 是 and 否, and the way it writes a time.
///
/// Findings name the fields of XML and JSON, `expectedDate（预计完成日期）`; who fills in a form has never seen
/// these names.
extension Finding {
  package var inFormWords: Finding {
    var finding = self
    finding.message = message.inFormWords
    finding.remedy = remedy.inFormWords
    return finding
  }
}

extension Bilingual {
  fileprivate var inFormWords: Bilingual {
    Bilingual(zh: FormWords.chinese(zh), en: FormWords.english(en))
  }
}

private enum FormWords {
  static func chinese(_ text: String) -> String {
    var text = text.replacing("带时区的时间，如 2024-01-18T16:20:00+08:00", with: "时间，如 2024-01-18 16:20")
      .replacing("true 或 false", with: "是 或 否")
      .replacing("十进制数文本，如 410.36（JSON 中加引号）", with: "数字，如 410.36")
    for (name, heading) in names {
      text = text.replacing("（\(name)）", with: "")
        .replacing("\(name)（\(heading)）", with: heading)
    }
    for (value, title) in choices { text = text.replacing("\(value)（\(title)）", with: title) }
    return words(text) { name in
      switch name {
      case "true": "“是”"
      case "false": "“否”"
      default: headings[name].map { "“\($0)”" }
      }
    }
    .replacing(" “", with: "“").replacing("” ", with: "”")
  }

  static func english(_ text: String) -> String {
    let text = text.replacing(
      "a time with its offset, such as 2024-01-18T16:20:00+08:00",
      with: "a time, such as 2024-01-18 16:20"
    ).replacing("true or false", with: "是 or 否")
      .replacing("decimal text such as 410.36 (quoted in JSON)", with: "a number such as 410.36")
    return words(text) { name in
      switch name {
      case "true": "是"
      case "false": "否"
      // An English sentence has words of its own that are names of fields too.
      default: name.contains(where: \.isUppercase) || name.contains(".") ? headings[name] : nil
      }
    }
  }

  /// By the paths and the last names of the columns, longest first: `delay.reason`, `reason`.
  private static let names: [(name: String, heading: String)] = {
    let columns = FormSheet.allCases.flatMap(\.columns)
    let paths = columns.compactMap { column in column.path.map { ($0, column.heading) } }
    let groups = [
      ("entries", "进展"), ("evidence", "佐证材料"), ("coordinationRequests", "需协调事项"),
      ("outcomes", "成效"), ("delay", "滞后原因"), ("extensionRequest", "申请延期至"),
      ("closeOutRequest", "销号说明"),
    ]
    let lasts = paths.filter { $0.0.contains(".") }.map { path, heading in
      (String(path.split(separator: ".").last ?? ""), heading)
    }
    return (paths + groups + lasts).sorted { $0.0.utf8.count > $1.0.utf8.count }
  }()

  private static let headings = Dictionary(names, uniquingKeysWith: { first, _ in first })

  private static let choices: [(value: String, title: String)] = ReportedStatus.allCases.map {
    ($0.rawValue, $0.title.zh)
  }

  /// Every ASCII word that is the name of a field, replaced.
  private static func words(_ text: String, _ replacement: (String) -> String?) -> String {
    var (output, word) = ("", "")
    func isPart(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || character == ".")
    }
    func end() {
      // A dot at the end ends the sentence.
      let name = String(word.reversed().drop { $0 == "." }.reversed())
      output += (replacement(name) ?? name) + word.dropFirst(name.count)
      word = ""
    }
    for character in text {
      if isPart(character) {
        word.append(character)
      } else {
        if !word.isEmpty { end() }
        output.append(character)
      }
    }
    if !word.isEmpty { end() }
    return output
  }
}
