import Rectification

/// Findings about one thing: the whole report, or one entry.
struct FindingGroup {
  let subject: Subject
  private(set) var findings: [Finding] = []

  enum Subject: Hashable {
    case whole
    case measure(Code)
    /// The n-th entry of the file, when its measure could not be read.
    case entry(Int)
  }

  init(_ subject: Subject) { self.subject = subject }

  fileprivate mutating func add(_ finding: Finding) { findings.append(finding) }

  /// `措施 M051`, or `第4条进展`.
  func heading(_ say: Wording) -> String {
    switch subject {
    case .whole: say("整份报告", "The whole report")
    case .measure(let code): say("措施 \(code)", "Measure \(code)")
    case .entry(let number): say("第\(number)条进展", "Entry \(number)")
    }
  }
}

extension Receipt {
  /// The findings as they may be shown, in the order of the file.
  ///
  /// Of a quarantined submission only that it is one, and why: other messages quote values, and
  /// pointers name fields, and both are the sender's.
  var shownFindings: [Finding] {
    guard isSealed else { return findings }
    if findings.contains(where: { $0.rule == .unknownSender }) { return [.unknownSender] }
    return findings.first { $0.severity == .quarantine }.map { [.secrecyMark(at: $0.place)] } ?? []
  }

  /// The whole report first, then one entry after another as the file has them.
  ///
  /// That there is more than is listed heads it all: it must be read before a page of findings is.
  var groups: [FindingGroup] {
    var numbers: [FindingGroup.Subject: Int] = [.whole: 0]
    var groups = [FindingGroup(.whole)]
    let shown = shownFindings
    for finding in shown.filter({ $0.rule == .moreFindings })
      + shown.filter({ $0.rule != .moreFindings })
    {
      let subject = finding.subject
      let number = numbers[subject] ?? groups.count
      if number == groups.count {
        groups.append(FindingGroup(subject))
        numbers[subject] = number
      }
      groups[number].add(finding)
    }
    return groups.filter { !$0.findings.isEmpty }
  }

  /// How many findings there are of each severity, the gravest first; none left out.
  var counts: [(severity: Severity, count: Int)] {
    let severities = shownFindings.map(\.severity)
    return Severity.allCases.reversed().map { severity in
      (severity, severities.count { $0 == severity })
    }
  }

  /// The rules that found something, in the order of the catalogue, and how often.
  var rulesFound: [(code: RuleCode, count: Int)] {
    var counts: [RuleCode: Int] = [:]
    for finding in shownFindings { counts[finding.rule, default: 0] += 1 }
    return RuleTopic.allCases.flatMap(RuleCode.all(about:)).compactMap { code in
      counts[code].map { (code, $0) }
    }
  }
}

extension Finding {
  fileprivate var subject: FindingGroup.Subject {
    if let measure { return .measure(measure) }
    return place.entryNumber.map(FindingGroup.Subject.entry) ?? .whole
  }
}

extension Place {
  /// From 1, out of `/entries/3/percent` or `/weeklyReport/entries/entry[4]/percent`.
  fileprivate var entryNumber: Int? {
    let json = number(after: "/entries/")
    return json.map { $0 + 1 } ?? number(after: "/\(ReportFormat.root)/entries/entry[")
  }

  private func number(after start: String) -> Int? {
    guard pointer.hasPrefix(start) else { return nil }
    return Int(pointer.dropFirst(start.count).prefix { $0.isASCII && $0.isNumber })
  }

  /// `第12行第7列`, or `工作表“进展” C5`, as a person looks for it in the file; nil where there are no lines.
  func lineAndColumn(_ say: Wording) -> String? {
    if let sheet, let cell {
      return say("工作表“\(sheet.rawValue)” \(cell)", "sheet “\(sheet.rawValue)” \(cell)")
    }
    return line == 0 ? nil : say("第\(line)行第\(column)列", "line \(line), column \(column)")
  }

  /// Nothing for a cell, which has a name of its own.
  var shownPointer: String { sheet == nil ? quotable(pointer, limit: 240) : "" }
}

extension Severity {
  /// A sign beside the word, of those that every Chinese font has, for print and for colour-blind eyes.
  var mark: String {
    switch self {
    case .quarantine: "■"
    case .error: "×"
    case .warning: "△"
    case .note: "○"
    }
  }
}

/// `错误3条、警示2条`.
func countsText(_ counts: [(severity: Severity, count: Int)], _ say: Wording) -> String {
  say.list(
    counts.filter { $0.count > 0 }.map { severity, count in
      say("\(severity.name.zh)\(count)条", "\(severity.name.en): \(count)")
    })
}
