import ArgumentParser
import Foundation
import Intake
import Pipeline
import Rectification

struct Resolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "周协调的议定事项：记下、办结 / what the meeting settled, and that it is done",
    discussion: """
      写入 resolutions.csv 的末尾；未办结的列在下次议程之首。也可以用表格软件直接改这个文件。
        zhouhui resolve add --text 开放数据接口 --unit BM01 --unit BM02 --due 2024-01-26
        zhouhui resolve done Y003 --text 接口已开放
      """, subcommands: [Add.self, Done.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "记下一项议定事项 / note what was settled")

    @Option(help: "议定事项 / what was settled") var text: String
    @Option(help: "责任单位的代码，可写多次 / who does it") var unit: [Code]
    @Option(help: "完成时限 / until when", transform: date) var due: CivilDate
    @Option(help: "会议日期，默认今天 / the day of the meeting, today unless given", transform: date)
    var meeting: CivilDate?
    @Option(help: "措施编号 / the measure it is about") var measure: Code?
    @Option(help: "整改专项的代码 / the campaign, when the workspace has several")
    var campaign: Code?
    @OptionGroup var common: CommonOptions
    @OptionGroup var when: MomentOption

    func validate() throws {
      guard !unit.isEmpty else { throw ValidationError("--unit：请写责任单位 / who does it?") }
      if text.allSatisfy(\.isWhitespace) {
        throw ValidationError("--text：不能空着 / must not be empty")
      }
    }

    func run() throws {
      let console = Console(common)
      try console.reporting {
        let (chosen, asOf, lock) = try locked(campaign, common, when)
        defer { withExtendedLifetime(lock) {} }
        guard let number = ResolutionRow.nextCode(of: chosen) else {
          throw DecisionError.noNumber("resolutions.csv")
        }
        let resolution = Resolution(
          code: number, meeting: meeting ?? asOf.date(in: chosen.settings.zone), text: text,
          units: unit, due: due, measure: measure, outcome: nil, line: 0)
        try resolve(.settled(resolution), of: chosen.settings.code, in: common.place)
        try console.print("\(number)  \(resolution.meeting)  \(text)")
      }
    }
  }

  struct Done: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "记下一项已经办结 / note that one is done")

    @Argument(help: "议定编号 / its number") var number: Code
    @Option(help: "办结情况 / how it ended") var text: String
    @Option(help: "办结日期，默认今天 / the day, today unless given", transform: date)
    var on: CivilDate?
    @Option(help: "整改专项的代码 / the campaign, when the workspace has several")
    var campaign: Code?
    @OptionGroup var common: CommonOptions
    @OptionGroup var when: MomentOption

    func validate() throws {
      if text.allSatisfy(\.isWhitespace) {
        throw ValidationError("--text：不能空着 / must not be empty")
      }
    }

    func run() throws {
      let console = Console(common)
      try console.reporting {
        let (chosen, asOf, lock) = try locked(campaign, common, when)
        defer { withExtendedLifetime(lock) {} }
        let doneOn = on ?? asOf.date(in: chosen.settings.zone)
        try resolve(
          .done(number, .init(doneOn: doneOn, text: text, line: 0)), of: chosen.settings.code,
          in: common.place)
        try console.print("\(number)  \(doneOn)  \(text)")
      }
    }
  }
}
