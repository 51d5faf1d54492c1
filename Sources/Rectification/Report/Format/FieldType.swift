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

  /// The regular expression of the whole text as it may be written, in either width, for the published schemas:
  /// of days and times those with a month, a day, an hour and a minute that there are.
  ///
  /// 24:00:00, which xs:dateTime takes, is none. Whether a month has so many days is the program's to check.
  var writtenPattern: String? {
    let year = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
    let day = "\(year)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    let time = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?"
    let written: String? =
      switch self {
      case .date: day
      case .moment: "\(day)T\(time)(Z|[+\\-]((0[0-9]|1[0-7]):[0-5][0-9]|18:00))"
      case .week: "\(year)-W(0[1-9]|[1-4][0-9]|5[0-3])"
      default: pattern
      }
    return takesFullWidth ? written.map(FullWidthPattern.widening) : written
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
    // Programs print it in capitals too, and certutil of old Windows with a blank after every byte.
    case .sha256: "[0-9A-Fa-f]{2}( ?[0-9A-Fa-f]{2}){31}"
    case .link: "https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]\\-]+"
    default: nil
    }
  }
}
