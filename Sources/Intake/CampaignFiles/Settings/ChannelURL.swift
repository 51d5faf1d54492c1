import Rectification

/// The rules for the URL of a channel.
enum ChannelURL {
  /// `smtp`, `smtps`, `http` or `https`; nil, and a problem, for anything else.
  static func scheme(of url: WrittenText, _ log: inout ProblemLog) -> String? {
    let parts = url.text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    let scheme = parts.count == 2 ? parts[0].lowercased() : ""
    let authority = parts.count == 2 ? parts[1].prefix { !"/?#".contains($0) } : ""
    guard !authority.contains("@") else {
      SourceURL.refuseCredentials(url, &log)
      return nil
    }
    guard ["smtp", "smtps", "http", "https"].contains(scheme), !authority.isEmpty,
      !authority.hasPrefix(":"), url.text.unicodeScalars.allSatisfy(SourceURL.isAllowed),
      !url.text.contains("{")
    else {
      url.refuse(
        "不是邮件服务器或网址", "is no mail server and no web address",
        Bilingual(
          zh: "请写成 smtps://主机、smtp://主机 或 https://主机/路径",
          en: "write smtps://host, smtp://host or https://host/path"), &log)
      return nil
    }
    return scheme
  }
}

/// An address of e-mail, as it may stand in an envelope and in a header line.
enum MailAddressText {
  /// `local@domain` in ASCII without quotes (RFC 5321, section 4.1.2); nil, and a problem, otherwise.
  static func read(_ text: WrittenText, _ log: inout ProblemLog) -> String? {
    let parts = text.text.split(separator: "@", omittingEmptySubsequences: false)
    if parts.count == 2, isLocal(parts[0]), isDomain(parts[1]) { return text.text }
    text.refuse(
      "不是邮件地址", "is no mail address",
      Bilingual(
        zh: "请只写地址，如 bgs@example.cn，不带姓名", en: "write the address alone: office@example.cn"), &log)
    return nil
  }

  private static func isLocal(_ text: Substring) -> Bool {
    isDotted(text, most: 64) { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
  }

  private static func isDomain(_ text: Substring) -> Bool {
    isDotted(text, most: 255) { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// Parts between dots, none of them empty.
  private static func isDotted(
    _ text: Substring, most: Int, _ allows: (UInt8) -> Bool
  ) -> Bool {
    text.utf8.count <= most
      && text.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(allows) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
