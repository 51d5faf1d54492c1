/// 统一社会信用代码 (GB 32100-2015): 18 characters with two check characters.
///
/// 登记管理部门, 机构类别, six digits of GB/T 2260, the nine of the organisation code (GB 11714-1997)
/// with its own check character, and the check character of the whole.
package struct CreditCode: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package var description: String { text }

  /// Why a text is none.
  package enum Fault: Error, Hashable, Sendable {
    /// Not 18 characters long: this many.
    case length(Int)
    /// A character that may not stand at this position, counted from 1.
    case character(Int)
    /// The ninth to seventeenth do not hold together; the seventeenth should be this.
    case organisationCheck(expected: Character)
    /// The whole does not hold together; the eighteenth should be this.
    case check(expected: Character)
  }

  /// Capital letters only; nothing is repaired.
  package init(_ text: String) throws(Fault) {
    let characters = Array(text.unicodeScalars)
    guard characters.count == 18 else { throw .length(characters.count) }
    for (index, character) in characters.enumerated() {
      let isRegion = (2..<8).contains(index)
      guard let value = Self.value(character), !isRegion || value < 10 else {
        throw .character(index + 1)
      }
    }
    let organisation = Self.organisationCheck(characters[8..<16])
    guard characters[16] == organisation else {
      throw .organisationCheck(expected: Character(organisation))
    }
    let whole = Self.check(characters[..<17])
    guard characters[17] == whole else { throw .check(expected: Character(whole)) }
    self.text = text
  }

  /// Table 1 of the standard: digits and capitals without I, O, S, V and Z.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)

  private static func value(_ character: Unicode.Scalar) -> Int? {
    alphabet.firstIndex(of: character)
  }

  /// C18 = 31 − Σ Ci·Wi mod 31, with Wi = 3^(i−1) mod 31 (GB 32100-2015, 5.2).
  private static func check(_ characters: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    var (sum, weight) = (0, 1)
    for character in characters {
      sum += (value(character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// C9 = 11 − Σ Ci·Wi mod 11, where 10 is written X and 11 is written 0 (GB 11714-1997, 3.3).
  ///
  /// Letters count from A = 10 in the whole alphabet here.
  private static func organisationCheck(
    _ characters: ArraySlice<Unicode.Scalar>
  ) -> Unicode.Scalar {
    let sum = zip(characters, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { sum, pair in
      let code = Int(pair.0.value)
      return sum + (code < 0x41 ? code - 0x30 : code - 0x41 + 10) * pair.1
    }
    switch 11 - sum % 11 {
    case 10: return "X"
    case 11: return "0"
    case let digit: return alphabet[digit]
    }
  }
}
