import Rectification

/// A received file as valid UTF-8 without a byte order mark.
package struct DecodedText: Sendable {
  package let bytes: [UInt8]
  /// Nil when the text is neither XML nor JSON from its first character.
  package let syntax: Syntax?
}

/// The forms a weekly report comes in.
package enum Syntax: String, Sendable {
  case xml, json, xlsx

  package var name: String { rawValue.uppercased() }
}

/// Carries the one finding that ends the reading of a file.
package struct Refusal: Error {
  package let finding: Finding

  init(_ rule: RuleCode, at place: Place, _ message: Bilingual, remedy: Bilingual) {
    finding = Finding(rule, at: place, message, remedy: remedy)
  }

  init(_ finding: Finding) {
    self.finding = finding
  }
}

extension Place {
  /// Of what has no lines, because it could not be decoded.
  static let whole = Place(line: 0, column: 0, pointer: "")
}
