/// Which request is next: hosts take turns, so that a slow one holds up only its own.
///
/// Times are counted from the start of the fetch. Requests wait here and not in libcurl, where
/// waiting for a connection would use up the time limit of the transfer.
struct FetchQueue {
  private let limits: FetchLimits
  private var hosts: [Host] = []
  private var indices: [String: Int] = [:]
  /// Hosts with a request to begin and a connection to spare, each once.
  private var ready = Fifo<Int>()
  private var delayed = DelayedTasks()
  /// Hosts that did not answer for too long, and still hold tasks.
  private var silent: Set<Int> = []
  private var underWay = 0
  private var waiting = 0

  private struct Host {
    var pending = Fifo<FetchTask>()
    var underWay = 0
    /// Attempts in a row without any answer.
    var silent = 0
    var isReady = false
  }

  init(_ requests: some Sequence<FetchRequest>, limits: FetchLimits) {
    self.limits = limits
    for request in requests { add(request) }
  }

  mutating func add(_ request: FetchRequest) { enqueue(FetchTask(request)) }

  var isEmpty: Bool { waiting == 0 && delayed.isEmpty && underWay == 0 }

  /// When the next delayed task is due.
  var nextDue: Duration? { delayed.nextDue }

  /// The next task to begin; nil while none may.
  mutating func next(at now: Duration) -> FetchTask? {
    while let task = delayed.popDue(at: now) { enqueue(task) }
    guard underWay < limits.connections else { return nil }
    while let host = ready.popFirst() {
      hosts[host].isReady = false
      // Empty when its tasks were abandoned since it was marked.
      guard let task = hosts[host].pending.popFirst() else { continue }
      hosts[host].underWay += 1
      underWay += 1
      waiting -= 1
      markReady(host)
      return task
    }
    return nil
  }

  /// An attempt ended; `answered` unless nothing at all came from the host.
  mutating func ended(_ task: FetchTask, answered: Bool) {
    let host = index(of: task.host)
    underWay -= 1
    hosts[host].underWay -= 1
    let failures = answered ? 0 : hosts[host].silent + 1
    hosts[host].silent = failures
    if failures >= limits.hostFailures {
      silent.insert(host)
    } else {
      silent.remove(host)
    }
    markReady(host)
  }

  mutating func retry(_ task: FetchTask, at due: Duration) {
    delayed.add(task, due: due)
  }

  /// Takes out everything that is not to be begun any more.
  ///
  /// A host that never answers would otherwise cost its time limit for each of its requests, and a
  /// run just before the meeting would not end.
  mutating func abandoned(at now: Duration) -> [FetchTask] {
    let isOver = now >= limits.run
    guard isOver || !silent.isEmpty else { return [] }
    var tasks: [FetchTask] = []
    for host in isOver ? Array(hosts.indices) : silent.sorted() {
      while let task = hosts[host].pending.popFirst() { tasks.append(task) }
    }
    waiting -= tasks.count
    let isAbandoned = { [indices, silent] (name: String) in
      isOver || indices[name].map(silent.contains) == true
    }
    // What is still under way names its host again when it ends without an answer.
    defer { silent = [] }
    return tasks + delayed.remove(where: isAbandoned)
  }

  private mutating func enqueue(_ task: FetchTask) {
    let host = index(of: task.host)
    hosts[host].pending.append(task)
    waiting += 1
    markReady(host)
  }

  private mutating func index(of name: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = hosts.count
    hosts.append(Host())
    return hosts.count - 1
  }

  private mutating func markReady(_ host: Int) {
    guard !hosts[host].isReady, !hosts[host].pending.isEmpty,
      hosts[host].underWay < limits.connectionsPerHost
    else { return }
    hosts[host].isReady = true
    ready.append(host)
  }
}
