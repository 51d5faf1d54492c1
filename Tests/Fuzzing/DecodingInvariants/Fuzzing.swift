/// What a fuzz target does with the bytes it is given.
package enum Fuzzing {
  /// Ends the process when an invariant does not hold; the fuzzer then keeps the bytes.
  package static func check(_ bytes: [UInt8]) {
    let breaches = DecodingInvariants.breaches(of: bytes)
    // A precondition would say nothing in an optimized build.
    guard breaches.isEmpty else { fatalError(breaches.joined(separator: "\n")) }
  }

  /// The input as text that begins with `mark`, so that no run ends at the door.
  package static func text(_ input: [UInt8], from mark: String) -> [UInt8] {
    let text = Array(String(decoding: input, as: UTF8.self).utf8)
    return text.starts(with: mark.utf8) ? text : Array(mark.utf8) + text
  }
}
