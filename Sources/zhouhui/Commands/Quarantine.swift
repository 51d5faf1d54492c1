import ArgumentParser
import Foundation
import Ledger
import Pipeline
import Rectification

struct Quarantine: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "隔离的报送：列出、放行、不予放行 / what the secrecy gate holds, and the decisions on it",
    discussion: """
      只说谁在何时报来、SHA-256 和大小，绝不显示内容和文件名。决定写入 decisions.csv，必须有理由；放行的在下一次运行时重新检查。
      """,
    subcommands: [List.self, Show.self, Release.self, Refuse.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出隔离的报送 / what is held",
      discussion: "有未作决定的以 2 退出 / exits 2 when one is undecided")

    @Argument(help: "整改专项的代码 / the campaign") var campaign: Code?
    @Flag(help: "连同已放行的 / those released too") var all = false
    @OptionGroup var common: CommonOptions
    @OptionGroup var when: MomentOption

    func run() throws {
      let console = Console(common)
      let isWaiting = try console.reporting {
        let held = try common.campaigns(campaign).map { code in
          let campaign = try Pipeline.campaign(code, in: common.place)
          let asOf = try when.moment(in: campaign.settings.zone)
          return HeldOfCampaign(
            campaign: campaign,
            held: try quarantine(of: campaign, in: common.place, asOf: asOf)
              .filter { all || $0.state != .released })
        }
        try console.print(
          common.json ? heldJSON(held) : heldList(held, language: common.language))
        return held.contains { $0.held.contains { $0.state == .undecided } }
      }
      if isWaiting { throw ExitStatus.needsAPerson.code }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "一份隔离的报送的事实和决定 / one of them: the facts and the decision")

    @OptionGroup var which: Which
    @OptionGroup var common: CommonOptions
    @OptionGroup var when: MomentOption

    func run() throws {
      let console = Console(common)
      try console.reporting {
        let campaign = try which.theCampaign(common)
        let asOf = try when.moment(in: campaign.settings.zone)
        let held = try quarantine(of: campaign, in: common.place, asOf: asOf)
          .filter { $0.digest.hex.hasPrefix(which.digestPrefix) }
        guard !held.isEmpty else { throw QuarantineError.noSuchSubmission(which.sha256) }
        let found = HeldOfCampaign(campaign: campaign, held: held)
        try console.print(
          common.json ? heldJSON([found]) : heldFacts(found, language: common.language))
      }
    }
  }

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "放行：经核实不涉密，下次运行时重新检查 / release one; the next run judges it")

    @OptionGroup var which: Which
    @OptionGroup var grounds: Grounds
    @OptionGroup var common: CommonOptions
    @OptionGroup var when: MomentOption

    func run() throws { try decideAndTell(isGranted: true, which, grounds, common, when) }
  }

  struct Refuse: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "不予放行：仍旧隔离，记为已作决定 / keep one in quarantine, as decided")

    @OptionGroup var which: Which
    @OptionGroup var grounds: Grounds
    @OptionGroup var common: CommonOptions
    @OptionGroup var when: MomentOption

    func run() throws { try decideAndTell(isGranted: false, which, grounds, common, when) }
  }
}

/// Which submission is meant.
struct Which: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "SHA-256 的前几位，至少 4 位 / its first digits, four at least", valueName: "sha256"))
  var sha256: String

  @Option(help: "整改专项的代码 / the campaign, when the workspace has several")
  var campaign: Code?

  var digestPrefix: String { sha256.lowercased() }

  func validate() throws {
    guard (4...64).contains(digestPrefix.utf8.count),
      digestPrefix.allSatisfy({ $0.isASCII && $0.isHexDigit })
    else {
      throw ValidationError(
        "SHA-256 是 4 至 64 位十六进制数字 / 4 to 64 hexadecimal digits, please")
    }
  }

  func theCampaign(_ common: CommonOptions) throws -> Campaign {
    try common.theCampaign(campaign)
  }
}

/// Why, by whom and on what.
struct Grounds: ParsableArguments {
  @Option(help: "理由 / the reason") var reason: String
  @Option(help: "作出人，写职务 / who decided, by post") var by: String
  @Option(help: "依据的文件或会议 / the document or meeting it rests on") var basis = ""

  func validate() throws {
    for (name, text) in [("--reason", reason), ("--by", by)]
    where text.allSatisfy(\.isWhitespace) {
      throw ValidationError("\(name)：不能空着 / must not be empty")
    }
  }
}

private func decideAndTell(
  isGranted: Bool, _ which: Which, _ grounds: Grounds, _ common: CommonOptions,
  _ when: MomentOption
) throws {
  let console = Console(common)
  try console.reporting {
    let campaign = try which.theCampaign(common)
    let zone = campaign.settings.zone
    let asOf = try when.moment(in: zone)
    let lock = try RunLock.take(
      common.place.lock, note: "pid \(getpid()), \(asOf.short(in: zone))")
    defer { withExtendedLifetime(lock) {} }
    let (decision, concerned) = try decide(
      QuarantineDecision(
        isGranted: isGranted, digestPrefix: which.digestPrefix, reason: grounds.reason,
        basis: grounds.basis, decidedBy: grounds.by),
      of: campaign.settings.code, in: common.place, asOf: asOf)
    let told = HeldOfCampaign(
      campaign: campaign,
      held: concerned.map { $0.decided(decision) })
    try console.print(
      common.json ? heldJSON([told]) : decisionText(decision, told, language: common.language))
  }
}
