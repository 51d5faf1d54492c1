import Files
import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

struct CampaignFolderTests {
  @Test func listsFoldersThatHoldSettings() throws {
    try withTemporaryFolder { workspace in
      for name in ["b-2024", "a-2023", "calendars", "not a code"] {
        let folder = workspace.appendingPathComponent("schedules/\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard name != "calendars" else { continue }
        try Data().write(to: folder.appendingPathComponent("campaign.yaml"))
      }
      #expect(try CampaignFolder.list(in: workspace).map(\.text) == ["a-2023", "b-2024"])
      #expect(try CampaignFolder.list(in: workspace.appendingPathComponent("nowhere")).isEmpty)
    }
  }

  @Test func campaignsThatCannotBeListedAreNotNone() throws {
    try withTemporaryFolder { workspace in
      let file = workspace.appendingPathComponent("schedules")
      try Data().write(to: file)
      let failure = try #require(throws: FileFailure.self) {
        try CampaignFolder.list(in: workspace)
      }
      #expect(failure.message.en.hasPrefix(file.path))
    }
  }

  @Test(arguments: CampaignFolder.fileNames)
  func asksForAMissingFileAndBlamesNoOther(_ name: String) throws {
    var sample = SampleFiles()
    sample.files["demo/\(name)"] = nil
    let problems = try sample.problems()
    #expect(problems.map(\.file) == ["schedules/demo/\(name)"])
    #expect(problems.first?.text(in: .zh).hasPrefix("schedules/demo/\(name): 没有这个文件；请建立它") == true)
  }

  @Test func asksForAMissingCalendar() throws {
    var sample = SampleFiles()
    sample.files["calendars/china.csv"] = nil
    #expect(try sample.problems().map(\.file) == ["schedules/calendars/china.csv"])
  }

  @Test func suggestsTheCampaignThatWasMeant() throws {
    let problem = try #require(SampleFiles().problems("dema").first)
    #expect(problem.text(in: .zh) == "schedules/dema: 没有“dema”这个整改专项；是否应为“demo”？")
    #expect(
      problem.text(in: .en)
        == "schedules/dema: there is no campaign “dema”; did you mean “demo”?")
  }

  @Test func gathersTheMistakesOfAllFilesInOneOrder() throws {
    var sample = SampleFiles("demo/units.csv", replacing: "2023-08-30", with: "2023-08-99")
    sample.files["demo/campaign.yaml"] = Array("title: x\n".utf8)
    sample.files["calendars/china.csv"] = Array("日期\n".utf8)
    sample.files["demo/decisions.csv"] = nil
    let problems = try sample.problems()
    #expect(problems == problems.sorted())
    #expect(Set(problems.map(\.file)).count == 3)
    let again = try sample.problems()
    #expect(problems == again)
  }

  @Test func doesNotWaitOnAPipe() throws {
    try withTemporaryFolder { workspace in
      let folder = workspace.appendingPathComponent("schedules/demo")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      #expect(mkfifo(folder.appendingPathComponent("units.csv").path, 0o600) == 0)
      let code = try #require(SampleFiles.code)
      let error = #expect(throws: CampaignFilesError.self) {
        try CampaignFolder.load(code, in: workspace)
      }
      #expect(error?.problems.contains { $0.message.zh == "不是普通文件" } == true)
    }
  }
}
