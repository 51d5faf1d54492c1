import Rectification
import TestSupport
import Testing

@testable import Intake

struct RetryTests {
  @Test func obeysRetryAfterThenTakesTheAnswer() throws {
    try MisbehavingServer.with { _, number in
      number == 1
        ? [.answer("429 Too Many Requests", "", "Retry-After: 1")]
        : [.answer("200 OK", "<weeklyReport>late")]
    } _: { server in
      let time = try ContinuousClock().measure {
        let result = try FetchSample().fetch(server.url())
        #expect(result.bodyText == "<weeklyReport>late" && result.classes == ["http-429", "ok"])
      }
      #expect(time >= .seconds(1) && time < .seconds(3))
    }
  }

  @Test(arguments: ["86400", "Fri, 31 Dec 2199 23:59:59 GMT"])
  func doesNotComeBackEarlierThanAsked(_ wait: String) throws {
    try MisbehavingServer.with { _, _ in
      [.answer("503 Service Unavailable", "", "Retry-After: \(wait)")]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.classes == ["http-503"])
    }
  }

  @Test func threeAttemptsAreAll() throws {
    try MisbehavingServer.with { _, _ in
      [.answer("500 X", "sorry")]
    } _: { server in
      let result = try FetchSample().fetch(server.url())
      #expect(result.outcome == .failed(.httpStatus(500)))
      #expect(result.classes == ["http-500", "http-500", "http-500"])
      #expect(server.requests.count == 3)
    }
  }

  @Test func aRefusedConnectionIsTriedAgain() throws {
    let port = try LoopbackSocket.freePort()
    let result = try FetchSample().fetch("http://127.0.0.1:\(port)/x")
    #expect(result.outcome == .failed(.connect))
    #expect(result.classes == ["connect", "connect", "connect"])
    #expect(result.attempts.allSatisfy { $0.curlCode == 7 && !$0.message.isEmpty })
  }

  @Test func waitsGrowAndAreBounded() {
    var generator = SeededGenerator(seed: 1)
    var policy = RetryPolicy()
    policy.attempts = 100
    func wait(_ attempt: Int, after: Duration? = nil, waited: Duration = .zero) -> Duration? {
      policy.wait(
        after: .connect, attempt: attempt, retryAfter: after, waited: waited, using: &generator)
    }
    for attempt in 1...99 {
      let doubled = min(.milliseconds(500) * (1 << min(attempt - 1, 10)), .seconds(30))
      guard let wait = wait(attempt) else {
        Issue.record("attempt \(attempt) has no next")
        return
      }
      #expect(wait >= doubled * 0.5 && wait <= doubled)
    }
    #expect(wait(100) == nil)
    #expect(wait(1, after: .seconds(30)) == .seconds(30))
    #expect(wait(1, after: .seconds(31)) == nil)
    #expect(wait(1, after: .seconds(10), waited: .seconds(51)) == nil)
  }

  @Test func theSameGeneratorGivesTheSameWaits() {
    var first = SeededGenerator(seed: 7)
    var second = SeededGenerator(seed: 7)
    let policy = RetryPolicy()
    let waits = { (generator: inout SeededGenerator) in
      policy.wait(
        after: .timeout, attempt: 1, retryAfter: nil, waited: .zero, using: &generator)
    }
    #expect(waits(&first) == waits(&second))
  }
}
