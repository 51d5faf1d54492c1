import Rectification

/// Why a signature does not vouch for a report.
enum SignatureFault: Error, Hashable {
  /// Not a signature of the unit's program, or a damaged one.
  case unreadable
  case otherKey
  /// Made by the unit's key, but not for zhouhui.
  case otherPurpose
  /// Of another file, or of this one before it was changed.
  case doesNotFit

  fileprivate var message: Bilingual {
    switch self {
    case .unreadable:
      Bilingual(
        zh: "签名文件不完整，或不是本单位登记的那种签名",
        en: "the signature is damaged, or not of the kind that is registered for the unit")
    case .otherKey:
      Bilingual(
        zh: "签名不是用本单位登记的公钥所对应的私钥作的",
        en: "the signature is by another key than the unit's")
    case .otherPurpose:
      Bilingual(
        zh: "签名的用途（namespace）不是 \(SigningKey.namespace)",
        en: "the signature's namespace is not \(SigningKey.namespace)")
    case .doesNotFit:
      Bilingual(
        zh: "签名与文件不符：签名以后文件有改动，或签的是另一个文件",
        en: "the signature does not fit the file: it was changed since, or another was signed")
    }
  }
}

/// 签名: whether a report is by the unit whose key is registered.
package enum ReportSignature {
  /// The finding that ends the check of a report; nil when the signature is the unit's.
  package static func finding(
    _ signature: [UInt8]?, of report: [UInt8], by key: SigningKey
  ) throws -> Finding? {
    guard let signature else { return missing(key) }
    do {
      switch key.scheme {
      case .ssh: try SSHSignature(signature).check(report, by: key)
      case .minisign(let number):
        try MinisignSignature(signature).check(report, by: key, number: number)
      }
      return nil
    } catch let fault as SignatureFault {
      return Finding(.signatureWrong, at: .whole, fault.message, remedy: remedy(key))
    }
  }

  private static func missing(_ key: SigningKey) -> Finding {
    Finding(
      .signatureMissing, at: .whole,
      Bilingual(
        zh: "没有签名：本单位登记了公钥，报告必须附签名",
        en: "there is no signature, and the unit has a key registered: its reports must be signed"),
      remedy: remedy(key))
  }

  private static func remedy(_ key: SigningKey) -> Bilingual {
    let command =
      switch key.scheme {
      case .ssh: "ssh-keygen -Y sign -n \(SigningKey.namespace) -f 私钥 报告.xml"
      case .minisign: "minisign -S -m 报告.xml"
      }
    return Bilingual(
      zh: "请用本单位私钥重新签名（\(command)），把报告和“报告.xml\(key.scheme.suffix)”一起放入收件夹",
      en: "sign it with the unit's key (\(command)) and put both files in the unit's folder")
  }
}

extension Decoded {
  /// Of a report that is not known to be the unit's: nothing in it is looked at.
  package static func unsigned(_ finding: Finding) -> Decoded { Decoded(nil, findings: [finding]) }

  /// Of a part of a bundle that no unit vouches for.
  package static let ofUnknownSender = Decoded(nil, findings: [.unknownSender])

  /// Whether the secrecy gate has stopped it; then nothing else may be said of it.
  package var isQuarantined: Bool { findings.contains { $0.rule == .secrecyMark } }
}
