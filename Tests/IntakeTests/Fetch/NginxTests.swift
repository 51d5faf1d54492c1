import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

@Suite(.enabled(if: Nginx.isInstalled, Nginx.absence))
struct NginxTests {
  @Test func takesAReportThenHearsThatNothingChanged() throws {
    try withTemporaryFolder { folder in
      try Nginx.with(folder: folder) { server in
        try server.put("<weeklyReport/>", as: "BM01.xml")
        let first = try FetchSample().fetch(server.url("/BM01.xml"))
        guard case .body(let answer) = first.outcome else {
          Issue.record("\(first.attempts)")
          return
        }
        let validators = answer.validators
        #expect(answer.bytes == Array("<weeklyReport/>".utf8))
        #expect(validators?.etag != nil && validators?.lastModified != nil)
        let again = try FetchSample().fetch(server.url("/BM01.xml"), validators: validators)
        #expect(again.outcome == .notModified)
        try server.put("<weeklyReport>2</weeklyReport>", as: "BM01.xml")
        let changed = try FetchSample().fetch(server.url("/BM01.xml"), validators: validators)
        #expect(changed.bodyText == "<weeklyReport>2</weeklyReport>")
      }
    }
  }

  @Test func refusesWhatIsNoReport() throws {
    try withTemporaryFolder { folder in
      try Nginx.with(folder: folder) { server in
        try server.put(String(repeating: "x", count: 100_001), as: "big.xml")
        let expected: [(String, FetchFailure)] = [
          ("/none.xml", .httpStatus(404)), ("/moved", .redirect), ("/busy", .httpStatus(503)),
          ("/big.xml", .tooLarge),
        ]
        for (path, failure) in expected {
          let result = try FetchSample().fetch(server.url(path))
          #expect(result.outcome == .failed(failure))
          #expect(result.attempts.count == 1)
        }
      }
    }
  }

  @Test func unpacksWhatIsSentPacked() throws {
    try withTemporaryFolder { folder in
      try Nginx.with(folder: folder) { server in
        let text = "<weeklyReport>" + String(repeating: "很长的正文 ", count: 500) + "</weeklyReport>"
        try server.put(text, as: "a.xml")
        let result = try FetchSample().fetch(server.url("/packed/a.xml"))
        #expect(result.bodyText == text)
      }
    }
  }

  @Test func takesAThousandReportsOverFewConnections() throws {
    try withTemporaryFolder { folder in
      try Nginx.with(folder: folder) { server in
        try server.put("<weeklyReport/>", as: "a.xml")
        let requests = try (0..<1_000).map {
          try FetchSample().request(server.url("/a.xml?\($0)"), unit: "U\($0)")
        }
        let results = try FetchSample().fetch(requests)
        #expect(results.count == 1_000)
        #expect(results.allSatisfy { $0.bodyText == "<weeklyReport/>" })
        #expect(Set(results.map(\.request.unit?.text)).count == 1_000)
      }
    }
  }

  @Test func oneDeadHostHoldsUpNoOther() throws {
    try withTemporaryFolder { folder in
      try Nginx.with(folder: folder) { server in
        try server.put("<weeklyReport/>", as: "a.xml")
        let dead = "http://127.0.0.1:\(try LoopbackSocket.freePort())"
        let requests = try (0..<200).flatMap {
          [
            try FetchSample().request("\(dead)/\($0)"),
            try FetchSample().request(server.url("/a.xml?\($0)")),
          ]
        }
        let results = try FetchSample().fetch(requests)
        #expect(results.count == 400)
        #expect(results.count { $0.bodyText == "<weeklyReport/>" } == 200)
        // After a dozen refusals the rest is not even tried.
        #expect(results.count { $0.outcome == .failed(.givenUp) } >= 180)
      }
    }
  }
}
