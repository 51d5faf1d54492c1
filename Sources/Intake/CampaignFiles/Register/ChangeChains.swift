import Rectification

/// Whether the changes of each measure and unit lead, one after the other, to what the files say today.
struct ChangeChains {
  private let measures: [Code: Measure]
  private let units: [Code: Unit]
  private let unitLines: [Code: Int]

  init(_ measures: [Code: Measure], _ directory: UnitDirectory) {
    self.measures = measures
    units = Dictionary(
      directory.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    unitLines = units.mapValues { directory.line(of: $0.code) ?? 0 }
  }

  func check(_ written: [ChangesFile.Written], _ log: inout ProblemLog) {
    let subjects = Dictionary(grouping: written) { one in
      Subject(code: one.change.subject, isUnit: one.change.isAboutUnit)
    }
    var ends: [Subject: CivilDate] = [:]
    for one in written where one.change.ends {
      ends[Subject(code: one.change.subject, isUnit: one.change.isAboutUnit)] = one.change.effective
    }
    for (_, chain) in subjects.sorted(by: { $0.value[0].change.line < $1.value[0].change.line }) {
      checkLife(chain, &log)
      for (_, links) in Dictionary(grouping: chain, by: \.change.word) { checkLinks(links, &log) }
      checkLeads(chain, &log)
    }
    for one in written { checkTarget(one, ends, &log) }
  }

  private struct Subject: Hashable {
    let code: Code
    let isUnit: Bool
  }

  /// Days in order; nothing before it was added, nothing after it was withdrawn.
  private func checkLife(_ chain: [ChangesFile.Written], _ log: inout ProblemLog) {
    var end: RegisterChange?
    for (number, one) in chain.enumerated() {
      let (change, before) = (one.change, number > 0 ? chain[number - 1].change : nil)
      if let before, change.effective < before.effective {
        refuse(
          one, "生效日期", "\(change.effective)早于第\(before.line)行的\(before.effective)",
          "\(change.effective) is before the \(before.effective) of line \(before.line)",
          Bilingual(zh: "同一对象的变动按日期先后写", en: "write the changes of one thing in order of date"),
          &log)
      }
      if let before, change.adds {
        refuse(
          one, "变动", "“\(change.word.rawValue)”：\(change.subject)在第\(before.line)行已有变动",
          "“\(change.word.rawValue)”: \(change.subject) has a change on line \(before.line) already",
          Bilingual(zh: "增列、拆分只能是第一条变动", en: "a measure is added by its first change"), &log)
      }
      if let end {
        refuse(
          one, "对象", "\(change.subject)在第\(end.line)行已\(end.word.rawValue)",
          "\(change.subject) is out since line \(end.line) (\(end.word.english))",
          Bilingual(
            zh: "此后不能再有变动；重新列入的请另编编号",
            en: "nothing changes after that; listed again, it takes a new code"),
          &log)
      }
      if change.ends { end = end ?? change }
    }
  }

  /// What one change made of it is what the next one found, and the last what the file says today.
  private func checkLinks(_ links: [ChangesFile.Written], _ log: inout ProblemLog) {
    for (number, one) in links.enumerated() {
      guard let (before, after) = one.change.link else { continue }
      if before == after {
        refuse(
          one, "变动后", "和“变动前”一样", "is the same as “变动前”",
          Bilingual(zh: "请写变动后的内容，或删去这一行", en: "write what it became, or remove the row"), &log)
      }
      if number > 0, let (_, last) = links[number - 1].change.link, last != before {
        refuse(
          one, "变动前", "与第\(links[number - 1].change.line)行的“变动后”“\(WrittenText.quoted(last))”不一致",
          "is not what line \(links[number - 1].change.line) left, “\(WrittenText.quoted(last))”",
          Bilingual(
            zh: "请改正其中一个，或补上中间的变动", en: "correct one of them, or add the change between them"), &log
        )
      }
      guard number == links.count - 1, let today = today(one.change), today.text != after else {
        continue
      }
      refuse(
        one, "变动后", "与 \(today.file) 第\(today.line)行现在的“\(WrittenText.quoted(today.text))”不一致",
        "is not what \(today.file) says on line \(today.line), “\(WrittenText.quoted(today.text))”",
        Bilingual(
          zh: "请把 \(today.file) 改成变动后的样子，或补上以后的变动",
          en: "bring \(today.file) up to date, or add the change that came after"), &log)
    }
  }

  private func today(_ change: RegisterChange) -> (file: String, line: Int, text: String)? {
    func list(_ units: [Code]) -> String { units.map(\.text).joined(separator: "；") }
    if case .renamed(let code, _, _) = change.kind {
      return units[code].map { ("units.csv", unitLines[code] ?? 0, $0.name) }
    }
    guard let measure = measures[change.subject] else { return nil }
    let text: String? =
      switch change.kind {
      case .reworded: measure.text
      case .moved: measure.leadUnit.text
      case .supporters: list(measure.supportingUnits)
      case .leader: measure.leader
      case .corrected(_, .deadline): measure.deadline.inWords
      case .corrected(_, .start): measure.start.description
      case .corrected(_, .requirement): measure.requirement
      default: nil
      }
    return text.map { ("register.csv", measure.line, $0) }
  }

  /// A unit never led and supported a measure at once.
  private func checkLeads(_ chain: [ChangesFile.Written], _ log: inout ProblemLog) {
    for one in chain {
      guard case .moved(let code, let from, let to) = one.change.kind else { continue }
      let day = one.change.effective
      for (unit, supporters) in [
        (from, supporters(of: code, in: chain, before: day)),
        (to, supporters(of: code, in: chain, before: day + 1)),
      ] where supporters.contains(unit) {
        refuse(
          one, unit == from ? "变动前" : "变动后", "“\(unit)”当时也在配合单位里",
          "“\(unit)” is among the supporting units of that time too",
          Bilingual(
            zh: "请补一行“配合单位”，写明变动前后", en: "add a row 配合单位, with what it was and what it became"),
          &log)
      }
    }
  }

  /// The supporting units on the day before `day`.
  private func supporters(
    of measure: Code, in chain: [ChangesFile.Written], before day: CivilDate
  ) -> [Code] {
    for one in chain where one.change.effective >= day {
      if case .supporters(_, let from, _) = one.change.kind { return from }
    }
    return measures[measure]?.supportingUnits ?? []
  }

  /// 并入 and 拆分自 name another measure, 单位并入 another unit, one that is still there.
  private func checkTarget(
    _ one: ChangesFile.Written, _ ends: [Subject: CivilDate], _ log: inout ProblemLog
  ) {
    let (target, heading): (Code, String)
    switch one.change.kind {
    case .split(_, let parent): (target, heading) = (parent, "变动前")
    case .merged(_, let other), .absorbed(_, let other): (target, heading) = (other, "变动后")
    default: return
    }
    if target == one.change.subject {
      refuse(
        one, heading, "就是“对象”自己", "is the thing itself",
        Bilingual(zh: "请改正其中一个", en: "correct one of them"), &log)
    } else if one.change.ends,
      let end = ends[Subject(code: target, isUnit: one.change.isAboutUnit)],
      end <= one.change.effective
    {
      refuse(
        one, heading, "“\(target)”自\(end)起已不在", "“\(target)” is out itself since \(end)",
        Bilingual(zh: "请写承接的那一个", en: "name the one that took it over"), &log)
    }
  }

  private func refuse(
    _ one: ChangesFile.Written, _ heading: String, _ zh: String, _ en: String, _ remedy: Bilingual,
    _ log: inout ProblemLog
  ) {
    log.refuse(
      at: one.row[heading].spot, Bilingual(zh: "“\(heading)”\(zh)", en: "“\(heading)” \(en)"),
      remedy: remedy)
  }
}

extension RegisterChange {
  /// Whether nothing can change after it.
  fileprivate var ends: Bool {
    if case .absorbed = kind { return true }
    return withdraws
  }

  /// What it was and what it became, where the change is one of a cell.
  fileprivate var link: (before: String, after: String)? {
    switch kind {
    case .reworded, .moved, .supporters, .leader, .corrected, .renamed: values
    case .added, .split, .withdrawn, .merged, .absorbed: nil
    }
  }
}
