import ArgumentParser
import Pipeline
import Publishing
import Rectification

struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "按现行规则重新检查某一周的报送，只看不改 / judge a week's archive again under the rules of today",
    discussion: """
      在台账的副本上，用现在的 campaign.yaml、三张清单、单位名录和决定，把这一周收到的报送照收到的先后重新检查一遍，列出结论会变的报送、增减的问题提示、汇总中会变的数。
      台账里的结论和已出的期次都不动。没有变化以 0 退出，有变化以 2 退出。问题提示只列规则代码和位置（含义见 zhouhui rules 规则代码）；隔离的报送不显示文件名和位置。
      / Works on a copy of the ledger: neither the recorded verdicts nor any edition is touched.
      Exits 0 when nothing differs, 2 when something does.
      """)

  @Argument(help: ArgumentHelp("报告周 / the week, as 2024-W03", valueName: "week"))
  var replayed: Week

  @Argument(help: "整改专项的代码 / the campaign; all when none is named") var campaign: Code?
  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption

  func run() throws {
    let console = Console(common)
    let differs = try console.reporting {
      var differs = false
      try console.forEach(try common.campaigns(campaign)) { code in
        let snapshot = try accountedSnapshot(code, in: common.place)
        let settings = snapshot.campaign.settings
        let found = try replay(
          snapshot, week: replayed, in: common.place, asOf: try when.moment(in: settings.zone),
          progress: console.progress)
        console.endProgress()
        try console.print(
          common.json
            ? replayJSON(found, in: settings.zone)
            : replayText(found, settings, language: common.language))
        differs = differs || found.differs
      }
      return differs
    }
    if differs { throw ExitStatus.needsAPerson.code }
  }
}
