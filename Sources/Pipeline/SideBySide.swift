import Dispatch
import Synchronization

/// Does pieces of work that know nothing of one another, on the cores there are; the results in their order.
///
/// - Throws: the first failure, by the order of the pieces.
func sideBySide<Value: Sendable>(_ pieces: [@Sendable () throws -> Value]) throws -> [Value] {
  let done = Mutex<[Int: Result<Value, any Error>]>([:])
  DispatchQueue.concurrentPerform(iterations: pieces.count) { number in
    let result = Result { try pieces[number]() }
    done.withLock { $0[number] = result }
  }
  return try done.withLock { try $0.sorted { $0.key < $1.key }.map { try $0.value.get() } }
}
