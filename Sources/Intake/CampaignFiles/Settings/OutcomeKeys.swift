import Rectification
import Yams

/// `outcomes`: what reports may count.
enum OutcomeKeys {
  static func read(_ root: YAMLSection, _ log: inout ProblemLog) -> [OutcomeKind] {
    var kinds: [OutcomeKind] = []
    for (path, node) in root.list("outcomes", &log) ?? [] {
      guard
        let section = YAMLSection(
          node, path: path, keys: ["kind", "name", "measure-word", "money"], &log)
      else { continue }
      let codeText = section.text("kind", &log)
      let code = codeText?.code(&log)
      let name = section.text("name", &log)
      let word = measureWord(section, &log)
      if let code, kinds.contains(where: { $0.code == code }) {
        codeText?.refuse(
          "重复", "is there twice", Bilingual(zh: "请另取代码", en: "give it another code"), &log)
      }
      guard let code, let name, let word else { continue }
      kinds.append(OutcomeKind(code: code, name: name.text, measure: word))
    }
    return kinds
  }

  private static func measureWord(
    _ section: YAMLSection, _ log: inout ProblemLog
  ) -> OutcomeKind.MeasureWord? {
    guard section.has("measure-word") != section.has("money") else {
      log.refuse(
        at: section.spot,
        Bilingual(
          zh: "“\(section.path)”要写 measure-word 或 money，只写一个",
          en: "“\(section.path)” needs measure-word or money, and one of them only"),
        remedy: Bilingual(
          zh: "计数写 measure-word: 件，金额写 money: 万元",
          en: "measure-word: 件 for counts, money: 万元 for sums"))
      return nil
    }
    if let word = section.optionalText("measure-word", &log) { return .count(word.text) }
    return section.optionalText("money", &log)?
      .word(among: MoneyUnit.allCases.map(\.rawValue), &log)
      .flatMap(MoneyUnit.init).map(OutcomeKind.MeasureWord.money)
  }
}
