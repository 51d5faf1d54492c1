/// Something in register.csv or units.csv that reads otherwise than before, with no row of changes.csv
/// to say why.
package struct UnexplainedChange: Hashable, Sendable {
  package let subject: Code
  package let field: Field
  /// Nil where the row was not there.
  package let before: String?
  /// Nil where the row is gone.
  package let after: String?

  package enum Field: String, CaseIterable, Sendable {
    case measure, item, text, requirement, leader
    case leadUnit = "lead-unit"
    case supportingUnits = "supporting-units"
    case start, deadline, unit
    case unitName = "unit-name"
    /// A row of changes.csv itself, which only grows.
    case change

    package var name: Bilingual {
      switch self {
      case .measure: Bilingual(zh: "整改措施的行", en: "row of the register")
      case .item: Bilingual(zh: "事项编号", en: "item")
      case .text: Bilingual(zh: "整改措施", en: "text")
      case .requirement: Bilingual(zh: "整改要求", en: "requirement")
      case .leader: Bilingual(zh: "牵头区领导", en: "lead leader")
      case .leadUnit: Bilingual(zh: "牵头单位", en: "lead unit")
      case .supportingUnits: Bilingual(zh: "配合单位", en: "supporting units")
      case .start: Bilingual(zh: "开始日期", en: "start")
      case .deadline: Bilingual(zh: "完成时限", en: "deadline")
      case .unit: Bilingual(zh: "单位的行", en: "row of units.csv")
      case .unitName: Bilingual(zh: "单位名称", en: "name of the unit")
      case .change: Bilingual(zh: "变动记录", en: "row of changes.csv")
      }
    }
  }

  /// `M017 的牵头单位由 DQ03 变为 BM02，changes.csv 没有记`.
  package var message: Bilingual {
    let none = Bilingual(zh: "（无）", en: "(none)")
    return Bilingual(
      zh:
        "\(subject) 的\(field.name.zh)由“\(before ?? none.zh)”变为“\(after ?? none.zh)”，changes.csv 没有记",
      en:
        "\(field.name.en) of \(subject) went from “\(before ?? none.en)” to “\(after ?? none.en)”, "
        + "which changes.csv does not say")
  }

  package var remedy: Bilingual {
    switch field {
    case .deadline:
      Bilingual(
        zh: "延期请恢复 register.csv，在 decisions.csv 里写“延期”；写错的，在 changes.csv 里补一行“更正时限”",
        en:
          "to put it off, restore register.csv and write 延期 in decisions.csv; if it was a slip, add a row 更正时限 to changes.csv"
      )
    case .change:
      Bilingual(zh: "变动记录只追加，请恢复这一行", en: "changes.csv only grows; restore the row")
    case .item:
      Bilingual(
        zh: "请恢复；确要改归别的事项的，把原措施撤销，另列一条",
        en: "restore it; to place it under another item, withdraw the measure and list a new one")
    case .unit:
      Bilingual(
        zh: "新单位请写“启用日期”（在已出各期之后），退出的单位请保留这一行并写“停用日期”",
        en:
          "give a new unit a 启用日期 after the weeks issued; keep the row of one that has left, with a 停用日期"
      )
    case .measure, .text, .requirement, .start, .leader, .leadUnit, .supportingUnits, .unitName:
      Bilingual(
        zh: "请在 changes.csv 里补一行，写明生效日期和依据", en: "add a row to changes.csv, with its day and basis")
    }
  }
}

/// What differs between two states of the campaign's files without a row of changes.csv to explain it.
///
/// The changes that are new in the later state are undone first; whatever still differs from the earlier
/// one is unexplained. A unit that begins after the weeks issued, `through`, explains itself. Measures first, in
/// the order of the register, then units, then changes.
package func unexplainedChanges(
  from: Campaign, to: Campaign, through week: Week? = nil
) -> [UnexplainedChange] {
  let known = Set(from.changes.map(\.code))
  let undone = to.undoing(to.changes.filter { !known.contains($0.code) })
  let kept = keyed(to.changes, by: \.code)
  let units = Set(from.units.map(\.code))
  func explainsItself(_ unit: Unit) -> Bool {
    !units.contains(unit.code) && week.map(unit.begins(after:)) ?? false
  }
  return compare(
    from.register.measures, undone.register.measures, by: \.code, presence: .measure,
    differences)
    + compare(
      from.units, undone.units.filter { !explainsItself($0) }, by: \.code, presence: .unit
    ) { before, after in
      [.unitName].compactMap { differing($0, before.code, before.name, after.name) }
    }
    + from.changes.compactMap { change in
      differing(.change, change.code, change.inWords, kept[change.code]?.inWords)
    }
}

private func differences(_ before: Measure, _ after: Measure) -> [UnexplainedChange] {
  func list(_ units: [Code]) -> String { units.map(\.text).joined(separator: "；") }
  return [
    differing(.item, before.code, before.item.text, after.item.text),
    differing(.text, before.code, before.text, after.text),
    differing(.requirement, before.code, before.requirement, after.requirement),
    differing(.leader, before.code, before.leader, after.leader),
    differing(.leadUnit, before.code, before.leadUnit.text, after.leadUnit.text),
    differing(
      .supportingUnits, before.code, list(before.supportingUnits), list(after.supportingUnits)),
    differing(.start, before.code, before.start.description, after.start.description),
    differing(.deadline, before.code, before.deadline.inWords, after.deadline.inWords),
  ].compactMap(\.self)
}

private func differing(
  _ field: UnexplainedChange.Field, _ subject: Code, _ before: String?, _ after: String?
) -> UnexplainedChange? {
  // By bytes: two forms of one character are two texts here, as everywhere.
  guard before.map({ Array($0.utf8) }) != after.map({ Array($0.utf8) }) else { return nil }
  return UnexplainedChange(subject: subject, field: field, before: before, after: after)
}

private func compare<Row>(
  _ before: [Row], _ after: [Row], by code: (Row) -> Code, presence: UnexplainedChange.Field,
  _ differences: (Row, Row) -> [UnexplainedChange]
) -> [UnexplainedChange] {
  let (old, new) = (keyed(before, by: code), keyed(after, by: code))
  let gone = before.filter { new[code($0)] == nil }.map { row in
    UnexplainedChange(subject: code(row), field: presence, before: code(row).text, after: nil)
  }
  return gone
    + after.flatMap { row -> [UnexplainedChange] in
      guard let earlier = old[code(row)] else {
        return [
          UnexplainedChange(subject: code(row), field: presence, before: nil, after: code(row).text)
        ]
      }
      return differences(earlier, row)
    }
}

extension RegisterChange {
  /// `2023-11-20 移交 M017：DQ03 → BM02`.
  package var inWords: String {
    let (before, after) = values
    let detail = before.isEmpty && after.isEmpty ? "" : "：\(before) → \(after)"
    return "\(effective) \(word.rawValue) \(subject)\(detail)"
  }
}

extension Unit {
  fileprivate func begins(after week: Week) -> Bool {
    active.first.map { $0 > week.sunday } ?? false
  }
}
