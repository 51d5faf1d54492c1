import Rectification

/// The rules for the URL template of a source.
enum SourceURL {
  static func check(_ url: WrittenText, unitCount: Int, _ log: inout ProblemLog) -> Bool {
    let before = log.problems.count
    let parts = url.text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    let scheme = parts.count == 2 ? parts[0].lowercased() : ""
    let authority = parts.count == 2 ? parts[1].prefix { !"/?#".contains($0) } : ""
    guard !authority.contains("@") else {
      refuseCredentials(url, &log)
      return false
    }
    if !["http", "https"].contains(scheme) || authority.isEmpty || authority.hasPrefix(":") {
      url.refuse(
        "不是 http 或 https 地址", "is not an http or https address",
        Bilingual(
          zh: "请写成 https://主机/路径/{week}/{unit}.xml", en: "write https://host/path/{week}/{unit}.xml"
        ),
        &log)
    }
    checkCharacters(url, &log)
    checkPlaceholders(url, &log)
    if unitCount > 1, !url.text.contains("{unit}") {
      url.refuse(
        "没有 {unit}，却有\(unitCount)个单位", "has no {unit}, for \(unitCount) units",
        Bilingual(zh: "请在各单位不同之处写 {unit}", en: "write {unit} where the units' addresses differ"),
        &log
      )
    }
    return log.problems.count == before
  }

  /// Without the address itself: it would put the password on the screen and into the journal.
  static func refuseCredentials(_ url: WrittenText, _ log: inout ProblemLog) {
    log.refuse(
      at: url.spot,
      Bilingual(
        zh: "“\(url.name)”的地址里带有用户名或密码", en: "“\(url.name)” carries a user name or password"),
      remedy: Bilingual(
        zh: "请从地址里删去，改用 systemd 凭据（LoadCredential=）或环境变量，并更换已写出的密码",
        en:
          "remove them, use a systemd credential (LoadCredential=) or the environment, and change the password"
      ))
  }

  private static func checkCharacters(_ url: WrittenText, _ log: inout ProblemLog) {
    if let odd = url.text.unicodeScalars.first(where: { !isAllowed($0) }) {
      url.refuse(
        "里有不能用的字符“\(odd)”", "holds a character that may not be there, “\(odd)”",
        Bilingual(zh: "空格、中文等请写成 %20 这样的形式", en: "write spaces, Chinese and the like as %20"), &log)
    }
  }

  private static func checkPlaceholders(_ url: WrittenText, _ log: inout ProblemLog) {
    let rest = url.text.replacing("{unit}", with: "").replacing("{week}", with: "")
    guard rest.contains(where: { "{}".contains($0) }) else { return }
    url.refuse(
      "里有不认识的 {…}", "holds an unknown {…}",
      Bilingual(zh: "只能用 {unit} 和 {week}", en: "only {unit} and {week} are known"), &log)
  }

  /// Printable ASCII but the characters that RFC 3986 leaves out; braces are checked by themselves.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value) && !"\"<>\\^`|".unicodeScalars.contains(scalar)
  }
}
