/// A range of IP addresses, as CIDR writes it (RFC 4632, RFC 4291): `10.20.0.0/16`, `fd00::/8`.
package struct AddressRange: Hashable, Sendable, CustomStringConvertible {
  /// Four or sixteen bytes; those behind the prefix are zero.
  package let bytes: [UInt8]
  /// How many bits from the left are the same in every address of the range.
  package let prefix: Int

  /// Nil unless there are four or sixteen bytes and no bit stands behind the prefix.
  package init?(_ bytes: [UInt8], prefix: Int) {
    guard bytes.count == 4 || bytes.count == 16, (0...bytes.count * 8).contains(prefix),
      Self.masked(bytes, prefix) == bytes
    else { return nil }
    self.bytes = bytes
    self.prefix = prefix
  }

  package func contains(_ address: [UInt8]) -> Bool {
    address.count == bytes.count && Self.masked(address, prefix) == bytes
  }

  private static func masked(_ address: [UInt8], _ prefix: Int) -> [UInt8] {
    address.enumerated().map { index, byte in
      let kept = min(max(prefix - index * 8, 0), 8)
      return kept == 0 ? 0 : byte & (0xFF << (8 - kept))
    }
  }

  package var description: String { "\(IPAddress.text(of: bytes))/\(prefix)" }
}

/// IP addresses as bytes, and what is known of the special ones.
package enum IPAddress {
  /// `10.1.2.3`, or eight groups in hexadecimal.
  package static func text(of bytes: [UInt8]) -> String {
    guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2)
      .map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
      .joined(separator: ":")
  }

  /// Whether an address is not one of the open internet.
  ///
  /// Private, loopback, link-local and reserved ranges by the registries of special addresses (RFC 6890);
  /// an IPv4 address wrapped in an IPv6 one counts as what it is.
  package static func isPrivate(_ address: [UInt8]) -> Bool {
    guard address.count == 16 else {
      return address.count != 4 || special4.contains { $0.contains(address) }
    }
    for wrapping in wrappings where wrapping.range.contains(address) {
      return isPrivate(Array(address[wrapping.at..<wrapping.at + 4]))
    }
    return special6.contains { $0.contains(address) }
  }

  private static let special4 = [
    [0, 0, 0, 0, 8], [10, 0, 0, 0, 8], [100, 64, 0, 0, 10], [127, 0, 0, 0, 8],
    [169, 254, 0, 0, 16], [172, 16, 0, 0, 12], [192, 0, 0, 0, 24], [192, 0, 2, 0, 24],
    [192, 168, 0, 0, 16], [198, 18, 0, 0, 15], [198, 51, 100, 0, 24], [203, 0, 113, 0, 24],
    [224, 0, 0, 0, 4], [240, 0, 0, 0, 4],
  ].compactMap { AddressRange($0.prefix(4).map(UInt8.init), prefix: $0[4]) }

  /// `::`, `::1` and the like, discard, documentation, unique local, link-local, multicast.
  private static let special6 = [
    range6([], 96), range6([0x01, 0x00], 64),
    range6([0x20, 0x01, 0x0D, 0xB8], 32), range6([0xFC], 7), range6([0xFE, 0x80], 10),
    range6([0xFE, 0xC0], 10), range6([0xFF], 8),
  ].compactMap(\.self)

  /// Where IPv6 carries an IPv4 address: mapped, translated (NAT64) and 6to4.
  private static let wrappings: [(range: AddressRange, at: Int)] = [
    (range6([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96), 12),
    (range6([0x00, 0x64, 0xFF, 0x9B], 96), 12), (range6([0x20, 0x02], 16), 2),
  ].compactMap { range, at in range.map { ($0, at) } }

  private static func range6(_ start: [UInt8], _ prefix: Int) -> AddressRange? {
    AddressRange(start + [UInt8](repeating: 0, count: 16 - start.count), prefix: prefix)
  }
}
