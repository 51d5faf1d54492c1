import ArgumentParser
import Files
import Foundation
import Pipeline
import Publishing
import Rectification

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "报送前自查：逐条指出错在哪里、怎么改 / check report files before they are sent",
    discussion: """
      只读不写；有程序和 schedules/ 就能用，不需要台账和收件夹。结论与正式接收时一致；没有台账的，无从与以前所报比较，以回执为准。
      都会被接收以 0 退出，有一份会被退回或隔离以 2 退出，有一份读不到以 66 退出。--json 每份文件打印一个 JSON，格式见 zhouhui schema receipt。
      / Writes nothing; the program and schedules/ are enough. Without a ledger nothing is compared with earlier reports.
      Exits 0 when all would be accepted, 2 when one would not, 66 when one cannot be read.
      """)

  @Argument(
    help: ArgumentHelp("周报告文件，- 为标准输入 / report files, - for standard input", valueName: "file"))
  var files: [String]

  @Option(help: "整改专项的代码 / the campaign, when the workspace has several")
  var campaign: Code?

  @Option(help: "以哪个单位的名义报送，默认看文件 / the sender, taken from the file unless given")
  var unit: Code?

  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption

  func validate() throws {
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("标准输入只能读一次 / standard input can be read once")
    }
  }

  func run() throws {
    let console = Console(common)
    let status = try console.reporting { try checkAll(console) }
    if status != .done { throw status.code }
  }

  /// Every file is judged, also when one before it could not be read.
  private func checkAll(_ console: Console) throws -> ExitStatus {
    let campaign = try theCampaign()
    let asOf = try when.moment(in: campaign.settings.zone)
    var verdicts: [Verdict] = []
    if !(try ledgerExists(in: common.place)), !common.quiet {
      console.remark(Self.noLedger, in: common.language)
    }
    for (number, path) in files.enumerated() {
      let bytes: [UInt8]
      do {
        guard let found = try Self.bytes(of: path) else { throw MissingInput(path: path) }
        bytes = found
      } catch {
        console.remark(Failure(error).message, in: common.language)
        continue
      }
      // The name is judged as it would arrive: the folders above it stay with the sender.
      let name = path == "-" ? "stdin" : URL(fileURLWithPath: path).lastPathComponent
      let receipt = try checkFile(
        bytes, named: name, sender: unit, of: campaign, in: common.place, asOf: asOf)
      let mark = files.count == 1 ? "" : "[\(number + 1)/\(files.count)] "
      try print(receipt, mark: mark, of: campaign, on: console)
      verdicts.append(receipt.verdict)
    }
    if files.count > 1, !common.json {
      let unread = files.count - verdicts.count
      try console.print(trialText(verdicts, unread: unread, language: common.language))
    }
    guard verdicts.count == files.count else { return .noInput }
    return verdicts.allSatisfy(\.isAccepted) ? .done : .needsAPerson
  }

  private func print(
    _ receipt: Receipt, mark: String, of campaign: Campaign, on console: Console
  ) throws {
    var context = try receiptContext(receipt, index: RegisterIndex(campaign))
    context.isTrial = true
    try console.print(
      common.json
        ? receiptJSON(receipt, context)
        : receiptText(receipt, context, mark: mark, language: common.language)
          + (mark.isEmpty ? "" : "\n"))
  }

  private static let noLedger = Bilingual(
    zh: "（此处没有台账，未与以前所报、与其他单位所报比较；以正式回执为准。）",
    en:
      "(No ledger here: nothing was compared with earlier reports or other units'; the receipt decides.)"
  )

  /// `-` is standard input; a pipe of the shell is read like a file.
  private static func bytes(of path: String) throws -> [UInt8]? {
    try readFile(path == "-" ? "/dev/stdin" : path, anyKind: true)
  }

  private func theCampaign() throws -> Campaign {
    try common.theCampaign(campaign)
  }
}
