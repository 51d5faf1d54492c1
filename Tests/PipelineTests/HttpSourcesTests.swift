import Files
import Foundation
import GuardedConnections
import Intake
import Pipeline
import Rectification
import TestSupport
import Testing

/// Sources as they are out there: many reports at one URL, pages, signatures, faults.
struct HttpSourcesTests {
  private struct Drive {
    let trial: TrialWorkspace

    func run(
      at text: String = "2024-01-11 12:05", credentials: [String: String] = [:]
    ) throws -> RunReport {
      let campaign = try CampaignSnapshot(code("trial"), in: Workspace(root: trial.path))
      return try runLocked(
        campaign, in: Workspace(root: trial.path), asOf: moment(text), isDryRun: false,
        note: "test", credentials: CredentialStore(environment: credentials), progress: { _ in })
    }

    func states(at text: String = "2024-01-11 12:05") throws -> [UnitWeek] {
      let campaign = try CampaignFolder.load(code("trial"), in: trial.folder)
      return try weekSummary(
        campaign, week: nil, in: Workspace(root: trial.path), asOf: moment(text)
      ).reporting
    }

    func outbox() throws -> String {
      try trial.files(below: "outbox").map { try trial.text("outbox/\($0)") }.joined()
    }
  }

  private static func source(_ url: String, _ rest: String) -> String {
    "networks: [127.0.0.0/8]\nsources:\n  - {source: web, url: \"\(url)\", \(rest)}\n"
  }

  private static func text(_ unit: String, _ measures: [String], percent: Int = 50) -> String {
    String(
      decoding: TrialWorkspace.report(unit: unit, percent: percent, measures: measures),
      as: UTF8.self)
  }

  private func withDrive(
    _ answers: @escaping @Sendable (_ request: String, _ number: Int) -> [MisbehavingServer.Step],
    path: String, _ rest: String, _ body: (Drive, MisbehavingServer) throws -> Void
  ) throws {
    try MisbehavingServer.with(answers) { server in
      try withTemporaryFolder { folder in
        let trial = try TrialWorkspace(in: folder, sources: Self.source(server.url(path), rest))
        try body(Drive(trial: trial), server)
      }
    }
  }

  /// What stamps its answer says nothing new by it; what says something new is another report.
  @Test func aStampIsNoNewReport() throws {
    try withDrive(
      { _, number in
        let sent = Self.text("JD01", ["M1", "M2"], percent: number < 4 ? 50 : 60).replacing(
          "T10:00:00", with: "T1\(number % 10):00:00")
        return [.answer("200 OK", sent + String(repeating: "\n", count: number))]
      }, path: "/{unit}", "units: [JD01]"
    ) { drive, server in
      for hour in 10...12 { _ = try drive.run(at: "2024-01-11 \(hour):05") }
      #expect(try drive.states(at: "2024-01-11 12:06")[0].received == 1)
      _ = try drive.run(at: "2024-01-11 13:05")
      #expect(try drive.states(at: "2024-01-11 13:06")[0].received == 2)
      #expect(server.requests.count == 4)
    }
  }

  /// An error page is nothing the unit has sent: it is asked again, and is not told to mend anything.
  @Test(arguments: ["", "{\"code\":500}", "<html>维护中</html>", "<error/>", "busy"])
  func anErrorPageIsAFailedFetch(_ body: String) throws {
    try withDrive({ _, _ in [.answer("200 OK", body)] }, path: "/{unit}", "units: [JD01]") {
      drive, _ in
      let report = try drive.run()
      #expect(report.fetched == 0 && report.failedFetches.map(\.unit) == [code("JD01")])
      #expect(try drive.states()[0].state == .fetchFailed)
    }
  }

  @Test func oneFaultyPartSpoilsNoOther() throws {
    let parts = [
      Self.text("JD01", ["M1", "M2"]), "{\"unit\": \"JD02\", \"week\": 5}",
      Self.text("BM01", ["M4"]),
      "{\"broken\" 金丝雀}", Self.text("XX99", []),
    ]
    try withDrive(
      { _, _ in [.answer("200 OK", "[\(parts.joined(separator: ","))]", "ETag: \"1\"")] },
      path: "/all",
      "units: [JD01, JD02], answer: bundle"
    ) { drive, server in
      let report = try drive.run()
      #expect(report.fetched == 5)
      // BM01 is not the source's; what cannot be read and what is unknown is nobody's.
      #expect(report.verdicts == [.acceptedWithWarnings: 1, .rejected: 1, .quarantined: 3])
      #expect(try drive.states().map(\.state) == [.onTime, .rejected, .missing])
      let outbox = try drive.outbox()
      #expect(outbox.contains("unknown-sender") && !outbox.contains("金丝雀"))
      // The same again: nothing is recorded twice, and what was rejected is asked for whole.
      let again = try drive.run(at: "2024-01-11 13:05")
      #expect(again.verdicts.isEmpty)
      #expect(server.requests.count == 2 && !server.requests[1].contains("If-None-Match"))
      let nextDay = try drive.run(at: "2024-01-12 13:05")
      #expect(nextDay.verdicts == [.rejected: 1])
    }
  }

  @Test func pagesAreOneList() throws {
    let (first, second) = (Self.text("JD01", ["M1", "M2"]), Self.text("JD02", ["M1", "M3"]))
    try withDrive(
      { request, _ in
        request.contains("page=2")
          ? [.answer("200 OK", "[\(second)]")]
          : [.answer("200 OK", "{\"reports\":[\(first)],\"next\":\"?page=2\"}", "ETag: \"1\"")]
      }, path: "/all", "units: all, answer: bundle"
    ) { drive, server in
      #expect(try drive.run().verdicts.filter { $0.key.isAccepted }.values.reduce(0, +) == 2)
      #expect(try drive.states().map(\.state) == [.onTime, .onTime, .missing])
      _ = try drive.run(at: "2024-01-11 13:05")
      #expect(
        server.requests.count == 4, "a first page that is the same says nothing of the second")
    }
  }

  @Test func aPageElsewhereIsAFailedFetchAndWhatCameIsKept() throws {
    let first = Self.text("JD01", ["M1", "M2"])
    try withDrive(
      { _, _ in
        [.answer("200 OK", "{\"reports\":[\(first)],\"next\":\"https://elsewhere.invalid/\"}")]
      }, path: "/all", "units: all, answer: bundle"
    ) { drive, _ in
      _ = try drive.run()
      #expect(try drive.states().map(\.state) == [.onTime, .fetchFailed, .fetchFailed])
    }
  }

  @Test func aBundleThatCannotBeTakenApartIsArchivedAndAFailedFetch() throws {
    let body = "<weeklyReports>金丝雀</weeklyReports>"
    try withDrive(
      { _, _ in [.answer("200 OK", body)] }, path: "/all", "units: all, answer: bundle"
    ) { drive, _ in
      let report = try drive.run()
      #expect(report.failedFetches.map(\.unit) == [code("BM01"), code("JD01"), code("JD02")])
      let states = try drive.states()
      #expect(states.map(\.state) == [.fetchFailed, .fetchFailed, .fetchFailed])
      #expect(
        states.map { $0.failure?.attempts.map(\.kind) } == [["bundle"], ["bundle"], ["bundle"]])
      let digest = try Digesting.digest(of: Array(body.utf8)).hex
      #expect(drive.trial.files(below: "ledger/archive") == ["\(digest.prefix(2))/\(digest)"])
      #expect(!(try drive.outbox().contains("金丝雀")))
    }
  }

  @Test(.enabled(if: SigningProgram.areInstalled, "apt-get install openssh-client minisign"))
  func aSignatureIsFetchedFromBesideTheReport() throws {
    try withTemporaryFolder { keys in
      let key = try SigningProgram(.ssh, named: "jd01", in: keys)
      let report = Self.text("JD01", ["M1", "M2"])
      let signature = try key.sign(Data(report.utf8))
      try withDrive(
        { request, number in
          guard request.contains(".sig ") else { return [.answer("200 OK", report, "ETag: \"1\"")] }
          if number <= 4 { return [.answer("500 X")] }
          return [
            .sendBytes(Array("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".utf8) + signature)
          ]
        }, path: "/{unit}.json", "units: [JD01]"
      ) { drive, server in
        try drive.trial.write(
          "单位代码,单位名称,公钥\nJD01,示例街道一,\(try key.publicKey())\nJD02,示例街道二,\nBM01,区建设部门（示例）,\n",
          to: "schedules/trial/units.csv")
        let failed = try drive.run()
        #expect(failed.verdicts.isEmpty && failed.failedFetches.map(\.unit) == [code("JD01")])
        let taken = try drive.run(at: "2024-01-11 12:35")
        #expect(taken.verdicts == [.acceptedWithWarnings: 1])
        #expect(server.requests.allSatisfy { !$0.contains("If-None-Match") })
        _ = try drive.run(at: "2024-01-11 13:05")
        #expect(server.requests[6].contains("If-None-Match: \"1\""))
      }
    }
  }

  @Test(.enabled(if: SigningProgram.areInstalled, "apt-get install openssh-client minisign"))
  func withoutASignatureTheUnitIsTold() throws {
    try withTemporaryFolder { keys in
      let key = try SigningProgram(.minisign, named: "jd01", in: keys)
      let report = Self.text("JD01", ["M1", "M2"])
      try withDrive(
        { request, _ in
          request.contains(".minisig ") ? [.answer("404 X")] : [.answer("200 OK", report)]
        }, path: "/{unit}.json", "units: [JD01]"
      ) { drive, _ in
        try drive.trial.write(
          "单位代码,单位名称,公钥\nJD01,示例街道一,\(try key.publicKey())\nJD02,示例街道二,\nBM01,区建设部门（示例）,\n",
          to: "schedules/trial/units.csv")
        #expect(try drive.run().verdicts == [.rejected: 1])
        #expect(try drive.outbox().contains("signature-missing"))
      }
    }
  }

  @Test func aSourceWithoutItsCredentialIsNotAskedAndHoldsUpNoOther() throws {
    let report = Self.text("JD02", ["M1", "M3"])
    try withDrive(
      { _, _ in [.answer("200 OK", report)] }, path: "/{unit}.json", "units: [JD02]"
    ) { drive, server in
      let settings = try drive.trial.text("schedules/trial/campaign.yaml")
      let other =
        "  - {source: safe, url: \"https://127.0.0.1:1/x\", units: [JD01], bearer: token}\n"
      try drive.trial.write(settings + other, to: "schedules/trial/campaign.yaml")
      let run = try drive.run()
      #expect(run.verdicts == [.accepted: 1])
      #expect(run.failedFetches.first?.reason.contains("ZHOUHUI_CREDENTIAL_TOKEN") == true)
      #expect(try drive.states()[0].failure?.attempts.map(\.kind) == ["credential"])
    }
  }

  /// A server that wants a client certificate and a password, and nobody who learns either.
  @Test(.enabled(if: Nginx.isInstalled, Nginx.absence))
  func everySecretReachesTheServerAndNobodyElse() throws {
    try withTemporaryFolder { folder in
      let tls = folder.appendingPathComponent("nginx")
      try FileManager.default.createDirectory(at: tls, withIntermediateDirectories: true)
      try Self.makeCertificates(in: tls)
      try Data("office:{PLAIN}canary-password\n".utf8)
        .write(to: tls.appendingPathComponent("users"))
      let secure =
        "ssl_client_certificate client.pem; ssl_verify_client on; auth_basic x; auth_basic_user_file users;"
      try Nginx.with(folder: tls, tls: true, secure: secure) { server in
        try server.put(Self.text("JD01", ["M1", "M2"]), as: "JD01.json")
        let drive = Drive(
          trial: try TrialWorkspace(
            in: folder.appendingPathComponent("w"),
            sources: Self.source(
              server.tlsURL("/{unit}.json"),
              "units: [JD01], basic: web-login, authority: office-ca, certificate: web-client")))
        let pem = { try String(contentsOf: tls.appendingPathComponent($0), encoding: .utf8) }
        var secrets = [
          "ZHOUHUI_CREDENTIAL_OFFICE_CA": try pem("server.pem"),
          "ZHOUHUI_CREDENTIAL_WEB_CLIENT": try pem("client.pem") + pem("client.key"),
          "ZHOUHUI_CREDENTIAL_WEB_LOGIN": "office:wrong-canary",
        ]
        _ = try drive.run(credentials: secrets)
        #expect(try drive.states()[0].failure?.attempts.map(\.kind) == ["http-401"])
        secrets["ZHOUHUI_CREDENTIAL_WEB_LOGIN"] = "office:canary-password"
        let run = try drive.run(at: "2024-01-11 12:35", credentials: secrets)
        #expect(run.verdicts == [.acceptedWithWarnings: 1], "\(run.failedFetches)")
        secrets["ZHOUHUI_CREDENTIAL_WEB_CLIENT"] = nil
        let key = try #require(try pem("client.key").split(separator: "\n").dropFirst().first)
        for name in drive.trial.files(below: ".") where !name.hasPrefix("schedules") {
          let bytes = try Data(contentsOf: drive.trial.folder.appendingPathComponent(name))
          for secret in ["canary", String(key), "b2ZmaWNlOmNhbmFyeS"] {
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
          }
        }
      }
    }
  }

  private static func makeCertificates(in folder: URL) throws {
    for (name, subject) in [("server", "localhost"), ("client", "office")] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
      process.currentDirectoryURL = folder
      process.arguments =
        ("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=\(subject) "
        + "-addext subjectAltName=DNS:localhost -days 30 -keyout \(name).key -out \(name).pem")
        .split(separator: " ").map(String.init)
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
  }

}
