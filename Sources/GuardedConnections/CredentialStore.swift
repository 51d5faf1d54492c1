import Files
import Foundation
import Rectification

/// Where secrets come from: systemd's credentials first, then the environment.
///
/// systemd (`LoadCredential=`) puts them as files into the folder that `$CREDENTIALS_DIRECTORY` names,
/// readable by the service alone. The credential `web-token` may also be the variable
/// `ZHOUHUI_CREDENTIAL_WEB_TOKEN`.
package struct CredentialStore: Sendable {
  let folder: String?
  let environment: [String: String]

  /// More than any token, and room for a chain of certificates.
  private static let sizeLimit = 256 * 1024

  package init(environment: [String: String]) {
    folder = environment["CREDENTIALS_DIRECTORY"]
    self.environment = environment
  }

  /// Everything that entering a server needs.
  package func secrets(for access: ServerAccess) throws(CredentialProblem) -> AccessSecrets {
    var secrets = AccessSecrets()
    switch access.login {
    case .bearer(let name): secrets.login = .bearer(try line(named: name))
    case .basic(let name):
      let login = try line(named: name)
      guard login.bytes.contains(UInt8(ascii: ":")) else {
        throw CredentialProblem(name, .noPassword)
      }
      secrets.login = .basic(login)
    case nil: break
    }
    secrets.authority = try access.authority.map(certificate)
    secrets.certificate = try access.certificate.map(certificate)
    return secrets
  }

  private func line(named name: Code) throws(CredentialProblem) -> Secret {
    var bytes = try secret(named: name)
    while let last = bytes.last, [0x0A, 0x0D].contains(last) { bytes.removeLast() }
    let secret = Secret(bytes)
    guard secret.line != nil else { throw CredentialProblem(name, .noLine) }
    return secret
  }

  private func certificate(named name: Code) throws(CredentialProblem) -> Secret {
    let bytes = try secret(named: name)
    guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
      throw CredentialProblem(name, .noCertificate)
    }
    return Secret(bytes)
  }

  private func secret(named name: Code) throws(CredentialProblem) -> [UInt8] {
    // A code holds neither a slash nor a dot, so it names a file of that folder and nothing else.
    if let folder, let bytes = try file("\(folder)/\(name)", of: name) { return bytes }
    guard let value = environment[Self.variable(for: name)] else {
      throw CredentialProblem(name, .missing)
    }
    return Array(value.utf8)
  }

  private func file(_ path: String, of name: Code) throws(CredentialProblem) -> [UInt8]? {
    do throws(FileFailure) {
      return try readFile(path, upTo: Self.sizeLimit)
    } catch {
      throw CredentialProblem(
        name, error.trouble == .tooLarge ? .tooLarge : .unreadable(error.code))
    }
  }

  static func variable(for name: Code) -> String {
    "ZHOUHUI_CREDENTIAL_" + name.text.uppercased().replacing("-", with: "_")
  }
}

/// A credential that cannot be used; what it holds is never part of it.
package struct CredentialProblem: Error, Hashable {
  package let name: Code
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    case missing, tooLarge
    /// It is there and cannot be read; the errno.
    case unreadable(Int32)
    /// Empty, not UTF-8, or more than one line.
    case noLine
    /// `user:password` has no colon.
    case noPassword
    /// No PEM certificate.
    case noCertificate
  }

  package init(_ name: Code, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  package var message: Bilingual {
    switch kind {
    case .missing:
      Bilingual(
        zh: "没有凭据 \(name)：请在服务单元里写 LoadCredential=\(name):/路径，手工运行时设环境变量 "
          + CredentialStore.variable(for: name),
        en: "no credential \(name): give the service LoadCredential=\(name):/path, or set "
          + "\(CredentialStore.variable(for: name)) for a run by hand")
    case .unreadable(let code):
      Bilingual(
        zh: "凭据 \(name) 读不出来（\(String(cString: strerror(code)))）：请看它的权限",
        en:
          "credential \(name) cannot be read (\(String(cString: strerror(code)))): see its permissions"
      )
    case .tooLarge: Bilingual(zh: "凭据 \(name) 太大", en: "credential \(name) is too large")
    case .noLine:
      Bilingual(
        zh: "凭据 \(name) 应是一行 UTF-8 文字", en: "credential \(name) must be one line of UTF-8 text")
    case .noPassword:
      Bilingual(
        zh: "凭据 \(name) 应写成“用户名:密码”", en: "credential \(name) must read user:password")
    case .noCertificate:
      Bilingual(
        zh: "凭据 \(name) 里没有 PEM 证书", en: "credential \(name) holds no PEM certificate")
    }
  }
}
