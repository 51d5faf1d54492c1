/// What a field may hold.
package enum FieldType: Hashable, Sendable {
  /// This text and no other.
  case constant(String)
  /// Length in Unicode scalars; from 1 up it must hold more than blanks.
  case text(ClosedRange<Int>)
  case code
  case choice([Choice])
  /// Plain decimal digits: a JSON number without fraction or exponent.
  case integer(ClosedRange<Int>)
  /// A decimal number kept as text, so that no reader rounds it.
  case decimal
  case date
  case moment
  case week
  case boolean
  case sha256
  /// An http or https address.
  case link(max: Int)
  case object([Field])
  /// In XML a wrapper around repeated elements named like `item`; in JSON an array.
  indirect case list(item: Field, count: ClosedRange<Int>)

  /// One value a choice allows.
  package struct Choice: Hashable, Sendable {
    package let value: String
    package let title: Bilingual

    package init(_ value: String, zh: String, en: String) {
      self.value = value
      title = Bilingual(zh: zh, en: en)
    }
  }

  /// The regular expression of the whole text, in the syntax XSD and ECMA-262 share.
  package var pattern: String? {
    switch self {
    case .code: Code.pattern
    case .decimal: "-?[0-9]+(\\.[0-9]+)?"
    case .date: "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    case .moment:
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?"
        + "(Z|[+\\-][0-9]{2}:[0-9]{2})"
    case .week: "[0-9]{4}-W[0-9]{2}"
    case .sha256: "[0-9a-f]{64}"
    case .link: "https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]\\-]+"
    default: nil
    }
  }
}
