import Rectification
import Yams

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
      let served = units(section, &log)
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

  /// `all`, or a list of codes.
  private func units(_ section: YAMLSection, _ log: inout ProblemLog) -> [Code]? {
    if section.isScalar("units") {
      guard let text = section.text("units", &log) else { return nil }
      if text.text == "all" { return units?.codes ?? [] }
      text.refuse(
        "不是 all，也不是列表", "is neither all nor a list",
        Bilingual(zh: "请写 all 或 [BM01, BM02]", en: "write all, or [BM01, BM02]"), &log)
      return nil
    }
    guard section.required("units", &log) != nil, let list = section.list("units", &log) else {
      return nil
    }
    guard !list.isEmpty else {
      log.refuse(
        at: section.spot,
        Bilingual(zh: "“\(section.path).units”是空的", en: "“\(section.path).units” is empty"),
        remedy: Bilingual(zh: "请写 all 或单位代码", en: "write all, or codes of units"))
      return nil
    }
    var found: [Code] = []
    for (path, node) in list {
      guard let code = unit(node, path: path, listed: found, &log) else { continue }
      found.append(code)
    }
    return found
  }

  private func unit(
    _ node: Node, path: String, listed: [Code], _ log: inout ProblemLog
  ) -> Code? {
    guard let text = YAMLSection.scalar(node, name: path, &log), let code = text.code(&log) else {
      return nil
    }
    if listed.contains(code) {
      text.refuse(
        "列了两次", "is listed twice", Bilingual(zh: "请删去一个", en: "remove one"), &log)
    }
    if let units, units.line(of: code) == nil {
      text.refuse(
        "不在单位名录里", "is not in units.csv",
        log.didYouMean(
          code.text, among: units.codes.map(\.text),
          otherwise: Bilingual(
            zh: "请改正，或先在 units.csv 里登记", en: "correct it, or enter the unit in units.csv first")),
        &log)
    }
    return code
  }
}
