/// One number of the summary, with last week's beside it and the rows it counts.
package struct Figure: Hashable, Sendable {
  package let id: ID
  package let name: Bilingual
  package let value: Value
  /// Last week's; nil in the first week.
  package let previous: Value?
  /// The measures, items or units that it counts, so that every number can be opened.
  package let members: [Code]

  package init(id: ID, name: Bilingual, value: Value, previous: Value?, members: [Code]) {
    self.id = id
    self.name = name
    self.value = value
    self.previous = previous
    self.members = members
  }

  /// `measures.completed`, stable across versions.
  package struct ID: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(stringLiteral text: String) { self.text = text }
    package var description: String { text }
  }

  package enum Value: Hashable, Sendable {
    /// A count with its measure word: `104 条`.
    case count(Int, String)
    case money(Amount, MoneyUnit)

    /// The bare number: `104`, `410.36`.
    package var number: String {
      switch self {
      case .count(let count, _): String(count)
      case .money(let amount, let unit): amount.text(in: unit)
      }
    }

    /// `条`, `万元`.
    package var unit: String {
      switch self {
      case .count(_, let word): word
      case .money(_, let unit): unit.rawValue
      }
    }
  }

  /// This week's less last week's, signed: `+3`, `-1.5`; `0` without change, nil in the first week.
  package var change: String? {
    switch (value, previous) {
    case (.count(let now, _), .count(let before, _)):
      return now > before ? "+\(now - before)" : String(now - before)
    case (.money(let now, let unit), .money(let before, _)):
      let difference = now - before
      guard difference != .zero else { return "0" }
      return (difference > .zero ? "+" : "") + difference.text(in: unit)
    default:
      return nil
    }
  }
}
