import Rectification

/// Holds a tree against the fields of the format, and lists all that is wrong with it.
///
/// One walk for both syntaxes, so that the same report in either gives the same findings.
struct FieldWalk {
  let map: PlaceMap
  var findings: FindingList

  init(_ map: PlaceMap, _ findings: FindingList) {
    self.map = map
    self.findings = findings
  }

  mutating func value(_ node: DocumentNode, _ field: Field, _ path: Path) -> FieldValue? {
    refuseAttributes(of: node, path)
    switch field.type {
    case .object(let fields):
      return object(node, field, fields, path).map(FieldValue.record)
    case .list(let item, let count):
      return list(node, field, item, count, path).map(FieldValue.list)
    default: return scalar(node, field, path)
    }
  }

  private mutating func object(
    _ node: DocumentNode, _ field: Field, _ fields: [Field], _ path: Path
  ) -> Record? {
    guard let members = members(of: node, field, path) else { return nil }
    // One mistake, told once: not a field missing and one too many for each of them.
    if let first = members.first, members.allSatisfy({ $0.name.hasPrefix("{}") }) {
      refuseUnprefixed(first, path)
      return nil
    }
    var record = Record(place: place(node.offset, path))
    var gaps: [String: DocumentNode] = [:]
    for member in members {
      let step = path.member(member.name)
      guard let known = fields.first(where: { member.name.utf8.elementsEqual($0.name.utf8) }) else {
        refuseUnknown(member, among: fields, step)
        continue
      }
      guard !record.has(known.name) else {
        refuseDouble(member, known, step)
        continue
      }
      if case .absent = member.value.content {
        gaps[known.name] = member.value
        continue
      }
      record.places[known.name] = place(member.value.offset, step)
      record.values[known.name] = value(member.value, known, step)
    }
    for missing in fields where missing.isRequired && !record.has(missing.name) {
      refuseMissing(missing, in: gaps[missing.name] ?? node, path)
    }
    return record
  }

  private mutating func list(
    _ node: DocumentNode, _ field: Field, _ item: Field, _ count: ClosedRange<Int>, _ path: Path
  ) -> [FieldValue]? {
    guard let items = items(of: node, field, item, path) else { return nil }
    if !count.contains(items.count) { refuseCount(items.count, field, at: node, path) }
    // The rest is refused already; walking it could only add to the flood.
    return items.prefix(count.upperBound).enumerated().map { index, node in
      value(node, item, path.item(index, named: item.name)) ?? .unread
    }
  }

  private mutating func scalar(
    _ node: DocumentNode, _ field: Field, _ path: Path
  ) -> FieldValue? {
    guard let text = text(of: node, field, path) else { return nil }
    do {
      let value = try ScalarReading.read(text, as: field.type)
      guard case .text(let name) = value, field.type == .unitName else { return value }
      return .unitName(UnitName(name, at: place(node.offset, path)))
    } catch {
      refuse(
        error.rule, at: node.offset, path, error.message(field, text),
        remedy: Self.remedy(for: field, text))
      return nil
    }
  }

  func place(_ offset: Int, _ path: Path) -> Place { map.place(at: offset, pointer: path.text) }
}
