import Rectification

/// `sources`: where reports are fetched from.
struct SourceKeys {
  /// Nil when units.csv could not be read; then no unit is looked up.
  let units: UnitDirectory?

  private static let keys =
    ["source", "url", "units", "answer", "hosts"] + SourceAccessKeys.keys

  func read(_ root: YAMLSection, _ log: inout ProblemLog) -> [Source] {
    var sources: [Source] = []
    for (path, node) in root.list("sources", &log) ?? [] {
      guard
        let section = YAMLSection(node, path: path, keys: Self.keys, &log)
      else { continue }
      let codeText = section.text("source", &log)
      let code = codeText?.code(&log)
      let served = UnitListKeys(units: units).read(section, &log)
      let url = section.text("url", &log)
      let answer = answer(section, &log)
      let sharers = answer == .bundle ? 1 : served?.count ?? 1
      let isSound = url.map { SourceURL.check($0, unitCount: sharers, &log) } ?? false
      let access = SourceAccessKeys.read(section, url: url, &log)
      let hosts = hosts(section, &log)
      if let code, sources.contains(where: { $0.code == code }) {
        codeText?.refuse(
          "重复", "is there twice", Bilingual(zh: "请另取代码", en: "give it another code"), &log)
      }
      guard let code, let url, isSound, let served else { continue }
      sources.append(
        Source(
          code: code, url: url.text, units: served, answer: answer, hosts: hosts, access: access))
    }
    return sources
  }

  private func answer(_ section: YAMLSection, _ log: inout ProblemLog) -> Source.Answer {
    guard let text = section.optionalText("answer", &log) else { return .report }
    if let answer = Source.Answer(rawValue: text.text) { return answer }
    text.refuse(
      "不是 report，也不是 bundle", "is neither report nor bundle",
      Bilingual(
        zh: "一个网址一份报告写 report，一个网址多份报告写 bundle",
        en: "write report for one report a URL, bundle for many"), &log)
    return .report
  }

  private func hosts(_ section: YAMLSection, _ log: inout ProblemLog) -> [String] {
    (section.list("hosts", &log) ?? []).compactMap { path, node in
      guard let text = YAMLSection.scalar(node, name: path, &log) else { return nil }
      let host = text.text.lowercased()
      let parsed = URLParts("https://\(host)/")
      guard parsed?.host == host || parsed.map({ "\($0.host):\($0.port)" }) == host else {
        text.refuse(
          "不是主机名", "is no host name",
          Bilingual(
            zh: "请写主机名，可带端口，如 files.example.cn:8443",
            en: "write a host name, with a port if need be: files.example.cn:8443"), &log)
        return nil
      }
      return host
    }
  }
}
