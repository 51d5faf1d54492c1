/// 公钥: the Ed25519 key a unit signs its reports with; where there is one, nothing comes in unsigned.
package struct SigningKey: Hashable, Sendable {
  package let scheme: Scheme
  /// 32 bytes.
  package let bytes: [UInt8]

  /// With which program the unit signs.
  package enum Scheme: Hashable, Sendable {
    /// `ssh-keygen -Y sign -n zhouhui`, which writes `report.xml.sig`.
    case ssh
    /// `minisign -S`, which writes `report.xml.minisig`; a key has a number of eight bytes.
    case minisign(number: [UInt8])

    /// What the name of a signature ends in.
    package var suffix: String {
      switch self {
      case .ssh: ".sig"
      case .minisign: ".minisig"
      }
    }
  }

  /// What the names of signatures end in, whatever the program.
  package static let suffixes = [".sig", ".minisig"]

  /// Nil unless there are 32 bytes.
  package init?(_ scheme: Scheme, bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.scheme = scheme
    self.bytes = bytes
  }

  /// What an SSH signature is made for: one made for something else is none of a report.
  package static let namespace = "zhouhui"
}
