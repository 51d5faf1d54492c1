import ArgumentParser
import Pipeline
import Publishing
import Rectification

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "这一周谁报了、谁没报 / who has reported this week, and who has not",
    discussion: "有单位未报、退回或抓取失败时以 2 退出 / exits 2 when a report is owed")

  @Argument(help: "整改专项的代码 / the campaign") var campaign: Code?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let isOwed = try console.reporting {
      var isOwed = false
      for summary in try summaries(campaign, common) {
        try console.print(
          common.json ? summaryJSON(summary) : status(summary, language: common.language))
        isOwed = isOwed || summary.reporting.contains { !$0.state.hasReport && $0.state != .exempt }
      }
      return isOwed
    }
    if isOwed { throw ExitStatus.needsAPerson.code }
  }
}

struct Brief: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "在终端看一页要情 / the one page, in the terminal")

  @Argument(help: "整改专项的代码 / the campaign") var campaign: Code?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    try console.reporting {
      for summary in try summaries(campaign, common) {
        try console.print(
          common.json
            ? summaryJSON(summary) : brief(summary, language: common.language))
      }
    }
  }
}

/// The summaries asked for, as known at the moment asked for; nothing is written.
private func summaries(_ campaign: Code?, _ common: CommonOptions) throws -> [WeekSummary] {
  try campaignsToRun(campaign.map { [$0] } ?? [], in: common.place).map {
    try weekSummary(
      $0, week: common.week, in: common.place, asOf: try common.moment(in: $0.settings.zone))
  }
}
