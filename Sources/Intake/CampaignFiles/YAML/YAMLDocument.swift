import Rectification
import Yams

/// The root node of campaign.yaml.
enum YAMLDocument {
  /// Nil, and problems, when the text is not one plain YAML document.
  static func root(_ bytes: [UInt8], _ log: inout ProblemLog) -> Node? {
    let before = log.problems.count
    guard let utf8 = CampaignText.read(bytes, &log), log.problems.count == before else {
      return nil
    }
    var text = lineFeeds(String(decoding: utf8, as: UTF8.self))
    guard YAMLGuard.allows(text, &log) else { return nil }
    // Every double key is taken out in turn, so that all of them are found, and what else is wrong.
    for _ in 0..<20 {
      do {
        if let root = try Parser(yaml: text).singleRoot() { return root }
        refuseEmpty(&log)
        return nil
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let first = Spot(line: context.mark.line, column: context.mark.column)
        let double = YAMLDoubleKey(key: keys.first ?? "", first: first)
        guard let rest = double.removed(from: text, &log) else { return nil }
        text = rest
      } catch {
        refuse(error, in: text, &log)
        return nil
      }
    }
    return nil
  }

  private static func lineFeeds(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n", previous == "\r" {
        previous = scalar
        continue
      }
      scalars.append(scalar == "\r" ? "\n" : scalar)
      previous = scalar
    }
    return String(scalars)
  }

  private static func refuseEmpty(_ log: inout ProblemLog) {
    log.refuse(
      at: .start, Bilingual(zh: "文件是空的", en: "the file is empty"),
      remedy: Bilingual(
        zh: "请按 docs/formats/campaign-files.md 的样例填写",
        en: "fill it in as docs/formats/campaign-files.md shows"))
  }

  private static func refuse(_ error: any Error, in text: String, _ log: inout ProblemLog) {
    var spot = Spot.start
    var reason = "\(error)"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      spot = Spot(line: mark.line, column: mark.column)
      reason = problem
    case .reader(let problem, _, _, _): reason = problem
    default: break
    }
    log.refuse(
      at: spot,
      Bilingual(zh: "不是正确的 YAML（\(reason)）", en: "this is not well-formed YAML (\(reason))"),
      remedy: Bilingual(
        zh: "请检查这一行和上一行：冒号后要有空格，缩进要对齐，括号和引号要成对",
        en:
          "look at this line and the one before: a space after colons, indentation in line, brackets and quotes in pairs"
      ))
  }
}
