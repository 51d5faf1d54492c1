import ArgumentParser
import Foundation
import GuardedConnections
import Intake
import Ledger
import Pipeline
import Rectification

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "收报、检查、汇总、出页面 / collect, check, merge, summarise, publish",
    discussion: """
      按顺序处理工作区里的整改专项（不写名字就是全部）。同样的输入再跑一遍，什么也不会变。
      """)

  @Argument(help: ArgumentHelp("整改专项的代码 / campaigns; all when none is named"))
  var campaigns: [Code] = []

  @Flag(help: "有事项需要人处理时以 2 退出 / exit 2 when something needs a person")
  var strict = false

  @Flag(help: "只演练，不写任何东西 / try it out, write nothing")
  var dryRun = false

  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption

  func run() throws {
    let console = Console(common)
    let needsAPerson = try console.reporting {
      return try runAll(console)
    }
    if strict, needsAPerson { throw ExitStatus.needsAPerson.code }
  }

  /// A campaign at a time: lock, then read, then run, so that the trouble of one stops no other.
  private func runAll(_ console: Console) throws -> Bool {
    var needsAPerson = false
    let codes = try campaignCodes(campaigns, in: common.place)
    try console.forEach(codes) { code in
      let began = try when.moment(in: .beijing).short(in: .beijing)
      let lock =
        try dryRun ? nil : RunLock.take(common.place.lock, note: "pid \(getpid()), \(began)")
      defer { withExtendedLifetime(lock) {} }
      let snapshot = try CampaignSnapshot(code, in: common.place)
      let campaign = snapshot.campaign
      let report = try runCampaign(
        snapshot, in: common.place, asOf: try when.moment(in: campaign.settings.zone),
        isDryRun: dryRun,
        credentials: CredentialStore(environment: ProcessInfo.processInfo.environment),
        progress: console.progress)
      console.endProgress()
      try tell(report, of: campaign, console)
      for gone in report.held { Console.remark(gone.message[common.language]) }
      needsAPerson = needsAPerson || report.needsAPerson
    }
    let strangers = try strangers(beside: codes, in: common.place)
    for stranger in strangers.listed { Console.remark(stranger.message[common.language]) }
    return needsAPerson || !strangers.listed.isEmpty
  }

  /// In the journal as entries that can be asked for; elsewhere as text.
  private func tell(_ report: RunReport, of campaign: Campaign, _ console: Console) throws {
    if !common.json, !dryRun, let journal = console.journal {
      journal.send(journalEntries(of: report, campaign, common.language))
      return
    }
    try console.print(
      common.json
        ? runJSON(report) : runText(report, campaign: campaign, common.language, dryRun))
  }
}
