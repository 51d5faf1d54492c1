import Rectification

/// `bearer`, `basic`, `authority`, `certificate`: the names of a source's credentials.
enum SourceAccessKeys {
  static let keys = ["bearer", "basic", "authority", "certificate"]

  static func read(
    _ section: YAMLSection, url: WrittenText?, _ log: inout ProblemLog
  ) -> ServerAccess {
    let bearer = section.optionalText("bearer", &log)
    let basic = section.optionalText("basic", &log)
    if bearer != nil, let basic {
      basic.refuse(
        "与 bearer 同时写了", "is there together with bearer",
        Bilingual(zh: "请只留一个", en: "keep one of them"), &log)
    }
    let secrets = ["bearer", "basic", "certificate"].compactMap { section.optionalText($0, &log) }
    if let secret = secrets.first, url?.text.lowercased().hasPrefix("http://") == true {
      secret.refuse(
        "会在网上明文传送", "would be sent in clear",
        Bilingual(zh: "请把网址改为 https", en: "make the URL an https one"), &log)
    }
    let login = bearer?.code(&log).map(ServerAccess.Login.bearer)
    return ServerAccess(
      login: login ?? basic?.code(&log).map(ServerAccess.Login.basic),
      authority: section.optionalText("authority", &log)?.code(&log),
      certificate: section.optionalText("certificate", &log)?.code(&log))
  }
}
