import Foundation
import GuardedConnections
import Intake
import Ledger
import Pipeline
import Rectification
import TestSupport
import Testing

/// What the channels of the office are told over the weeks, by real servers.
///
/// M1 of the trial is due on 2024-01-10 and never reported on: it climbs the whole ladder.
struct NotificationTests {
  /// The summary cut-offs of four weeks, five minutes later.
  private static let fridays = [
    "2024-01-12 12:05", "2024-01-19 12:05", "2024-01-26 12:05", "2024-02-02 12:05",
  ]

  private func run(
    _ trial: TrialWorkspace, at text: String, isDryRun: Bool = false,
    credentials: [String: String] = [:]
  ) throws -> RunReport {
    let place = Workspace(root: trial.path)
    return try runLocked(
      CampaignSnapshot(code("trial"), in: place), in: place, asOf: moment(text),
      isDryRun: isDryRun, note: "test", credentials: CredentialStore(environment: credentials),
      progress: { _ in })
  }

  private static func mail(_ port: Int, to: String = "[a@office.example]", _ rest: String = "")
    -> String
  {
    "networks: [127.0.0.0/8]\nnotifications:\n  - {channel: post, "
      + "url: \"smtp://127.0.0.1:\(port)\", encryption: none, from: zhouhui@office.example, "
      + "to: \(to), from-level: never\(rest)}\n"
  }

  private func ledger(of trial: TrialWorkspace) throws -> LedgerStore {
    try LedgerStore(path: Workspace(root: trial.path).ledger)
  }

  /// `逾期 | 红 | 督办` of a measure in a message; nil when the message does not speak of it.
  private func line(of measure: String, in message: MailServer.Message) -> String? {
    message.body.components(separatedBy: "\r\n").first { $0.hasPrefix("\(measure) |") }
  }

  @Test func nobodyIsToldAnythingUnlessTheOfficeSaysSo() throws {
    try withTemporaryFolder { folder in
      let trial = try TrialWorkspace(in: folder)
      for friday in Self.fridays {
        let report = try run(trial, at: friday)
        #expect(report.notifications.taken == 0 && !report.editions.isEmpty)
      }
      #expect(try ledger(of: trial).unsentNotifications(in: code("trial")).isEmpty)
    }
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func everyStepIsToldOnce() throws {
    try withTemporaryFolder { folder in
      try MailServer.with(folder: folder) { (server) throws in
        let trial = try TrialWorkspace(
          in: folder.appendingPathComponent("w"),
          sources: Self.mail(server.port, to: "[a@office.example, b@office.example]"))
        #expect(
          try run(trial, at: "2024-01-11 18:05").notifications.taken == 0, "a preview tells nothing"
        )
        #expect(try run(trial, at: Self.fridays[0], isDryRun: true).notifications.taken == 0)
        for friday in Self.fridays {
          #expect(try run(trial, at: friday).notifications.taken == 2, "\(friday)")
          #expect(try run(trial, at: friday).notifications.taken == 0, "\(friday), again")
        }
        let messages = try server.messages()
        #expect(messages.map(\.to).prefix(2) == [["a@office.example"], ["b@office.example"]])
        let first = messages.filter { $0.to == ["a@office.example"] }
        #expect(
          first.map { line(of: "M1", in: $0) } == [
            "M1 | JD01 | 逾期 | 红 | 提醒 | 新增 | —",
            "M1 | JD01 | 逾期 | 红 | 催办 | 升级 | 〔2024〕1号",
            "M1 | JD01 | 逾期 | 红 | 督办 | 升级 | 〔2024〕2号",
            "M1 | JD01 | 逾期 | 红 | 约谈 | 升级 | 〔2024〕3号",
          ])
        #expect(Set(messages.compactMap { $0.header("Message-ID") }).count == messages.count)
      }
    }
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func noTextOfAnybodysIsInAMessage() throws {
    try withTemporaryFolder { folder in
      try MailServer.with(folder: folder) { (server) throws in
        let trial = try TrialWorkspace(
          in: folder.appendingPathComponent("w"),
          sources: Self.mail(server.port, ", editions: true"))
        for (number, friday) in Self.fridays.enumerated() {
          try trial.drop(
            TrialWorkspace.report(
              week: "2024-W0\(number + 2)", measures: ["M1", "M2"], progress: "金丝雀七号线路"),
            from: "JD01", as: "金丝雀-\(number).json")
          _ = try run(trial, at: friday)
        }
        let messages = try server.messages()
        // Four Fridays, and the first week, which the first of them catches up on.
        #expect(messages.count == 5)
        let files = ["campaign.yaml", "units.csv", "register.csv"]
        // Without the headings of the tables, whose words are the program's own.
        let texts = try files.map { name in
          let text = try trial.text("schedules/trial/\(name)")
          return name.hasSuffix(".csv") ? text.drop { $0 != "\n" } : text[...]
        }.joined(separator: ",")
        let words = texts.split { ",\n:：，。 \"{}[]".contains($0) }.map(String.init)
          .filter { word in word.count > 2 && word.unicodeScalars.contains { $0.value > 0x2E80 } }
        #expect(words.contains("示例整改专项") && words.contains("示例街道一"))
        for message in messages {
          for word in words + ["金丝雀"] {
            #expect(!(message.text + message.body).contains(word), "\(word)")
          }
          #expect(message.body.contains("应报单位：3"))
        }
      }
    }
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func aServerThatIsDownIsToldLaterAndHoldsNothingUp() throws {
    try withTemporaryFolder { folder in
      let port = try LoopbackSocket.freePort()
      let trial = try TrialWorkspace(
        in: folder.appendingPathComponent("w"), sources: Self.mail(port))
      let failed = try run(trial, at: "2024-01-12 12:05")
      #expect(failed.editions.contains(where: \.isNew) && !failed.needsAPerson)
      #expect(failed.notifications.failed.map(\.key) == ["trial.2024-W02.issue.post.1"])
      try MailServer.with(folder: folder, port: port) { (server) throws in
        #expect(try run(trial, at: "2024-01-12 12:09").notifications.taken == 0, "not due yet")
        #expect(try run(trial, at: "2024-01-12 12:10").notifications.taken == 1)
        #expect(try server.messages().count == 1)
      }
    }
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func whatIsLongPastIsNotToldAnyMore() throws {
    try withTemporaryFolder { folder in
      let port = try LoopbackSocket.freePort()
      let trial = try TrialWorkspace(
        in: folder.appendingPathComponent("w"), sources: Self.mail(port))
      _ = try run(trial, at: "2024-01-12 12:05")
      try MailServer.with(folder: folder, port: port) { (server) throws in
        _ = try run(trial, at: "2024-01-19 12:06")
        #expect(try server.messages().map { line(of: "M1", in: $0)?.contains("催办") } == [true])
      }
    }
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func aMessageWhoseAnswerWasLostComesTwiceUnderOneName() throws {
    try withTemporaryFolder { folder in
      try MailServer.with(folder: folder, ["--cut", "1"]) { (server) throws in
        let trial = try TrialWorkspace(
          in: folder.appendingPathComponent("w"), sources: Self.mail(server.port))
        #expect(try run(trial, at: "2024-01-12 12:05").notifications.failed.count == 1)
        #expect(try run(trial, at: "2024-01-12 12:15").notifications.taken == 1)
        #expect(try run(trial, at: "2024-01-12 13:15").notifications.taken == 0)
        let texts = try server.messages().map(\.text)
        #expect(texts.count == 2 && texts[0] == texts[1])
      }
    }
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func whoIsTakenOffTheListIsSentNothingThatWaited() throws {
    try withTemporaryFolder { folder in
      let port = try LoopbackSocket.freePort()
      let trial = try TrialWorkspace(
        in: folder.appendingPathComponent("w"),
        sources: Self.mail(port, to: "[gone@office.example, a@office.example]"))
      _ = try run(trial, at: "2024-01-12 12:05")
      let settings = try trial.text("schedules/trial/campaign.yaml")
      try trial.write(
        settings.replacing("gone@office.example, ", with: ""), to: "schedules/trial/campaign.yaml")
      try MailServer.with(folder: folder, port: port) { (server) throws in
        _ = try run(trial, at: "2024-01-12 12:15")
        #expect(try server.messages().map(\.to) == [["a@office.example"]])
      }
    }
  }

  @Test func aWebhookWithoutItsCredentialIsNotAskedAndSaysSo() throws {
    try MisbehavingServer.with({ _, _ in [.answer()] }) { (server) throws in
      try withTemporaryFolder { folder in
        let trial = try TrialWorkspace(
          in: folder,
          sources: "networks: [127.0.0.0/8]\nnotifications:\n  - {channel: hook, "
            + "url: \"https://127.0.0.1:1/\", bearer: hook-token}\n  - {channel: other, "
            + "url: \"\(server.url("/h"))\", units: [JD01]}\n")
        let report = try run(trial, at: "2024-01-12 12:05")
        #expect(report.notifications.taken == 2, "one channel's fault is not another's")
        #expect(
          report.notifications.failed.map(\.reason.zh.description).first?
            .contains("ZHOUHUI_CREDENTIAL_HOOK_TOKEN") == true)
        let waiting = try ledger(of: trial).unsentNotifications(in: code("trial"))
        #expect(waiting.map(\.attempts) == [0, 0] && waiting.allSatisfy { $0.nextAt == $0.madeAt })
        #expect(waiting.allSatisfy { $0.failure.en.contains("ZHOUHUI_CREDENTIAL_HOOK_TOKEN") })
        let request = try #require(server.requests.last)
        #expect(
          request.contains("\"step\":\"remind\",\"subject\":\"M1\"")
            && !request.contains("\"unit\":\"BM01\""))
      }
    }
  }

  @Test(.enabled(if: MailServer.isInstalled, MailServer.absence))
  func aCorrectionOfAnOldWeekTellsNoOldAlerts() throws {
    try withTemporaryFolder { folder in
      try MailServer.with(folder: folder) { (server) throws in
        let trial = try TrialWorkspace(
          in: folder.appendingPathComponent("w"),
          sources: Self.mail(server.port, ", editions: true"))
        for friday in Self.fridays.prefix(2) { _ = try run(trial, at: friday) }
        try trial.drop(
          TrialWorkspace.report(week: "2024-W02"),
          from: "JD01", as: "late.json")
        let report = try run(trial, at: "2024-01-19 16:00")
        #expect(
          report.editions.map { "\($0.week) \($0.edition.en)" } == [
            "2024-W02 correction 1", "2024-W03 correction 1",
          ])
        let told = try server.messages().dropFirst(3)
        #expect(
          told.compactMap { $0.header("Message-ID") } == [
            "<trial.2024-W02.correction-1.post.1@office.example>",
            "<trial.2024-W03.correction-1.post.1@office.example>",
          ])
        // The reminder of the week corrected is of the past: the urging of the week after has been told.
        #expect(told.allSatisfy { line(of: "M1", in: $0) == nil && $0.body.contains("应报单位：3") })
        try trial.write(
          "决定编号,作出时间,决定,措施编号,新时限,理由,依据,作出人\n"
            + "D1,2024-01-25 09:00,延期,M1,2024-03-20,方案调整,,主任\n",
          to: "schedules/trial/decisions.csv")
        _ = try run(trial, at: Self.fridays[2])
        let last = try #require(server.messages().last)
        #expect(line(of: "M1", in: last) == "M1 | JD01 | 逾期 | 红 | 催办 | 解除 | —")
      }
    }
  }
}
