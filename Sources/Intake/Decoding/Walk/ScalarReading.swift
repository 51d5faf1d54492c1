import Rectification

/// Reads a text as the type of its field says.
enum ScalarReading {
  static func read(_ written: String, as type: FieldType) throws(ScalarFault) -> FieldValue {
    let text = type.takesFullWidth && hasFullWidth(written) ? written.halfWidth : written
    switch type {
    case .text(let length): return .text(try plain(text, length))
    case .unitName: return .text(try plain(text, FieldType.unitNameLength))
    case .integer(let range): return .integer(try integer(text, range))
    case .constant(let constant):
      guard text.utf8.elementsEqual(constant.utf8) else { throw .notOfType }
      return .text(text)
    case .choice(let choices):
      // By bytes: Swift's own comparison would take look-alikes of the same meaning for equal.
      guard choices.contains(where: { text.utf8.elementsEqual($0.value.utf8) }) else {
        throw .notOfType
      }
      return .text(text)
    case .code:
      guard let code = Code(text) else { throw .notOfType }
      return .code(code)
    case .boolean:
      guard text == "true" || text == "false" else { throw .notOfType }
      return .boolean(text == "true")
    default: return try shaped(text, as: type)
    }
  }

  /// U+FF01 to U+FF5E begin with this byte; nearly all codes and numbers have none of it.
  private static func hasFullWidth(_ text: String) -> Bool { text.utf8.contains(0xEF) }

  private static func shaped(
    _ text: String, as type: FieldType
  ) throws(ScalarFault) -> FieldValue {
    switch type {
    case .week:
      guard let parts = Week.parts(text), parts.year > 0, (1...53).contains(parts.number) else {
        throw .notOfType
      }
      guard let week = Week(text) else { throw .noSuchWeek }
      return .week(week)
    case .date:
      guard Shape.date.matches(text), Shape.hasPossibleDay(text) else { throw .notOfType }
      guard let date = CivilDate(text) else { throw .noSuchDate }
      return .date(date)
    case .moment:
      guard Shape.isMoment(text), Shape.hasPossibleDay(text), Shape.hasPossibleTime(text) else {
        throw .notOfType
      }
      guard let moment = Moment(text) else { throw .noSuchDate }
      return .moment(moment)
    case .decimal:
      guard Shape.isDecimal(text) else { throw .notDecimal }
      return .text(text)
    case .sha256:
      let digits = text.replacing(" ", with: "").lowercased()
      guard Digest(digits) != nil, Shape.isDigest(text) else { throw .notOfType }
      return .text(digits)
    case .link(let max):
      guard Shape.isLink(text) else { throw .notOfType }
      guard text.utf8.count <= max else { throw .tooLong(text.utf8.count) }
      return .text(text)
    default: throw .notOfType
    }
  }

  private static func plain(
    _ text: String, _ length: ClosedRange<Int>
  ) throws(ScalarFault) -> String {
    let scalars = text.unicodeScalars
    if let control = scalars.first(where: ControlCharacters.contains) { throw .control(control) }
    let count = scalars.count
    guard count <= length.upperBound else { throw .tooLong(count) }
    if length.lowerBound > 0, scalars.allSatisfy(isBlank) { throw .blank }
    return text
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{A0}", "\u{3000}": true
    default: false
    }
  }

  private static func integer(
    _ text: String, _ range: ClosedRange<Int>
  ) throws(ScalarFault) -> Int {
    guard Shape.isInteger(text) else { throw .notOfType }
    guard let number = Int(text), range.contains(number) else { throw .outOfRange }
    return number
  }
}
