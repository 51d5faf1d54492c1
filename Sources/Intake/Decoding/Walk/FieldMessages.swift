import Rectification

/// What the check of one field can say, with `{value}` and `{count}` where what is written will stand.
///
/// For forms that check as they are filled in, so that they say it in the same words.
package struct FieldMessages: Sendable {
  package let field: Field

  package init(_ field: Field) {
    self.field = field
  }

  /// One way for a field to be wrong.
  package struct Fault: Hashable, Sendable {
    /// `missing`, `blank`, `too-long`, `not-of-type`, `out-of-range`, `no-such-date`, `not-decimal`, `control`.
    package let name: String
    package let rule: RuleCode
    package let message: Bilingual
    package let remedy: Bilingual
  }

  package var faults: [Fault] {
    let words = FieldWalk.missing(field)
    let missing = Fault(
      name: "missing", rule: .schema, message: words.message, remedy: words.remedy)
    return [missing]
      + [
        ("blank", ScalarFault.blank), ("too-long", .tooLong(Self.count)),
        ("not-of-type", .notOfType),
        ("out-of-range", .outOfRange), ("no-such-date", .noSuchDate),
        ("not-decimal", .notDecimal), ("control", .control("\u{1}")),
      ].map { name, fault in
        Fault(
          name: name, rule: fault.rule, message: Self.withGaps(fault.message(field, "{value}")),
          remedy: FieldWalk.remedy(for: field, ""))
      }
  }

  /// A length no text has.
  private static let count = 987_654_321

  private static func withGaps(_ text: Bilingual) -> Bilingual {
    Bilingual(
      zh: text.zh.replacing(String(count), with: "{count}"),
      en: text.en.replacing(String(count), with: "{count}"))
  }
}
