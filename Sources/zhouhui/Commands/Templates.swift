import ArgumentParser
import Pipeline
import Rectification

struct Templates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "把自带的 Word 模板放进专项，供办公室修改 / put the shipped Word templates into a campaign",
    discussion: """
      已有的模板不动。占位符见 docs/templates.md。
      A template that is there already is left alone. The placeholders are in docs/templates.md.
      """)

  @Argument(help: "专项 / the campaign") var campaign: Code
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console(common)
    try console.reporting {
      // A mistyped name must not make a folder.
      _ = try common.theCampaign(campaign)
      let written = try layOutTemplates(of: campaign, in: common.place)
      if !written.isEmpty { try console.print(written.joined(separator: "\n")) }
    }
  }
}
