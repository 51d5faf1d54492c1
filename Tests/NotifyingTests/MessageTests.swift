import Foundation
import Notifying
import Rectification
import TestSupport
import Testing

/// What is sent, byte for byte: codes and counts.
struct MessageTests {
  private func message(_ notification: EditionNotification) -> String {
    String(
      decoding: mailMessage(
        notification, key: "\(notification.key).1", from: "zhouhui@office.example",
        to: "clerk@office.example", at: moment("2024-01-19 12:05"), in: .beijing), as: UTF8.self)
  }

  @Test func theMailIsAsRecorded() throws {
    let text = message(sampleNotification())
    let parts = text.components(separatedBy: "\r\n\r\n")
    let body = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
    try expectGolden(
      parts[0].replacing("\r\n", with: "\n") + "\n\n"
        + String(decoding: body, as: UTF8.self)
        .replacing("\r\n", with: "\n"), named: "notification.txt")
  }

  @Test func theWebhookIsAsRecorded() throws {
    let bytes = try webhookBody(sampleNotification(), key: "k")
    try expectGolden(String(decoding: bytes, as: UTF8.self) + "\n", named: "notification.json")
  }

  @Test func everyLineIsAsciiAndShortEnoughForMail() {
    let lines = message(sampleNotification(500)).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { 0x20...0x7E ~= $0 } })
  }

  @Test func aLongListIsCutAndTheRestCounted() throws {
    let notification = sampleNotification(300)
    let text = String(decoding: try webhookBody(notification, key: "k"), as: UTF8.self)
    #expect(text.contains("\"more\":102"))
    let body = message(notification).components(separatedBy: "\r\n\r\n")[1]
    let plain = try #require(Data(base64Encoded: body, options: .ignoreUnknownCharacters))
    #expect(String(decoding: plain, as: UTF8.self).contains("另有 102 条"))
  }

  /// Python's own reader of mail, which knows RFC 2047 and finds every defect.
  @Test func pythonReadsTheMailAsItIsMeant() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("m.eml")
      try Data(message(sampleNotification()).utf8).write(to: file)
      let program = """
        import email, email.policy, sys
        m = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.SMTP)
        print(m["Subject"]); print(m["Date"].datetime.isoformat()); print(m["Message-ID"])
        print(m.get_content().splitlines()[0]); print(m.defects)
        """
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = ["-c", program, file.path]
      process.environment = ["PYTHONIOENCODING": "utf-8"]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(
        text.split(separator: "\n") == [
          "周汇 jingan-2023 2024-W03 正式：预警升级 1，解除 1", "2024-01-19T12:05:00+08:00",
          "<jingan-2023.2024-W03.issue.office.1@office.example>",
          "周汇 jingan-2023 2024-W03 正式：预警升级 1，解除 1", "[]",
        ])
    }
  }
}
