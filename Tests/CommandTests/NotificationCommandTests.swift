import Foundation
import TestSupport
import Testing

/// Notifications by the built program: killed while it sends, and asked for by the doctor.
struct NotificationCommandTests {
  private static let friday = "2024-01-12T12:05"

  private func trial(in folder: URL, hook url: String) throws -> TrialWorkspace {
    try TrialWorkspace(
      in: folder,
      sources: "networks: [127.0.0.0/8]\nnotifications:\n  - {channel: hook, url: \"\(url)\", "
        + "from-level: never}\n")
  }

  private func start(_ trial: TrialWorkspace) throws -> Process {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["run", "--workspace", trial.path, "--as-of", Self.friday]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test func aRunKilledWhileItSendsLosesNoMessageAndChangesNone() throws {
    try MisbehavingServer.with({ _, number in number == 1 ? [.hang] : [.answer("204 No Content")] })
    { server in
      try withTemporaryFolder { folder in
        let trial = try trial(in: folder, hook: server.url("/hook"))
        let process = try start(trial)
        while process.isRunning, server.requests.isEmpty { usleep(10_000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && server.requests.count == 1)
        let before = trial.files(below: "outbox")
        for _ in 0..<2 {
          let run = try Program.run("run", "--workspace", trial.path, "--as-of", Self.friday)
          #expect(run.status == 0, "\(run.errors)")
        }
        #expect(server.requests.count == 2 && server.requests[0] == server.requests[1])
        #expect(server.requests[0].contains("Idempotency-Key: trial.2024-W02.issue.hook\r\n"))
        #expect(trial.files(below: "outbox") == before)
      }
    }
  }

  @Test func whatDoesNotGetThroughIsSaidByTheRunAndByTheDoctor() throws {
    try withTemporaryFolder { folder in
      let port = try LoopbackSocket.freePort()
      let trial = try trial(in: folder, hook: "http://127.0.0.1:\(port)/")
      let run = try Program.run("run", "--workspace", trial.path, "--as-of", Self.friday)
      #expect(run.status == 0 && run.output.contains("通知未送达 trial.2024-W02.issue.hook：连不上服务器"))
      let json = try Program.run(
        "run", "--workspace", trial.path, "--as-of", "2024-01-12T12:35", "--json")
      #expect(
        json.output.contains("\"trial.2024-W02.issue.hook\" : \"no connection to the server\""))
      let doctor = try Program.run(
        "doctor", "--workspace", trial.path, "--as-of", "2024-01-12T13:00")
      #expect(doctor.status == 2 && doctor.output.contains("通知：2 处有问题"), "\(doctor.output)")
      #expect(doctor.output.contains("试过 2 次，没有送达：连不上服务器"))
      let late = try Program.run("doctor", "--workspace", trial.path, "--as-of", "2024-01-20T13:00")
      #expect(late.output.contains("不再重试"))
    }
  }
}
