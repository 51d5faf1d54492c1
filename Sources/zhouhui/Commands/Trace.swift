import ArgumentParser
import Pipeline
import Publishing
import Rectification

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "溯源：一个数字、一条措施或一个单位的状态从哪里来 / where a figure, a measure or a unit's state comes from",
    discussion: """
      例：zhouhui trace measures.closed；zhouhui trace M017；zhouhui trace JD01。数字的代码见 summary.json 的 figures。
      数字列出它数进去的每一行；措施按先后列出每一次报送（文件、SHA-256、位置、收到时间、渠道、检查提示）和每一项决定，没有计入的也列出并说明。
      / A figure lists the rows it counts; a measure every submission and decision that made it so.
      """)

  @Argument(help: ArgumentHelp("数字、措施或单位的代码 / a figure, measure or unit", valueName: "code"))
  var name: String

  @Option(help: "整改专项的代码 / the campaign, when there are several") var campaign: Code?
  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption
  @OptionGroup var which: WeekOption

  func run() throws {
    let console = Console(common)
    try console.reporting {
      let only = try common.theCampaign(campaign)
      let (found, summary) = try trace(
        name, of: only, week: which.week, in: common.place,
        asOf: try when.moment(in: only.settings.zone))
      try console.print(
        common.json
          ? traceJSON(found, summary) : traceText(found, summary, language: common.language))
    }
  }
}
