import Rectification

/// 变动记录, changes.csv: what has changed in register.csv and units.csv in the course of the drive.
struct ChangesFile {
  static let layout = CSVTable.Layout(
    required: ["变动编号", "生效日期", "变动", "对象", "依据"], optional: ["变动前", "变动后", "理由"])

  /// A change with its row, for what is found out later.
  struct Written {
    let change: RegisterChange
    let row: CSVTable.Row
  }

  let units: UnitDirectory?
  /// Nil when the register could not be read; then no measure is looked up.
  let measures: [Code: Measure]?
  /// The first and the last day of the drive, where campaign.yaml could be read.
  let drive: DateInterval?

  /// Every change that could be read, in the order of the file.
  func read(_ table: CSVTable, _ log: inout ProblemLog) -> [RegisterChange] {
    var written: [Written] = []
    var lines: [Code: Int] = [:]
    for row in table.rows {
      let code = row["变动编号"].code(&log)
      if let code, let line = lines[code] {
        refuse(
          row["变动编号"], "“\(code)”重复，第\(line)行已有", "“\(code)” is already on line \(line)",
          Bilingual(zh: "请另编编号", en: "give it another code"), &log)
      }
      if let code { lines[code] = lines[code] ?? row.line }
      let effective = effective(row["生效日期"], &log)
      let basis = row["依据"].required(&log)
      let kind = kind(row, on: effective, &log)
      guard let code, let effective, let basis, let kind else { continue }
      written.append(
        Written(
          change: RegisterChange(
            code: code, effective: effective, kind: kind, basis: basis, reason: row["理由"].text,
            line: row.line), row: row))
    }
    if let measures, let units { ChangeChains(measures, units).check(written, &log) }
    return written.map(\.change)
  }

  private func effective(_ cell: WrittenText, _ log: inout ProblemLog) -> CivilDate? {
    guard let date = cell.date(near: drive?.first, &log) else { return nil }
    if let drive, !drive.contains(date) {
      let (first, last) = (drive.first?.description ?? "", drive.last?.description ?? "")
      refuse(
        cell, "\(date)不在专项起止 \(first) 至 \(last) 之内",
        "\(date) is not within the drive, \(first) to \(last)",
        Bilingual(
          zh: "请改正；开始以前的变动直接写进清单", en: "correct it; what came before the start needs no row"),
        &log)
    }
    return date
  }

  private func kind(
    _ row: CSVTable.Row, on date: CivilDate?, _ log: inout ProblemLog
  ) -> RegisterChange.Kind? {
    guard let text = row["变动"].required(&log) else { return nil }
    guard let word = RegisterChange.Word(rawValue: text) else {
      let list = RegisterChange.Word.allCases.map(\.rawValue)
      log.refuse(
        at: row["变动"].spot,
        Bilingual(zh: "没有“\(row["变动"].quoted)”这种变动", en: "“\(row["变动"].quoted)” is no change"),
        remedy: Bilingual(
          zh: "请写：\(list.joined(separator: "、"))",
          en: "write one of: \(list.joined(separator: ", "))"))
      return nil
    }
    refuseNeedless(row, word, &log)
    switch word {
    case .renamed, .absorbed: return unitChange(row, word, &log)
    default: return measureChange(row, word, on: date, &log)
    }
  }

  private func measureChange(
    _ row: CSVTable.Row, _ word: RegisterChange.Word, on date: CivilDate?, _ log: inout ProblemLog
  ) -> RegisterChange.Kind? {
    let (before, after) = (row["变动前"], row["变动后"])
    let measure = measure(row["对象"], &log)
    switch word {
    case .added: return measure.map(RegisterChange.Kind.added)
    case .withdrawn: return measure.map(RegisterChange.Kind.withdrawn)
    case .split:
      guard let parent = self.measure(before, &log), let measure else { return nil }
      return .split(measure, from: parent)
    case .merged:
      guard let other = self.measure(after, &log), let measure else { return nil }
      return .merged(measure, into: other)
    case .reworded, .leader:
      guard let from = before.required(&log), let to = after.required(&log), let measure else {
        return nil
      }
      return word == .leader
        ? .leader(measure, from: from, to: to) : .reworded(measure, from: from, to: to)
    case .moved:
      let (from, to) = (lead(before, on: date, &log), lead(after, on: date, &log))
      guard let from, let to, let measure else { return nil }
      return .moved(measure, from: from, to: to)
    case .supporters:
      let from = ResponsibleUnits.list(before, units: units, on: date, &log)
      let to = ResponsibleUnits.list(after, units: units, on: date, &log)
      return measure.map { .supporters($0, from: from, to: to) }
    case .correctedDeadline:
      let (from, to) = (deadline(before, &log), deadline(after, &log))
      guard let from, let to, let measure else { return nil }
      return .corrected(measure, .deadline(from: from, to: to))
    case .correctedStart:
      let (from, to) = (before.date(near: drive?.first, &log), after.date(near: drive?.first, &log))
      guard let from, let to, let measure else { return nil }
      return .corrected(measure, .start(from: from, to: to))
    case .correctedRequirement:
      return measure.map {
        .corrected($0, .requirement(from: before.text, to: after.text))
      }
    case .renamed, .absorbed: return nil
    }
  }

  /// `2024-01-31`, 立行立改, 长期坚持, or a day and 并长期坚持.
  private func deadline(_ cell: WrittenText, _ log: inout ProblemLog) -> Deadline? {
    guard let text = cell.required(&log) else { return nil }
    let isStanding = text != "长期坚持" && text.hasSuffix("并长期坚持")
    let bare = isStanding ? String(text.dropLast(5)) : text
    switch bare {
    case "立行立改": return Deadline(.immediate, isStanding: isStanding)
    case "长期坚持": return Deadline(.standing)
    default: break
    }
    let day = WrittenText(name: cell.name, text: bare, spot: cell.spot)
    return day.date(near: drive?.first, &log).map { Deadline(.date($0), isStanding: isStanding) }
  }

  private func unitChange(
    _ row: CSVTable.Row, _ word: RegisterChange.Word, _ log: inout ProblemLog
  ) -> RegisterChange.Kind? {
    let unit = unit(row["对象"], &log)
    guard word == .renamed else {
      guard let successor = self.unit(row["变动后"], &log), let unit else { return nil }
      return .absorbed(unit: unit, into: successor)
    }
    let (from, to) = (row["变动前"].required(&log), row["变动后"].required(&log))
    guard let from, let to, let unit else { return nil }
    return .renamed(unit: unit, from: from, to: to)
  }

  /// A cell that this kind of change has no use for.
  private func refuseNeedless(
    _ row: CSVTable.Row, _ word: RegisterChange.Word, _ log: inout ProblemLog
  ) {
    let needless: [String] =
      switch word {
      case .added, .withdrawn: ["变动前", "变动后"]
      case .split: ["变动后"]
      case .merged, .absorbed: ["变动前"]
      case .reworded, .moved, .supporters, .leader, .renamed, .correctedDeadline, .correctedStart,
        .correctedRequirement:
        []
      }
    for heading in needless where !row[heading].isEmpty {
      refuse(
        row[heading], "：“\(word.rawValue)”没有这一项", "is not for “\(word.rawValue)”",
        Bilingual(zh: "请清空这一格", en: "empty it"), &log)
    }
  }

  private func measure(_ cell: WrittenText, _ log: inout ProblemLog) -> Code? {
    guard let code = cell.code(&log) else { return nil }
    guard let measures, measures[code] == nil else { return code }
    log.refuse(
      at: cell.spot,
      Bilingual(zh: "三张清单里没有措施“\(code)”", en: "the register has no measure “\(code)”"),
      remedy: log.didYouMean(
        code.text, among: measures.keys.map(\.text).sorted(),
        otherwise: Bilingual(
          zh: "撤销、并入的措施也要留在 register.csv 里，请恢复这一行",
          en: "a withdrawn or merged measure keeps its row in register.csv; restore it")))
    return nil
  }

  private func unit(_ cell: WrittenText, _ log: inout ProblemLog) -> Code? {
    guard let code = cell.code(&log) else { return nil }
    guard let units, units.line(of: code) == nil else { return code }
    log.refuse(
      at: cell.spot,
      Bilingual(zh: "单位名录里没有“\(code)”", en: "units.csv has no unit “\(code)”"),
      remedy: log.didYouMean(
        code.text, among: units.codes.map(\.text),
        otherwise: Bilingual(
          zh: "请写单位代码；并入别家的单位也要留在 units.csv 里",
          en: "write the unit's code; one that was absorbed keeps its row in units.csv")))
    return nil
  }

  private func lead(
    _ cell: WrittenText, on date: CivilDate?, _ log: inout ProblemLog
  ) -> Code? {
    guard cell.required(&log) != nil else { return nil }
    let found = ResponsibleUnits.list(cell, units: units, on: date, &log)
    if found.count > 1 {
      refuse(
        cell, "写了\(found.count)个单位", "names \(found.count) units",
        Bilingual(zh: "牵头单位只有一个", en: "there is one lead unit"), &log)
    }
    return found.count == 1 ? found[0] : nil
  }

  private func refuse(
    _ cell: WrittenText, _ zh: String, _ en: String, _ remedy: Bilingual, _ log: inout ProblemLog
  ) {
    log.refuse(
      at: cell.spot, Bilingual(zh: "“\(cell.name)”\(zh)", en: "“\(cell.name)” \(en)"),
      remedy: remedy)
  }
}
