import Rectification
import TestSupport

/// One random mistake in a report, of a kind that both syntaxes can write.
///
/// Left out is what only one can say: a number in quotes or an empty list for a text in JSON, an
/// attribute or blanks around a number in XML.
enum Mutation {
  static func apply(_ value: PlainValue, _ random: inout SeededGenerator) -> PlainValue {
    switch value {
    case .object(let members): object(members, &random)
    case .list(let item, let items): list(item, items, &random)
    case .number:
      random.pick([
        .number("-1"), .number("1000"), .number("1.5"), .number("1e2"), .number("-0"), .text("四十"),
        .number("99999999999999999999"), nested,
      ])
    case .boolean: random.pick([.text("是"), .number("1"), nested])
    case .text: random.pick(wrongTexts + [nested])
    }
  }

  private static let nested = PlainValue.object([.init("x", .text("1"))])

  private static let wrongTexts: [PlainValue] = [
    "", " \u{3000}\n", "已完成", "2023-W53", "2024-W3", "2024-02-30", "2024-13-01T00:00:00Z",
    "-a", "A B", " A", "A\n", "\u{212A}1", "１", "-5", "1,000", "0.0000001", "元", "ftp://x",
    "http://中",
    String(repeating: "长", count: 2001), String(repeating: "f", count: 64), "\u{E000}", "é",
  ].map(PlainValue.text)

  private static func object(
    _ members: [PlainValue.Member], _ random: inout SeededGenerator
  ) -> PlainValue {
    guard !members.isEmpty else { return nested }
    var members = members
    let index = Int.random(in: 0..<members.count, using: &random)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<70: members[index].value = apply(members[index].value, &random)
    case 70..<78: members.remove(at: index)
    case 78..<84: members.append(members[index])
    case 84..<90: members[index].name += random.pick(["s", "X", "-1", "单位"])
    case 90..<96: members.append(.init(random.pick(["remark", "备注"]), .text("x")))
    default: return .text("说明")
    }
    return .object(members)
  }

  private static func list(
    _ item: String, _ items: [PlainValue], _ random: inout SeededGenerator
  ) -> PlainValue {
    if random.chance(5) { return .text("无") }
    guard !items.isEmpty else { return .list(item: item, [.text("一")]) }
    if random.chance(8) { return .list(item: item, []) }
    if random.chance(8) { return .list(item: item, Array(repeating: items[0], count: 101)) }
    var items = items
    let index = Int.random(in: 0..<items.count, using: &random)
    items[index] = apply(items[index], &random)
    return .list(item: item, items)
  }
}
