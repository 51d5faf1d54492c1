import ArgumentParser
import Files
import Intake
import Pipeline
import Rectification

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "从办公室自己的台账（.xlsx、.csv）生成 register.csv / make register.csv of the office's own ledger",
    discussion: """
      认标题、填合并单元格、跳过合计行、按 units.csv 核对单位；怎么读的、哪里读不出来，逐条按工作表和单元格列出。
      不写 --output 就只列不写。照样读全了以 0 退出；有要人看的，或程序补了编号、略去了什么，以 2 退出（读不出的格子原样写出，载入时会指出），
      找不到台账以 65 退出。认得的标题和读法见 docs/import.md。
      / Without --output nothing is written. Exits 0 when all was plain, 2 when somebody has to look or
      something was made up or left out, 65 when there is no ledger in the file.
      """)

  @Argument(help: ArgumentHelp("台账文件 / the ledger", valueName: "file"))
  var file: String

  @Option(help: "整改专项的代码，取它的 units.csv / the campaign whose units.csv is used")
  var campaign: Code?

  @Option(help: "工作表的名称 / the sheet, when several look like a ledger")
  var sheet: String?

  @Option(
    help: ArgumentHelp("没有开始日期的措施写这一天 / for measures without a day of their own", valueName: "date")
  )
  var start: CivilDate?

  @Option(
    help: ArgumentHelp("把 register.csv 写到哪里 / where to write register.csv", valueName: "file"))
  var output: String?

  @Flag(help: "覆盖已有的文件 / write over a file that is there")
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    let status = try console.reporting { try importFile(console) }
    if status != .done { throw status.code }
  }

  private func importFile(_ console: Console) throws -> ExitStatus {
    guard let bytes = try readFile(file, anyKind: true) else { throw MissingInput(path: file) }
    let result = try importRegister(
      bytes, for: try theCampaign(), sheet: sheet, start: start, in: common.place)
    if let csv = result.csv, let output {
      try saveRegister(csv, to: output, isForced: force)
    }
    try console.print(
      common.json
        ? importJSON(result) : importText(result, output: output, common.language))
    guard result.csv != nil else { return .campaignFiles }
    return result.needsAPerson ? .needsAPerson : .done
  }

  /// The only folder under schedules/ with a units.csv, unless one is named.
  private func theCampaign() throws -> Code {
    if let campaign { return campaign }
    let schedules = common.place.root + "/schedules"
    let found = try (textNames(in: schedules) ?? [])
      .compactMap { Code($0) }.sorted()
      .filter { try facts(of: "\(schedules)/\($0)/units.csv") != nil }
    guard found.count == 1 else {
      let list = found.map(\.text).joined(separator: ", ")
      throw ValidationError("--campaign：请指明整改专项 / which campaign: \(list)")
    }
    return found[0]
  }
}

extension CivilDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
