/// A progress text as it is compared with those of others: without blanks, byte for byte.
package struct ComparableText: Hashable, Sendable {
  package let bytes: [UInt8]
  /// Characters (Unicode scalars) left without the blanks.
  package let length: Int

  package init(_ text: String) {
    let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    length = scalars.count
  }

  /// A number under which the ledger finds equal texts again: FNV-1a of 64 bits.
  ///
  /// Different texts may share one, so what is found is compared in full.
  package var key: Int64 {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return Int64(bitPattern: hash)
  }
}
