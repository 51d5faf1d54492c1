import Foundation
import Rectification
import Testing

/// The page that describes these files.
struct CampaignFilesPageTests {
  @Test func itsExamplesAreACampaign() throws {
    let campaign = try load()
    #expect(campaign.register.measures.count == 3)
    #expect(campaign.decisions.count == 2)
    #expect(campaign.units.count == 3)
    #expect(campaign.changes.count == 2)
  }

  private func load() throws -> Campaign {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/formats/campaign-files.md"), encoding: .utf8)
    var sample = SampleFiles()
    sample.files = [:]
    for match in page.matches(of: /(?s)```(?:csv|yaml) ([a-z.]+)\n(.*?)```/) {
      let folder = match.1 == "china.csv" ? "calendars" : "demo-2023"
      sample.files["\(folder)/\(match.1)"] = Array(match.2.utf8)
    }
    #expect(sample.files.count == 6)
    return try sample.load("demo-2023")
  }
}
