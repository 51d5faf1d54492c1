import ArgumentParser
import Foundation
import Pipeline
import Rectification

struct Forms: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "给各单位生成填报表：网页和 .xlsx / write each unit's form, a page and a workbook",
    discussion: """
      已填好本单位未销号的措施和上周所报；单位离线填写，网页存出 JSON，.xlsx 直接报送。说明见 docs/forms.md。
      已有的、内容不同的文件不覆盖，除非 --force；有文件因此没写的以 2 退出。
      / Prefilled with the unit's open measures and what it last reported; filled in offline. See docs/forms.md.
      A file that is there with other contents stays, unless --force; exits 2 when one did.
      """)

  @Argument(help: "整改专项的代码 / the campaign, when the workspace has several")
  var campaign: Code?

  @Option(help: "只给这个单位 / for this unit alone")
  var unit: Code?

  @Option(help: ArgumentHelp("写到哪个目录 / where to write them", valueName: "dir"))
  var output = "forms"

  @Flag(help: "覆盖已有的文件 / write over files that are there")
  var force = false

  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption
  @OptionGroup var which: WeekOption

  func run() throws {
    let console = Console(common)
    let isWhole = try console.reporting { try writeAll(console) }
    if !isWhole { throw ExitStatus.needsAPerson.code }
  }

  private func writeAll(_ console: Console) throws -> Bool {
    let only = try common.theCampaign(campaign)
    let making = try FormMaking(
      only, week: which.week, in: common.place, asOf: try when.moment(in: only.settings.zone))
    var (written, kept): ([String], [String]) = ([], [])
    for unit in try making.units(unit) {
      let done = try writeForms(try making.files(for: unit), to: output, isForced: force)
      if !done.written.isEmpty, !common.json {
        try console.print(done.written.joined(separator: "\n"))
      }
      written += done.written
      kept += done.kept
    }
    if common.json { try console.print(Self.json(["written": written, "kept": kept])) }
    for path in kept {
      console.remark(
        Bilingual(
          zh: "\(path)：已有内容不同的文件，没有覆盖；要覆盖请加 --force",
          en: "\(path): there is a file with other contents; it stays, unless --force"),
        in: common.language)
    }
    return kept.isEmpty
  }

  private static func json(_ paths: [String: [String]]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(paths), as: UTF8.self)
  }
}
