/// What a field may hold.
package enum FieldType: Hashable, Sendable {
  /// This text and no other.
  case constant(String)
  /// Length in Unicode scalars; from 1 up it must hold more than blanks.
  case text(ClosedRange<Int>)
  case code
  /// A unit by its code, full name or alias; the register says which unit that is.
  case unitName
  case choice([Choice])
  /// Plain decimal digits: in JSON a number without fraction or exponent, or a string of digits.
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

  /// The length of a unit's name.
  package static let unitNameLength = 1...100

  /// Whether full-width letters, digits and punctuation mean the half-width ones.
  ///
  /// In texts, choices, links and names of units every character stays what it is.
  package var takesFullWidth: Bool {
    switch self {
    case .code, .integer, .decimal, .date, .moment, .week, .sha256: true
    default: false
    }
  }

  /// The regular expression of the whole text as it may be written, in either width.
  var writtenPattern: String? {
    takesFullWidth ? pattern.map(FullWidthPattern.widening) : pattern
  }

  /// The regular expression of the whole text in half width, in the syntax XSD and ECMA-262 share.
  package var pattern: String? {
    switch self {
    case .code: Code.pattern
    case .integer(let range): IntegerPattern.matching(range)
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
