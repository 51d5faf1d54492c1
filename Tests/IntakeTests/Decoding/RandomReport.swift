import Rectification
import TestSupport

/// Random reports, valid by construction and as plain values.
enum RandomReport {
  static func make(_ random: inout SeededGenerator) -> PlainValue {
    var members: [PlainValue.Member] = [
      .init("format", .text(ReportFormat.identifier)), .init("campaign", .text("jingan-2023")),
      .init("unit", unit(&random)),
      .init("week", .text(random.pick(["2024-W03", "2020-W53", "1970-W01"]))),
      .init("revision", .number("\(Int.random(in: 1...999, using: &random))")),
      .init(
        "submittedAt",
        .text(
          random.pick([
            "2024-01-18T16:20:00+08:00", "2024-02-29T00:00Z", "2024-01-18T16:20:00.125-05:30",
          ]))),
      .init("submittedBy", text(&random, most: 100)), .init("zeroReport", .boolean(false)),
      .init("entries", list("entry", 0...3, &random, of: entry)),
    ]
    if random.chance(50) {
      let requests = list("coordinationRequest", 0...2, &random, of: request)
      members.append(.init("coordinationRequests", requests))
    }
    if random.chance(70) {
      members.append(.init("outcomes", list("outcome", 0...3, &random, of: outcome)))
    }
    return .object(random.chance(50) ? members : members.shuffled(using: &random))
  }

  private static func list(
    _ item: String, _ count: ClosedRange<Int>, _ random: inout SeededGenerator,
    of make: (inout SeededGenerator) -> PlainValue
  ) -> PlainValue {
    .list(
      item: item, (0..<Int.random(in: count, using: &random)).map { _ in make(&random) })
  }

  private static func code(_ random: inout SeededGenerator) -> PlainValue {
    .text(random.pick(["A", "BM01", "01-01-001-02", String(repeating: "z", count: 32), "0-"]))
  }

  private static func unit(_ random: inout SeededGenerator) -> PlainValue {
    .text(random.pick(["BM01", "ＢＭ０１", "区建设管理委", "静安寺街道办事处", "区市场监管局（示例）", "𠮷祥里居委会"]))
  }

  private static func date(_ random: inout SeededGenerator) -> PlainValue {
    .text(random.pick(["2024-02-29", "0001-01-01", "9999-12-31"]))
  }

  static func text(_ random: inout SeededGenerator, most: Int) -> PlainValue {
    let parts = [
      "持续推进", "㎡", "镕", "𠮷", "a < b && c > \"d\"", "]]>", "é", "e\u{301}", "\u{3000}", "\t", "\n",
      " ", "\u{202E}", "&amp;", "\\u0041", "👨‍👩‍👧",
    ]
    let body = (0..<Int.random(in: 0...4, using: &random)).map { _ in random.pick(parts) }
    return .text(
      String(String.UnicodeScalarView(("核" + body.joined()).unicodeScalars.prefix(most))))
  }

  private static func entry(_ random: inout SeededGenerator) -> PlainValue {
    var members: [PlainValue.Member] = [
      .init("measure", code(&random)),
      .init("status", .text(random.pick(ReportedStatus.allCases).rawValue)),
      .init("percent", .number("\(Int.random(in: 0...100, using: &random))")),
      .init("progress", text(&random, most: 2000)),
    ]
    if random.chance(40) { members.append(.init("plan", random.pick([.text(""), .text(" x ")]))) }
    if random.chance(40) {
      members.append(.init("evidence", list("document", 0...2, &random, of: document)))
    }
    if random.chance(40) {
      let reason = PlainValue.Member("reason", text(&random, most: 1000))
      members.append(.init("delay", .object([reason, .init("expectedDate", date(&random))])))
    }
    if random.chance(30) {
      let reason = PlainValue.Member("reason", text(&random, most: 1000))
      members.append(
        .init("extensionRequest", .object([.init("newDeadline", date(&random)), reason])))
    }
    if random.chance(30) {
      members.append(
        .init("closeOutRequest", .object([.init("statement", text(&random, most: 1000))])))
    }
    return .object(members)
  }

  private static func document(_ random: inout SeededGenerator) -> PlainValue {
    .object(
      [
        .init("name", text(&random, most: 255)),
        .init("sha256", .text(String(repeating: random.pick(["0", "9", "a", "f"]), count: 64))),
      ]
        + (random.chance(50)
          ? [.init("link", .text("https://a.example.cn:8443/x?y=[1]&z='%20'#f-!"))] : []))
  }

  private static func request(_ random: inout SeededGenerator) -> PlainValue {
    .object([
      .init("subject", text(&random, most: 200)), .init("request", text(&random, most: 2000)),
      .init("unitsWanted", list("unit", 1...3, &random, of: unit)),
    ])
  }

  private static func outcome(_ random: inout SeededGenerator) -> PlainValue {
    guard random.chance(50) else {
      return .object([.init("kind", code(&random)), .init("count", .number("999999999"))])
    }
    return .object([
      .init("kind", code(&random)),
      .init("amount", .text(random.pick(["0", "410.36", "0.01", "999999999"]))),
      .init("amountUnit", .text(random.pick(["元", "万元"]))),
    ])
  }
}
