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
  @OptionGroup var when: MomentOption
  @OptionGroup var which: WeekOption

  func run() throws {
    let console = Console(common)
    let isOwed = try console.reporting {
      var isOwed = false
      let codes = try common.campaigns(campaign)
      try console.forEach(codes) { code in
        let campaign = try Pipeline.campaign(code, in: common.place)
        let summary = try summary(of: campaign, which.week, common, when)
        try console.print(
          common.json ? summaryJSON(summary) : status(summary, language: common.language))
        isOwed = isOwed || summary.reporting.contains { !$0.state.hasReport && $0.state != .exempt }
        let strays = try inboxStrangers(of: campaign, in: common.place)
        for stray in strays.listed { Console.remark(stray.message[common.language]) }
        if let litter = strays.litterMessage { Console.remark(litter[common.language]) }
      }
      for stray in try strangers(beside: codes, in: common.place).listed {
        Console.remark(stray.message[common.language])
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
  @OptionGroup var when: MomentOption
  @OptionGroup var which: WeekOption

  func run() throws {
    let console = Console(common)
    try console.reporting {
      try console.forEach(try common.campaigns(campaign)) { code in
        let campaign = try Pipeline.campaign(code, in: common.place)
        let summary = try summary(of: campaign, which.week, common, when)
        try console.print(
          common.json ? summaryJSON(summary) : brief(summary, language: common.language))
      }
    }
  }
}

/// The summary asked for, as known at the moment asked for; nothing is written.
private func summary(
  of campaign: Campaign, _ week: Week?, _ common: CommonOptions, _ when: MomentOption
) throws -> WeekSummary {
  try weekSummary(
    campaign, week: week, in: common.place,
    asOf: try when.moment(in: campaign.settings.zone))
}
