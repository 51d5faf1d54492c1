/// Tasks that wait for another attempt: a binary heap, the next one due first.
struct DelayedTasks {
  private var heap: [Entry] = []
  private var added = 0

  private struct Entry {
    let due: Duration
    /// Tasks due at once go in the order they were added.
    let order: Int
    let task: FetchTask

    func isBefore(_ other: Entry) -> Bool { (due, order) < (other.due, other.order) }
  }

  var isEmpty: Bool { heap.isEmpty }
  var nextDue: Duration? { heap.first?.due }

  mutating func add(_ task: FetchTask, due: Duration) {
    heap.append(Entry(due: due, order: added, task: task))
    added += 1
    var child = heap.count - 1
    while child > 0, heap[child].isBefore(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// The next task that is due; nil while none is.
  mutating func popDue(at now: Duration) -> FetchTask? {
    guard let first = heap.first, first.due <= now else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return first.task
  }

  /// Takes out every task to some hosts, in the order they are due.
  mutating func remove(where isWanted: (String) -> Bool) -> [FetchTask] {
    let sorted = heap.sorted { $0.isBefore($1) }
    // A sorted array is a heap.
    heap = sorted.filter { !isWanted($0.task.host) }
    return sorted.filter { isWanted($0.task.host) }.map(\.task)
  }

  private mutating func sink() {
    var parent = 0
    while let child = [2 * parent + 1, 2 * parent + 2].filter({ $0 < heap.count })
      .min(by: { heap[$0].isBefore(heap[$1]) }), heap[child].isBefore(heap[parent])
    {
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
