import ArgumentParser
import Pipeline
import Publishing
import Rectification

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "两周之间，或一周出版以后，有什么变化 / what changed between two weeks, or since one was issued",
    discussion: """
      写两个周：按现在所知，后一周与前一周有什么不同。写一个周：正式期次与现在所知有什么不同，并逐期列出已出的更正改了什么。
      列出数字、措施（状态、完成率、时限、牵头和配合单位、文字）、报送状态、清单变动、预警，由什么变成什么；只看不改，有无不同都以 0 退出。
      / Two weeks: both as known at --as-of. One week: as it was issued, and as it is
      known now, with what its corrections have changed. Nothing is written; exits 0 either way.
      """)

  @Argument(help: ArgumentHelp("报告周 / the week, as 2024-W03", valueName: "week"))
  var earlier: Week

  @Argument(
    help: ArgumentHelp(
      "另一周，整改专项的代码 / another week, the campaign; either may be left out",
      valueName: "week-or-campaign"))
  var others: [String] = []

  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption

  func validate() throws {
    let campaigns = others.filter { Week($0) == nil }
    guard others.count - campaigns.count <= 1, campaigns.count <= 1,
      campaigns.allSatisfy({ Code($0) != nil })
    else {
      throw ValidationError("只写一两个周和一个专项 / name one or two weeks, and one campaign at most")
    }
  }

  func run() throws {
    let console = Console(common)
    let later = others.compactMap { Week($0) }.first
    let named = others.filter { Week($0) == nil }.compactMap { Code($0) }
    try console.reporting {
      try console.forEach(try campaignCodes(named, in: common.place)) { code in
        let campaign = try campaign(code, in: common.place)
        let asOf = try when.moment(in: campaign.settings.zone)
        let found =
          try later.map {
            try compare(campaign, earlier, with: $0, in: common.place, asOf: asOf)
          } ?? compare(campaign, earlier, in: common.place, asOf: asOf)
        try console.print(text(of: found, campaign.settings))
      }
    }
  }

  private func text(of found: Comparison, _ settings: CampaignSettings) -> String {
    let editions = found.editions.map { ($0.kind, $0.changes) }
    return common.json
      ? differenceJSON(
        found.difference, of: settings.code, editions: editions, in: settings.zone)
      : differenceText(
        found.difference, from: found.from, to: found.to, editions: editions,
        language: common.language)
  }
}
