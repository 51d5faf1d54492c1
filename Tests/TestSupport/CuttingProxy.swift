import Foundation
import Synchronization
import Testing

/// Passes TCP connections on to a port, and cuts each after so many bytes of the answer.
package final class CuttingProxy: Sendable {
  private let socket: LoopbackSocket
  private let target: Int
  private let limit: Int
  private let isStopped = Atomic(false)

  package var port: Int { socket.port }

  /// Runs `body` against a proxy, and stops it afterwards.
  package static func with(
    to target: Int, cutAfter limit: Int, _ body: (CuttingProxy) throws -> Void
  ) throws {
    let proxy = CuttingProxy(socket: try LoopbackSocket(), target: target, limit: limit)
    Thread.detachNewThread { proxy.accept() }
    defer { proxy.stop() }
    try body(proxy)
  }

  private init(socket: LoopbackSocket, target: Int, limit: Int) {
    (self.socket, self.target, self.limit) = (socket, target, limit)
  }

  private func stop() {
    isStopped.store(true, ordering: .relaxed)
    shutdown(socket.descriptor, Int32(SHUT_RDWR))
    close(socket.descriptor)
  }

  private func accept() {
    while !isStopped.load(ordering: .relaxed) {
      let near = Glibc.accept(socket.descriptor, nil, nil)
      guard near >= 0 else { return }
      Thread.detachNewThread { self.serve(near) }
    }
  }

  private func serve(_ near: Int32) {
    defer { close(near) }
    guard let far = LoopbackSocket.connection(to: target) else { return }
    defer { close(far) }
    for descriptor in [near, far] { LoopbackSocket.limitWaits(of: descriptor) }
    Thread.detachNewThread { self.pass(from: near, to: far, upTo: .max) }
    pass(from: far, to: near, upTo: limit)
    // Both ends at once: what was announced never comes.
    for descriptor in [near, far] { shutdown(descriptor, Int32(SHUT_RDWR)) }
  }

  private func pass(from source: Int32, to target: Int32, upTo limit: Int) {
    var left = limit
    var piece = [UInt8](repeating: 0, count: 4_096)
    while left > 0 {
      let got = recv(source, &piece, min(piece.count, left), 0)
      guard got > 0, send(target, piece, got, Int32(MSG_NOSIGNAL)) == got else { return }
      left -= got
    }
  }
}
