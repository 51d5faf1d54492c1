import Foundation
import Intake
import Pipeline
import Rectification
import TestSupport
import Testing

/// Half of the units publish their reports on a web server; nobody can tell from the figures.
@Suite(.enabled(if: Nginx.isInstalled, Nginx.absence))
struct HttpDriveTests {
  private static let last = "2023-12-22T1205"

  @Test func aWebServerForHalfOfTheUnitsGivesWhatTheInboxGives() throws {
    try withTemporaryFolder { folder in
      let inbox = try SampleDrive(in: folder.appendingPathComponent("inbox"))
      try inbox.runAll(through: Self.last)
      try Nginx.with(folder: folder.appendingPathComponent("nginx")) { server in
        let half = try SampleDrive(in: folder.appendingPathComponent("half"))
        let served = try Self.servedUnits()
        #expect(served.count >= 30)
        let fetched = try run(half, server, served)
        #expect(fetched >= served.count)
        let expected = try inbox.summary(of: "2023-W51", at: Self.last)
        let found = try half.summary(of: "2023-W51", at: Self.last)
        #expect(EditionFacts(found) == EditionFacts(expected))
        #expect(found.alerts == expected.alerts)
        #expect(found.agenda.items.map(\.facts) == expected.agenda.items.map(\.facts))
        #expect(found.outcomes.map(\.total) == expected.outcomes.map(\.total))
      }
    }
  }

  @Test func aServerThatIsDownIsAFailedFetchAndNotAMissingReport() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(
        in: folder,
        sources: """
          networks: [127.0.0.0/8]
          sources:
            - {source: web, url: "http://127.0.0.1:\(try LoopbackSocket.freePort())/{week}/{unit}", units: [JD02]}

          """)
      let snapshot = try CampaignSnapshot(code("trial"), in: Workspace(root: folder.path))
      try trial.drop(TrialWorkspace.report(), from: "JD01", as: "w02.json")
      let asOf = moment("2024-01-12 12:05")
      let report = try runLocked(
        snapshot, in: Workspace(root: folder.path), asOf: asOf, isDryRun: false, note: "test",
        progress: { _ in })
      #expect(report.failedFetches.map(\.unit) == [code("JD02")])
      let summary = try weekSummary(
        snapshot.campaign, week: nil, in: Workspace(root: folder.path), asOf: asOf)
      #expect(summary.reporting.map(\.state) == [.late, .fetchFailed, .missing])
      #expect(
        summary.reporting[1].failure?.attempts.map(\.kind) == ["connect", "connect", "connect"])
    }
  }

  /// After a dozen the run asks a silent host no more; the others are no less unheard for that.
  @Test func everyUnitOfAHostThatIsDownIsAFailedFetch() throws {
    try withTemporaryFolder { folder in
      let drive = try SampleDrive(in: folder)
      let settings = folder.appendingPathComponent("schedules/jingan-2023/campaign.yaml")
      let units = try CampaignFolder.load(SampleDrive.code, in: folder).units.map(\.code)
      let sources = """
        networks: [127.0.0.0/8]
        sources:
          - {source: web, url: "http://127.0.0.1:\(try LoopbackSocket.freePort())/{unit}", units: \(units)}

        """
      let text = try String(contentsOf: settings, encoding: .utf8)
      try (text + sources).write(to: settings, atomically: true, encoding: .utf8)
      let report = try drive.run(at: "2024-01-18T1630")
      #expect(Set(report.failedFetches.map(\.unit)) == Set(units) && units.count > 60)
      let reporting = try drive.summary(of: "2024-W03", at: "2024-01-18T1630").reporting
      #expect(reporting.allSatisfy { $0.state == .fetchFailed || $0.state == .exempt })
    }
  }

  /// The units that send something at the first moment: by then their page must be there.
  private static func servedUnits() throws -> Set<String> {
    Set(try SampleDrive.files(of: "2023-12-20T1130").map(\.unit))
  }

  /// Puts on the server what the served units send, and in the inbox what the others do.
  private func run(_ drive: SampleDrive, _ server: Nginx, _ served: Set<String>) throws -> Int {
    let settings = drive.folder.appendingPathComponent("schedules/jingan-2023/campaign.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    let source = """

      networks: [127.0.0.0/8]
      sources:
        - {source: web, url: "\(server.url("/{week}-{unit}"))", units: [\(served.sorted().joined(separator: ", "))]}

      """
    try (text + source).write(to: settings, atomically: true, encoding: .utf8)
    var fetched = 0
    for moment in try SampleDrive.moments() where moment <= Self.last {
      for (unit, file) in try SampleDrive.files(of: moment) {
        if served.contains(unit) {
          let target = server.folder.appendingPathComponent("www/2023-W51-\(unit)")
          try Data(contentsOf: file).write(to: target)
        } else {
          try drive.drop(file, for: unit)
        }
      }
      fetched += try drive.run(at: moment).fetched
    }
    return fetched
  }
}
