import ArgumentParser
import Pipeline
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

  @Option(help: "按这一整改专项调整后的程度显示 / with the severities of this campaign")
  var campaign: Code?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if markdown, common.json || campaign != nil || !codes.isEmpty {
      throw ValidationError("--markdown 单独使用 / --markdown goes alone")
    }
    _ = try named()
  }

  func run() throws {
    let language = common.language
    let named = try named()
    let settings = try Console(common).reporting { try campaignSettings() }
    if markdown {
      print(rulePage, terminator: "")
    } else if common.json {
      print(ruleJSON(named.isEmpty ? RuleCode.allCases : named, settings: settings), terminator: "")
    } else if named.isEmpty {
      print(ruleList(settings: settings, language: language), terminator: "")
    } else {
      let texts = named.map { ruleText($0, settings: settings, language: language) }
      print(texts.joined(separator: "\n"), terminator: "")
    }
  }

  /// Those of the campaign, as its campaign.yaml has them; without one, the defaults.
  private func campaignSettings() throws -> RuleSettings {
    guard let campaign else { return RuleSettings() }
    return try common.theCampaign(campaign).settings.rules
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
