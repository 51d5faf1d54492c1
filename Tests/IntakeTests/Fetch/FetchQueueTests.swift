import Rectification
import Testing

@testable import Intake

struct FetchQueueTests {
  private func queue(
    _ urls: [String], connections: Int = 16, perHost: Int = 2, hostFailures: Int = 3
  ) throws -> FetchQueue {
    var limits = FetchLimits(Limits())
    limits.connections = connections
    limits.connectionsPerHost = perHost
    limits.hostFailures = hostFailures
    return FetchQueue(try urls.map { try FetchSample().request($0) }, limits: limits)
  }

  private func takeAll(_ queue: inout FetchQueue, at now: Duration = .zero) -> [FetchTask] {
    var tasks: [FetchTask] = []
    while let task = queue.next(at: now) { tasks.append(task) }
    return tasks
  }

  @Test func hostsTakeTurnsAndNoneHasMoreThanItsShare() throws {
    var queue = try queue(["http://a/1", "http://a/2", "http://A/3", "http://b/1"])
    let first = takeAll(&queue)
    #expect(first.map(\.request.url) == ["http://a/1", "http://b/1", "http://a/2"])
    queue.ended(first[0], answered: true)
    #expect(takeAll(&queue).map(\.request.url) == ["http://A/3"])
  }

  @Test func noMoreThanTheConnectionsInAll() throws {
    var queue = try queue((0..<9).map { "http://h\($0)/" }, connections: 4)
    #expect(takeAll(&queue).count == 4)
  }

  @Test func aRetryWaitsUntilItIsDue() throws {
    var queue = try queue(["http://a/1"])
    let next = queue.next(at: .zero)
    let task = try #require(next)
    queue.ended(task, answered: true)
    queue.retry(task, at: .seconds(2))
    #expect(!queue.isEmpty && queue.nextDue == .seconds(2))
    #expect(takeAll(&queue, at: .seconds(1)).isEmpty)
    #expect(takeAll(&queue, at: .seconds(2)).count == 1)
  }

  @Test func aSilentHostIsGivenUpAndTheOthersAreNot() throws {
    var queue = try queue((0..<9).map { "http://a/\($0)" } + ["http://b/"], perHost: 3)
    let tasks = takeAll(&queue)
    for task in tasks where task.host == "a:80" { queue.ended(task, answered: false) }
    queue.retry(tasks[0], at: .seconds(1))
    let abandoned = queue.abandoned(at: .zero)
    #expect(abandoned.count == 7)
    let again = queue.abandoned(at: .zero)
    #expect(again.isEmpty)
    #expect(takeAll(&queue, at: .seconds(1)).isEmpty)
    for task in tasks where task.host == "b:80" { queue.ended(task, answered: true) }
    #expect(queue.isEmpty)
  }

  @Test func anAnswerForgivesTheSilence() throws {
    var queue = try queue((0..<9).map { "http://a/\($0)" }, perHost: 3)
    for answered in [false, false, true, false, false] {
      let next = queue.next(at: .zero)
      let task = try #require(next)
      queue.ended(task, answered: answered)
    }
    let abandoned = queue.abandoned(at: .zero)
    #expect(abandoned.isEmpty)
  }

  @Test func nothingIsBegunAfterTheTimeOfTheRun() throws {
    var queue = try queue(["http://a/1", "http://b/1"])
    let abandoned = queue.abandoned(at: .seconds(900))
    #expect(abandoned.map(\.givenUp.outcome) == [.failed(.givenUp), .failed(.givenUp)])
    #expect(abandoned.map { $0.givenUp.attempts.map(\.failure) } == [[.givenUp], [.givenUp]])
    #expect(queue.isEmpty)
  }

  @Test func delayedTasksComeInTheOrderTheyAreDue() throws {
    var delayed = DelayedTasks()
    let dues = [5, 3, 9, 3, 1, 7, 2, 8]
    for (index, due) in dues.enumerated() {
      let task = FetchTask(try FetchSample().request("http://a/\(index)"))
      delayed.add(task, due: .seconds(due))
    }
    var order: [String] = []
    while let task = delayed.popDue(at: .seconds(8)) { order.append(task.request.url) }
    #expect(order == [4, 6, 1, 3, 0, 5, 7].map { "http://a/\($0)" })
    #expect(delayed.nextDue == .seconds(9))
  }
}
