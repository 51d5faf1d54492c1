import Rectification
import TestSupport

@testable import Intake

/// The documents that both syntaxes and all judges are tried with.
enum GeneratedReports {
  /// 4000 by chance: a third whole, the others with one to six mistakes; half of each in part written
  /// in full width.
  static let random: [PlainValue] = {
    var random = SeededGenerator(seed: 20_240_118)
    return (0..<4000).map { number in
      var report = RandomReport.make(&random)
      for _ in 0..<(number % 3 == 0 ? 0 : Int.random(in: 1...6, using: &random)) {
        report = Mutation.apply(to: report, &random)
      }
      return number % 2 == 0 ? report : report.widened { random.chance(40) }
    }
  }()

  /// The sample with each of its parts in turn at every border of its type, missing, emptied, doubled
  /// and joined by one unknown.
  static let atBorders: [PlainValue] = places(in: Sample.plain, .object(ReportFormat.fields), "")
    .flatMap { path, type in
      let changes = BorderValues.of(type) + lists(type, Sample.plain.part(at: path))
      return ([nil] + changes).map { Sample.plain.setting(path, to: $0) }
        + [Sample.plain.doubling(path), Sample.plain.setting(path + "x", to: .text("x"))]
    }

  /// All of them, written in both syntaxes and read once for all tests.
  static let twins: [Twin] = (random + atBorders + longest).map(Twin.init)

  /// The most entries a report may have, and one more.
  private static let longest: [PlainValue] = [5000, 5001].map { count in
    let entry = PlainValue.object([
      .init("measure", .text("M")), .init("status", .text("in-progress")),
      .init("percent", .number("1")), .init("progress", .text("无")),
    ])
    return Sample.plain.setting(
      "entries", to: .list(item: "entry", Array(repeating: entry, count: count)))
  }

  /// The path and the type of every part below `value`.
  private static func places(
    in value: PlainValue, _ type: FieldType, _ path: String
  ) -> [(path: String, type: FieldType)] {
    switch (value, type) {
    case (.object(let members), .object(let fields)):
      return members.flatMap { member in
        fields.filter { $0.name == member.name }.flatMap { field in
          [(path + field.name, field.type)]
            + places(in: member.value, field.type, path + field.name + "/")
        }
      }
    case (.list(_, let items), .list(let item, _)):
      return items.enumerated().flatMap { index, value in
        [(path + "\(index)", item.type)] + places(in: value, item.type, path + "\(index)/")
      }
    default: return []
    }
  }

  private static func lists(_ type: FieldType, _ value: PlainValue?) -> [PlainValue] {
    guard case .list(let item, let count) = type, case .list(_, let items)? = value,
      let first = items.first, count.upperBound <= 100
    else { return [] }
    return [count.lowerBound, count.upperBound, count.upperBound + 1].map {
      .list(item: item.name, Array(repeating: first, count: $0))
    }
  }
}

/// One report in both syntaxes, and what the decoder makes of each.
struct Twin: Sendable {
  let value: PlainValue
  let (json, xml): (String, String)
  let (fromJSON, fromXML): (Decoded, Decoded)

  init(_ value: PlainValue) {
    self.value = value
    (json, xml) = (value.json(), value.xml())
    (fromJSON, fromXML) = (Self.read(json), Self.read(xml))
  }

  /// Reads whatever the size: the XML of a report is longer, and size is not the question here.
  static func read(_ text: String) -> Decoded {
    var limits = Limits()
    limits.reportBytes = 16 << 20
    return ReportDecoder().decode(Array(text.utf8), limits: limits)
  }
}

extension PlainValue {
  /// The part at `entries/0/percent`.
  func part(at path: String) -> PlainValue? {
    path.split(separator: "/").reduce(Optional(self)) { value, step in
      switch value {
      case .object(let members): members.first { $0.name == step }?.value
      case .list(_, let items): Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
      default: nil
      }
    }
  }

  /// This value with the last step of `path` a second time; unchanged where it is an item of a list.
  func doubling(_ path: String) -> PlainValue {
    let steps = path.split(separator: "/")
    guard let name = steps.last.map(String.init), Int(name) == nil else { return self }
    let holder = steps.dropLast().joined(separator: "/")
    let whole = holder.isEmpty ? self : part(at: holder)
    guard case .object(let members)? = whole, let member = members.first(where: { $0.name == name })
    else { return self }
    let doubled = PlainValue.object(members + [member])
    return holder.isEmpty ? doubled : setting(holder, to: doubled)
  }

  /// This value with some of the digits, letters and signs in full width, where that changes nothing.
  func widened(
    _ type: FieldType = .object(ReportFormat.fields), where chosen: () -> Bool
  ) -> PlainValue {
    switch (self, type) {
    case (.object(let members), .object(let fields)):
      return .object(
        members.map { member in
          let field = fields.first { $0.name == member.name }
          return .init(
            member.name, field.map { member.value.widened($0.type, where: chosen) } ?? member.value)
        })
    case (.list(let name, let items), .list(let item, _)):
      return .list(item: name, items.map { $0.widened(item.type, where: chosen) })
    case (.text(let text), _) where type.takesFullWidth: return .text(text.widened(where: chosen))
    case (.number(let digits), .integer): return .text(digits.widened(where: chosen))
    default: return self
    }
  }
}

extension String {
  fileprivate func widened(where chosen: () -> Bool) -> String {
    unicodeScalars.map { chosen() ? String(Character($0)).fullWidth : String(Character($0)) }
      .joined()
  }
}
