import ArgumentParser
import Foundation
import Pipeline
import Publishing
import Rectification

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "报送前自查：逐条指出错在哪里、怎么改 / check report files before they are sent",
    discussion: """
      只读不写。结论与正式接收时一致：都可接收以 0 退出，有一份会被退回以 2 退出。
      """)

  @Argument(help: ArgumentHelp("周报告文件 / report files", valueName: "file"))
  var files: [String]

  @Option(help: "整改专项的代码 / the campaign, when the workspace has several")
  var campaign: Code?

  @Option(help: "以哪个单位的名义报送，默认看文件 / the sender, taken from the file unless given")
  var unit: Code?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let isRefused = try console.reporting {
      let campaign = try theCampaign()
      let asOf = try common.moment(in: campaign.settings.zone)
      var isRefused = false
      for path in files {
        guard let data = FileManager.default.contents(atPath: path) else {
          throw MissingInput(path: path)
        }
        let receipt = try checkFile(
          Array(data), named: path, sender: unit, of: campaign, in: common.place, asOf: asOf)
        let context = try receiptContext(receipt, index: RegisterIndex(campaign))
        console.print(
          common.json
            ? receiptJSON(receipt, context)
            : receiptText(receipt, context, language: common.language))
        isRefused = isRefused || !receipt.verdict.isAccepted
      }
      return isRefused
    }
    if isRefused { throw ExitStatus.needsAPerson.code }
  }

  private func theCampaign() throws -> Campaign {
    let campaigns = try campaignsToRun(campaign.map { [$0] } ?? [], in: common.place)
    guard campaigns.count == 1, let only = campaigns.first else {
      let list = campaigns.map(\.settings.code.text).joined(separator: ", ")
      throw ValidationError("--campaign：请指明整改专项 / which campaign: \(list)")
    }
    return only
  }
}
