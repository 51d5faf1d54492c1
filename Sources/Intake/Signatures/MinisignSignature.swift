import Rectification

/// A signature as `minisign -S` writes it, over the BLAKE2b-512 of the file or, with `-l`, the file.
struct MinisignSignature {
  private static let untrusted = Array("untrusted comment: ".utf8)
  private static let trusted = Array("trusted comment: ".utf8)

  private let isHashed: Bool
  private let number: [UInt8]
  private let signature: [UInt8]
  private let comment: [UInt8]
  /// Over the signature and the trusted comment.
  private let whole: [UInt8]

  init(_ file: [UInt8]) throws(SignatureFault) {
    guard let lines = SignatureLines.of(file), lines.count == 4,
      lines[0].starts(with: Self.untrusted), lines[2].starts(with: Self.trusted),
      let first = Base64.bytes(of: lines[1]), first.count == 74,
      let whole = Base64.bytes(of: lines[3]), whole.count == 64
    else { throw .unreadable }
    switch Array(first[..<2]) {
    case Array("ED".utf8): isHashed = true
    case Array("Ed".utf8): isHashed = false
    default: throw .unreadable
    }
    number = Array(first[2..<10])
    signature = Array(first[10...])
    comment = Array(lines[2].dropFirst(Self.trusted.count))
    self.whole = whole
  }

  func check(_ message: [UInt8], by key: SigningKey, number: [UInt8]) throws {
    guard self.number == number else { throw SignatureFault.otherKey }
    let signed = isHashed ? try Ed25519.Hash.blake2b512.digest(of: message) : message
    guard try Ed25519.fits(signature, to: signed, by: key.bytes),
      try Ed25519.fits(whole, to: signature + comment, by: key.bytes)
    else { throw SignatureFault.doesNotFit }
  }

  /// The key of a public key's base64, `RWQ…`.
  static func key(base64 text: some StringProtocol) -> SigningKey? {
    guard let bytes = Base64.bytes(of: Array(text.utf8)), bytes.count == 42,
      bytes.starts(with: Array("Ed".utf8))
    else { return nil }
    return SigningKey(.minisign(number: Array(bytes[2..<10])), bytes: Array(bytes[10...]))
  }
}
