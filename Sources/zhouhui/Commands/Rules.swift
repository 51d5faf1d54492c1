import ArgumentParser
import Publishing
import Rectification

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查规则：何时提出、怎么改 / the rules of the checks",
    discussion: """
      不写代码列出全部规则；写了代码逐条详细说明。回执里的每条问题都写有规则代码。
      """)

  @Argument(help: ArgumentHelp("规则代码，如 stale-text / rules, all when none is named"))
  var codes: [String] = []

  @Flag(help: "打印 docs/rules.md / print the page of the rules")
  var markdown = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if markdown, common.json || !codes.isEmpty {
      throw ValidationError("--markdown 单独使用 / --markdown goes alone")
    }
    _ = try named()
  }

  func run() throws {
    let language = common.language
    // The severities of a campaign go in here; without one, the defaults.
    let changes: [RuleCode: Severity?] = [:]
    let named = try named()
    if markdown {
      print(rulePage, terminator: "")
    } else if common.json {
      print(ruleJSON(named.isEmpty ? RuleCode.allCases : named, changes: changes), terminator: "")
    } else if named.isEmpty {
      print(ruleList(changes: changes, language: language), terminator: "")
    } else {
      let texts = named.map { ruleText($0, changes: changes, language: language) }
      print(texts.joined(separator: "\n"), terminator: "")
    }
  }

  private func named() throws -> [RuleCode] {
    try codes.map { text in
      if let code = RuleCode(rawValue: text) { return code }
      let near = nearest(to: text, among: RuleCode.allCases.map(\.rawValue))
      let known = near.isEmpty ? "zhouhui rules" : near.joined(separator: ", ")
      throw ValidationError("没有规则“\(text)”，请看 / no rule \(text); see: \(known)")
    }
  }
}
