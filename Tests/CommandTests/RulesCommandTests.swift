import Foundation
import TestSupport
import Testing

/// `zhouhui rules`, as a clerk with a receipt in hand uses it.
struct RulesCommandTests {
  @Test func listsEveryRuleAndExplainsOne() throws {
    let list = try Program.run("rules")
    #expect(list.status == 0)
    #expect(list.output.contains("completed-without-evidence"))
    let one = try Program.run("rules", "stale-text", "late")
    #expect(one.output.hasPrefix("stale-text　"))
    #expect(one.output.contains("\nlate　"))
    let english = try Program.run(["rules", "late"], lang: "en_US.UTF-8")
    #expect(english.output.contains("cut-off"))
    let asked = try Program.run("rules", "late", "--lang", "en")
    #expect(asked.output == english.output)
  }

  @Test func anUnknownRuleIs64AndTheNearestIsNamed() throws {
    let result = try Program.run("rules", "stale-txt")
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("stale-text"))
    #expect(try Program.run("rules", "--markdown", "late").status == 64)
  }

  @Test func printsThePageOfTheRepository() throws {
    let page = Program.checkout.appendingPathComponent("docs/rules.md")
    #expect(
      try Program.run("rules", "--markdown").output == String(contentsOf: page, encoding: .utf8))
  }

  @Test func showsTheSeveritiesOfACampaign() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      let settings = try trial.text("schedules/trial/campaign.yaml")
      try trial.write(
        settings + "rules: {stale-text: error}\n", to: "schedules/trial/campaign.yaml")
      let result = try Program.run(
        "rules", "stale-text", "--campaign", "trial", "--workspace", trial.path)
      #expect(result.output.contains("错误（整份退回重报）"), "\(result.errors)")
      #expect(result.output.contains("原定程度"))
      let unknown = try Program.run("rules", "--campaign", "other", "--workspace", trial.path)
      #expect(unknown.status == 66)
    }
  }

  @Test func printsJSON() throws {
    let result = try Program.run("rules", "--json", "late")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let rules = (json as? [String: Any])?["rules"] as? [[String: Any]]
    #expect(rules?.compactMap { $0["code"] as? String } == ["late"])
  }

  @Test func printsTheSchemaOfAReceipt() throws {
    let published = Program.checkout.appendingPathComponent("docs/formats/receipt.schema.json")
    #expect(
      try Program.run("schema", "receipt").output
        == String(contentsOf: published, encoding: .utf8))
  }
}
