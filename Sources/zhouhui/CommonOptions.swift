import ArgumentParser
import Foundation
import Pipeline
import Rectification

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("工作区目录 / the workspace", valueName: "dir"))
  var workspace = "."

  @Option(help: ArgumentHelp("输出语言 / language: zh, en", valueName: "lang"))
  var lang: Language?

  @Flag(help: "输出 JSON / print JSON")
  var json = false

  @Flag(name: .shortAndLong, help: "不显示进度 / no progress")
  var quiet = false

  /// Chinese unless the locale asks for English; C and POSIX say nothing, and our users read Chinese.
  var language: Language {
    if let lang { return lang }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
      .lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("en") ?? false ? .en : .zh
  }

  var place: Workspace { Workspace(root: workspace) }

  /// The campaign named, or all of the workspace.
  func campaigns(_ named: Code?) throws -> [Code] {
    try campaignCodes(named.map { [$0] } ?? [], in: place)
  }

  /// The campaign named, or the only one.
  func theCampaign(_ named: Code?) throws -> Campaign {
    let codes = try campaigns(named)
    guard codes.count == 1, let only = codes.first else {
      let list = codes.map(\.text).joined(separator: ", ")
      throw ValidationError("--campaign：请指明整改专项 / which campaign: \(list)")
    }
    return try campaign(only, in: place)
  }
}

/// Of the commands that ask how things stood at some moment.
struct MomentOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "按这一时刻计算，默认现在 / compute as of this moment, now unless given: 2024-01-19T12:05",
      valueName: "moment"))
  var asOf: String?

  /// The moment of this run in a campaign's zone; the only place where the clock is read.
  func moment(in zone: ZoneOffset) throws -> Moment {
    guard let asOf else { return Moment(seconds: Int64(Date().timeIntervalSince1970)) }
    return try written(asOf, as: "--as-of", in: zone)
  }

  /// A moment as a person writes it; a day alone is its first.
  func written(_ text: String, as option: String, in zone: ZoneOffset) throws -> Moment {
    for text in [text, text + zone.description, text + "T00:00" + zone.description] {
      if let moment = Moment(text) { return moment }
    }
    throw ValidationError("\(option) \(text): 应写作 / write it as 2024-01-19T12:05")
  }
}

/// Of the commands that show one week.
struct WeekOption: ParsableArguments {
  @Option(help: ArgumentHelp("报告周 / the week, as 2024-W03", valueName: "week"))
  var week: Week?
}

extension Week: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Month: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Language: ExpressibleByArgument {}

extension Code: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
