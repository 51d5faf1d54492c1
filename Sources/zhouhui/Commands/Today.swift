import ArgumentParser
import Foundation
import Pipeline
import Publishing
import Rectification

struct Today: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "日析：比上一个工作日有什么变化，接下来到期什么 / what changed since the working day before",
    discussion: """
      与上一个工作日的同一时刻相比（星期一比星期五）：收到的报告、审核决定、数字、措施、报送、预警的变化，下一个工作日和七天内到期的措施。
      全部按台账计算，不收报、不检查。写出页面要加 --publish：outbox/专项/today/today.html。
      / Against the same hour of the working day before, from the ledger alone. --publish writes
      outbox/<campaign>/today/.
      """)

  @Argument(help: "整改专项的代码 / the campaign") var campaign: Code?

  @Option(
    help: ArgumentHelp("从这一时刻比起 / compare with this moment instead", valueName: "moment"))
  var since: String?

  @Flag(help: "写出页面 / write the page") var publish = false
  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption

  func run() throws {
    let console = Console(common)
    try console.reporting {
      try console.forEach(try common.campaigns(campaign)) { code in
        let one = try Pipeline.campaign(code, in: common.place)
        let zone = one.settings.zone
        let moment = try when.moment(in: zone)
        let analysis = try analyseDay(
          one, since: try since.map { try when.written($0, as: "--since", in: zone) },
          in: common.place, asOf: moment)
        try console.print(
          common.json ? todayJSON(analysis) : todayText(analysis, language: common.language))
        guard publish else { return }
        let folder = try Pipeline.publish(
          analysis, of: one.settings.code, in: common.place, language: common.language,
          note: "pid \(getpid()), \(moment.short(in: zone))")
        Console.remark(folder)
      }
    }
  }
}
