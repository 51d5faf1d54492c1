import Rectification
import Yams

/// `notifications`: whom to tell of editions and alerts; nobody when the key is not there.
struct NotificationKeys {
  /// Nil when units.csv could not be read; then no unit is looked up.
  let units: UnitDirectory?

  private static let keys =
    ["channel", "url", "from", "to", "encryption", "editions", "from-step", "from-level", "units"]
    + SourceAccessKeys.keys
  private static let steps: [String: LadderStep] = [
    "remind": .remind, "urge": .urge, "supervise": .supervise, "interview": .interview,
  ]

  func read(_ root: YAMLSection, _ log: inout ProblemLog) -> [NotificationChannel] {
    var channels: [NotificationChannel] = []
    for (path, node) in root.list("notifications", &log) ?? [] {
      guard let section = YAMLSection(node, path: path, keys: Self.keys, &log) else { continue }
      let codeText = section.text("channel", &log)
      let code = codeText?.code(&log)
      let way = way(section, &log)
      let access = access(section, way, &log)
      let filter = filter(section, &log)
      let editions = section.optionalText("editions", &log)?.bool(&log) ?? false
      if let code, channels.contains(where: { $0.code == code }) {
        codeText?.refuse(
          "重复", "is there twice", Bilingual(zh: "请另取代码", en: "give it another code"), &log)
      }
      guard let code, let way else { continue }
      channels.append(
        NotificationChannel(
          code: code, way: way, access: access, filter: filter, hearsOfEditions: editions))
    }
    return channels
  }

  private func way(
    _ section: YAMLSection, _ log: inout ProblemLog
  ) -> NotificationChannel.Way? {
    guard let url = section.text("url", &log) else { return nil }
    guard let scheme = ChannelURL.scheme(of: url, &log) else { return nil }
    if scheme.hasPrefix("http") {
      for key in ["from", "to", "encryption"] where section.has(key) {
        log.refuse(
          at: section.spot(of: key) ?? section.spot,
          Bilingual(
            zh: "“\(section.name(of: key))”只用于邮件",
            en: "“\(section.name(of: key))” is for mail alone"),
          remedy: Bilingual(
            zh: "请删去，或把 url 改成 smtps:// 开头", en: "remove it, or let url begin with smtps://"))
      }
      return .webhook(url: url.text)
    }
    let sender = section.text("from", &log).flatMap { MailAddressText.read($0, &log) }
    let recipients = recipients(section, &log)
    let encryption = encryption(section, url: url, &log)
    guard let sender, !recipients.isEmpty else { return nil }
    return .mail(url: url.text, from: sender, to: recipients, encryption: encryption)
  }

  private func recipients(_ section: YAMLSection, _ log: inout ProblemLog) -> [String] {
    guard section.required("to", &log) != nil, let list = section.list("to", &log) else {
      return []
    }
    if list.isEmpty {
      log.refuse(
        at: section.spot,
        Bilingual(zh: "“\(section.name(of: "to"))”是空的", en: "“\(section.name(of: "to"))” is empty"),
        remedy: Bilingual(
          zh: "请写收件地址，如 [bgs@example.cn]", en: "write addresses: [office@example.cn]"))
    }
    var found: [String] = []
    for (path, node) in list {
      guard let text = YAMLSection.scalar(node, name: path, &log),
        let address = MailAddressText.read(text, &log)
      else { continue }
      if found.contains(address) {
        text.refuse(
          "列了两次", "is listed twice", Bilingual(zh: "请删去一个", en: "remove one"), &log)
      }
      found.append(address)
    }
    return found
  }

  private func encryption(
    _ section: YAMLSection, url: WrittenText, _ log: inout ProblemLog
  ) -> NotificationChannel.Encryption {
    let words = NotificationChannel.Encryption.allCases.map(\.rawValue)
    guard let text = section.optionalText("encryption", &log),
      let word = text.word(among: words, &log), word == "none"
    else { return .required }
    if url.text.lowercased().hasPrefix("smtps://") {
      text.refuse(
        "与 smtps:// 不合", "does not go with smtps://",
        Bilingual(zh: "请删去这一行", en: "remove this line"), &log)
    } else if section.has("basic") {
      text.refuse(
        "会把凭据在网上明文传送", "would send the credential in clear",
        Bilingual(zh: "请删去这一行，或不用凭据", en: "remove this line, or use no credential"), &log)
    }
    return .none
  }

  /// A mail server knows no bearer token without a user, and takes no client certificate here.
  private func access(
    _ section: YAMLSection, _ way: NotificationChannel.Way?, _ log: inout ProblemLog
  ) -> ServerAccess {
    let access = SourceAccessKeys.read(section, url: section.optionalText("url", &log), &log)
    guard case .mail = way else { return access }
    for key in ["bearer", "certificate"] {
      section.optionalText(key, &log)?.refuse(
        "不能用于邮件", "cannot be used for mail",
        Bilingual(zh: "邮件服务器的账号请用 basic", en: "use basic for the account of a mail server"), &log)
    }
    return access
  }

  private func filter(
    _ section: YAMLSection, _ log: inout ProblemLog
  ) -> NotificationChannel.AlertFilter {
    var filter = NotificationChannel.AlertFilter()
    let steps = ["remind", "urge", "supervise", "interview"]
    if let step = section.optionalText("from-step", &log)?.word(among: steps, &log) {
      filter.fromStep = Self.steps[step] ?? filter.fromStep
    }
    let levels = Alert.Level.allCases.map(\.rawValue) + ["never"]
    if let level = section.optionalText("from-level", &log)?.word(among: levels, &log) {
      filter.fromLevel = Alert.Level(rawValue: level)
    }
    if section.has("units"),
      !(section.isScalar("units") && section.text("units", &log)?.text == "all")
    {
      filter.units = UnitListKeys(units: units).read(section, &log).map(Set.init)
    }
    return filter
  }
}
