import Foundation
import Intake
import Ledger
import Pipeline
import Rectification
import TestSupport
import Testing

/// What a second submission does to the first, through whatever channel either came.
struct ResubmissionTests {
  private func run(_ trial: TrialWorkspace, at text: String) throws -> WeekSummary {
    let place = Workspace(root: trial.path)
    let campaign = try CampaignSnapshot(code("trial"), in: place)
    _ = try runLocked(
      campaign, in: place, asOf: moment(text), isDryRun: false, note: "test", progress: { _ in })
    return try weekSummary(
      campaign.campaign, week: week("2024-W02"), in: place, asOf: moment(text))
  }

  private func percents(_ summary: WeekSummary) -> [Int] { summary.measures.map(\.state.percent) }

  /// Empty, broken, of the wrong form, of another unit, half of what is owed, a zero report of less.
  private static let worthless: [(name: String, content: Data)] = [
    ("empty.json", Data()),
    ("broken.json", Data("{".utf8)),
    ("form.xml", Data("<weeklyReport xmlns=\"urn:zhouhui:weekly-report:1\"/>".utf8)),
    ("over.json", TrialWorkspace.report(revision: 2, percent: 101)),
    ("other.json", TrialWorkspace.report(unit: "JD02", revision: 2, measures: ["M3"])),
    ("half.json", TrialWorkspace.report(revision: 9, percent: 10, measures: ["M1"])),
    ("none.json", TrialWorkspace.report(revision: 9, measures: [])),
  ]

  @Test(arguments: worthless.indices)
  func whatIsRejectedErasesNothing(_ number: Int) throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      try trial.drop(TrialWorkspace.report(percent: 60), from: "JD01", as: "good.json")
      let before = try run(trial, at: "2024-01-11 10:00")
      let (name, content) = Self.worthless[number]
      try trial.drop(content, from: "JD01", as: name)
      let after = try run(trial, at: "2024-01-11 11:00")
      #expect(after.reporting[0].rejected == 1)
      #expect(after.reporting[0].received == 2)
      #expect(after.reporting[0].state == .onTime)
      #expect(after.reporting[0].effective == before.reporting[0].effective)
      #expect(percents(after) == percents(before) && percents(after) == [60, 60, 0, 0])
    }
  }

  /// The higher revision counts, whichever channel it came by and whichever came first.
  @Test(.enabled(if: Nginx.isInstalled, Nginx.absence), arguments: [(1, 2), (2, 1)])
  func oneUnitThroughTwoChannelsIsOneUnit(_ revisions: (inbox: Int, http: Int)) throws {
    try withTemporaryFolder { folder in
      try Nginx.with(folder: folder.appendingPathComponent("nginx")) { server in
        let served = TrialWorkspace.report(revision: revisions.http, percent: 70)
        try server.put(String(decoding: served, as: UTF8.self), as: "JD01.json")
        let trial = try TrialWorkspace(
          in: folder.appendingPathComponent("trial"),
          sources: """
            networks: [127.0.0.0/8]
            sources:
              - {source: web, url: "\(server.url("/"))JD01.json?{unit}", units: [JD01]}

            """)
        try trial.drop(
          TrialWorkspace.report(revision: revisions.inbox, percent: 40), from: "JD01",
          as: "w02.json")
        let summary = try run(trial, at: "2024-01-11 10:00")
        let one = summary.reporting[0]
        #expect(one.received == 2 && one.rejected == 0 && one.state == .onTime)
        let byHttp = revisions.http > revisions.inbox
        #expect(one.effective?.channel == (byHttp ? .http : .inbox))
        #expect(percents(summary).prefix(2) == (byHttp ? [70, 70] : [40, 40]))
        #expect(try percents(run(trial, at: "2024-01-11 11:00")) == percents(summary))
      }
    }
  }
}
