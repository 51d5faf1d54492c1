import ArgumentParser
import Foundation
import Pipeline
import Publishing
import Rectification

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "月评：一个月里各单位报送和预警的情况 / a month of weeks, unit by unit, ranked",
    discussion: """
      计入这个月已经汇总的各周，一周算在它的星期四所在的月；月份未完的，注明暂定。排名规则见页上，一句话。
      全部按台账计算，不收报、不检查。写出页面、Word 和表格要加 --publish：outbox/专项/review-2023-12/。
      / The weeks of the month that are summed up, from the ledger alone. --publish writes
      outbox/<campaign>/review-<month>/.
      """)

  @Argument(help: ArgumentHelp("月份 / the month, as 2023-12", valueName: "month"))
  var month: Month

  @Argument(help: "整改专项的代码 / the campaign") var campaign: Code?
  @Flag(help: "写出页面、Word 和表格 / write the page, the document and the workbook")
  var publish = false
  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption

  func run() throws {
    let console = Console(common)
    try console.reporting {
      try console.forEach(try common.campaigns(campaign)) { code in
        let snapshot = try accountedSnapshot(code, in: common.place)
        let zone = snapshot.campaign.settings.zone
        let moment = try when.moment(in: zone)
        let found = try reviewMonth(
          month, of: snapshot.campaign, in: common.place, asOf: moment)
        try console.print(
          common.json ? reviewJSON(found) : reviewText(found, language: common.language))
        guard publish else { return }
        let folder = try Pipeline.publish(
          found, templates: snapshot.templates, in: common.place, language: common.language,
          note: "pid \(getpid()), \(moment.short(in: zone))")
        Console.remark(folder)
      }
    }
  }
}
