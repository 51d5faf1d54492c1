import Rectification

/// An honest report of a given size: what the cost of the hostile ones is held against.
package enum OrdinaryReport {
  package static func json(_ size: Int) -> [UInt8] { largest(size) { Array($0.json().utf8) } }

  package static func xml(_ size: Int) -> [UInt8] { largest(size) { Array($0.xml().utf8) } }

  /// The one with as many entries as there is room for.
  private static func largest(_ size: Int, _ written: (PlainValue) -> [UInt8]) -> [UInt8] {
    // Beyond the entries that the format allows, the texts grow.
    let repeats = size > 1 << 20 ? 60 : 10
    let one =
      written(report(entries: 2, repeats)).count - written(report(entries: 1, repeats)).count
    var entries = size / one
    while written(report(entries: entries, repeats)).count > size { entries -= 1 }
    return written(report(entries: entries, repeats))
  }

  private static func report(entries: Int, _ repeats: Int) -> PlainValue {
    .object([
      .init("format", .text(ReportFormat.identifier)), .init("campaign", .text("jingan-2023")),
      .init("unit", .text("BM01")), .init("week", .text("2024-W03")),
      .init("revision", .number("1")), .init("submittedAt", .text("2024-01-18T16:20:00+08:00")),
      .init("submittedBy", .text("联络员")), .init("zeroReport", .boolean(false)),
      .init("entries", .list(item: "entry", (0..<entries).map { entry($0, repeats) })),
    ])
  }

  private static func entry(_ number: Int, _ repeats: Int) -> PlainValue {
    .object([
      .init("measure", .text("M-\(10_000 + number)")), .init("status", .text("in-progress")),
      .init("percent", .number("40")),
      .init("progress", .text(String(repeating: "持续推进，", count: repeats))),
    ])
  }
}
