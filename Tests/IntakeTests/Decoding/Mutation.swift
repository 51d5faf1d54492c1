import Rectification
import TestSupport

/// One random mistake in a report, of a kind that both syntaxes can write.
///
/// Left out is what only one can say: see `OneSyntaxTests`.
enum Mutation {
  /// A report with one part changed; it stays an object, which is all that XML can say of its root.
  static func apply(to report: PlainValue, _ random: inout SeededGenerator) -> PlainValue {
    guard case .object(let members) = report else { return report }
    return .object(object(members, ReportFormat.fields, &random))
  }

  private static func value(
    _ value: PlainValue, _ type: FieldType, _ random: inout SeededGenerator
  ) -> PlainValue {
    switch (type, value) {
    case (.object(let fields), .object(let members)) where !random.chance(5):
      .object(object(members, fields, &random))
    case (.list(let item, let count), .list(_, let items)) where !random.chance(10):
      .list(item: item.name, list(items, item, count, &random))
    default: random.pick(BorderValues.of(type))
    }
  }

  private static func object(
    _ members: [PlainValue.Member], _ fields: [Field], _ random: inout SeededGenerator
  ) -> [PlainValue.Member] {
    guard !members.isEmpty else { return [unknown(&random)] }
    var members = members
    let index = Int.random(in: 0..<members.count, using: &random)
    let changed = fields.first { $0.name == members[index].name }
      .map { value(members[index].value, $0.type, &random) }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<70: members[index].value = changed ?? members[index].value
    case 70..<78: members.remove(at: index)
    case 78..<84:
      members.append(
        .init(members[index].name, random.chance(50) ? changed ?? .text("x") : members[index].value)
      )
    case 84..<90: members[index].name += random.pick(["s", "X", "-1", "单位"])
    case 90..<95: members.append(unknown(&random))
    // A field that belongs elsewhere, or an optional one added where it is missing.
    default: members.append(.init(random.pick(["plan", "unit", "percent", "amount"]), .text("7")))
    }
    return members
  }

  private static func unknown(_ random: inout SeededGenerator) -> PlainValue.Member {
    .init(
      random.pick(["remark", "备注", "Unit", "x"]), random.pick([.text("x"), BorderValues.nested]))
  }

  private static func list(
    _ items: [PlainValue], _ item: Field, _ count: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> [PlainValue] {
    guard !items.isEmpty else { return [random.pick(BorderValues.of(item.type))] }
    if count.upperBound <= 100, random.chance(10) {
      let length = random.pick([count.lowerBound, count.upperBound, count.upperBound + 1])
      return Array(repeating: items[0], count: length)
    }
    var items = items
    let index = Int.random(in: 0..<items.count, using: &random)
    items[index] = value(items[index], item.type, &random)
    return items
  }
}
