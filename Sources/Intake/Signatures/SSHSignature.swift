import Rectification

/// A signature as `ssh-keygen -Y sign` writes it (OpenSSH's PROTOCOL.sshsig, version 1).
struct SSHSignature {
  private static let magic = Array("SSHSIG".utf8)
  private static let kind = Array("ssh-ed25519".utf8)

  let key: [UInt8]
  let namespace: [UInt8]
  let hash: Ed25519.Hash
  let signature: [UInt8]

  /// Nothing may stand before, after or between what belongs there.
  init(_ file: [UInt8]) throws(SignatureFault) {
    guard let bytes = Self.unarmoured(file), let parsed = Self(blob: bytes) else {
      throw .unreadable
    }
    self = parsed
  }

  private init?(blob: [UInt8]) {
    var reader = SSHReader(blob)
    guard reader.take(6) == Self.magic, reader.number() == 1, let key = reader.string(),
      let namespace = reader.string(), reader.string() == [], let hash = reader.string(),
      let signature = reader.string(), reader.isAtEnd,
      let rawKey = Self.value(key), rawKey.count == 32,
      let rawSignature = Self.value(signature), rawSignature.count == 64
    else { return nil }
    switch hash {
    case Array("sha512".utf8): self.hash = .sha512
    case Array("sha256".utf8): self.hash = .sha256
    default: return nil
    }
    self.key = rawKey
    self.namespace = namespace
    self.signature = rawSignature
  }

  func check(_ message: [UInt8], by key: SigningKey) throws {
    guard self.key == key.bytes else { throw SignatureFault.otherKey }
    guard namespace == Array(SigningKey.namespace.utf8) else {
      throw SignatureFault.otherPurpose
    }
    let digest = try hash.digest(of: message)
    let signed =
      Self.magic + SSHReader.string(namespace) + SSHReader.string([])
      + SSHReader.string(hash.rawValue.utf8) + SSHReader.string(digest)
    guard try Ed25519.fits(signature, to: signed, by: key.bytes) else {
      throw SignatureFault.doesNotFit
    }
  }

  /// The 32 bytes of a public key line's base64, `AAAAC3NzaC1lZDI1NTE5…`.
  static func key(base64 text: some StringProtocol) -> [UInt8]? {
    Base64.bytes(of: Array(text.utf8)).flatMap(value)
  }

  /// What follows the name `ssh-ed25519`.
  private static func value(_ bytes: [UInt8]) -> [UInt8]? {
    var reader = SSHReader(bytes)
    guard reader.string() == kind, let value = reader.string(), reader.isAtEnd else { return nil }
    return value
  }

  private static func unarmoured(_ file: [UInt8]) -> [UInt8]? {
    guard let lines = SignatureLines.of(file), lines.count >= 3,
      lines.first == Array("-----BEGIN SSH SIGNATURE-----".utf8)[...],
      lines.last == Array("-----END SSH SIGNATURE-----".utf8)[...]
    else { return nil }
    return Base64.bytes(of: lines.dropFirst().dropLast().flatMap { $0 })
  }
}

/// The lines of a signature file, ended by LF or CRLF; the last needs no end.
enum SignatureLines {
  /// What a signature may weigh: minisign's comments are the longest part of one.
  static let sizeLimit = 16 << 10

  static func of(_ file: [UInt8]) -> [ArraySlice<UInt8>]? {
    guard file.count <= sizeLimit else { return nil }
    var lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }
}
