import Rectification
import Yams

/// `units`: which units a source serves, or a channel hears of.
struct UnitListKeys {
  /// Nil when units.csv could not be read; then no unit is looked up.
  let units: UnitDirectory?

  /// `all`, or a list of codes.
  func read(_ section: YAMLSection, _ log: inout ProblemLog) -> [Code]? {
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
