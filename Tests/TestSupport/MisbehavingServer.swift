import Foundation
import Synchronization
import Testing

/// An HTTP server that answers with whatever bytes a test wants, or does not end its answer.
///
/// A thread a connection, one request a connection; every wait is cut when the server stops.
package final class MisbehavingServer: Sendable {
  private let socket: LoopbackSocket
  private let isStopped = Atomic(false)
  private let seen = Mutex<[String]>([])
  private let sent = Mutex<[Int]>([])
  private let answer: @Sendable (_ request: String, _ number: Int) -> [Step]

  package enum Step: Sendable {
    case send(String)
    case sendBytes([UInt8])
    /// The same again and again until the other side has enough.
    case sendForever([UInt8])
    /// A byte every so often, until the other side has enough.
    case trickle(milliseconds: UInt32)
    /// Nothing, with the connection open.
    case hang
    case wait(milliseconds: UInt32)
    /// A reset instead of an orderly end.
    case reset
  }

  /// Runs `body` against a server, and stops the server afterwards.
  package static func with(
    _ answer: @escaping @Sendable (_ request: String, _ number: Int) -> [Step],
    _ body: (MisbehavingServer) throws -> Void
  ) throws {
    let server = MisbehavingServer(socket: try LoopbackSocket(), answer: answer)
    Thread.detachNewThread { server.accept() }
    defer { server.stop() }
    try body(server)
  }

  private init(
    socket: LoopbackSocket, answer: @escaping @Sendable (String, Int) -> [Step]
  ) {
    self.socket = socket
    self.answer = answer
  }

  package func url(_ path: String = "/report.xml") -> String {
    "http://127.0.0.1:\(socket.port)\(path)"
  }

  /// The requests so far: their heads, and the bodies of those that have one.
  package var requests: [String] { seen.withLock { $0 } }

  /// Bytes written to each connection that has ended.
  package var bytesSent: [Int] { sent.withLock { $0 } }

  private func stop() {
    isStopped.store(true, ordering: .relaxed)
    shutdown(socket.descriptor, Int32(SHUT_RDWR))
    close(socket.descriptor)
  }

  private func accept() {
    while !isStopped.load(ordering: .relaxed) {
      let connection = Glibc.accept(socket.descriptor, nil, nil)
      guard connection >= 0 else { return }
      Thread.detachNewThread { self.serve(connection) }
    }
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    // A client that stops reading must not keep the thread.
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    guard let request = readRequest(connection) else { return }
    let number = seen.withLock {
      $0.append(request)
      return $0.count
    }
    var count = 0
    for step in answer(request, number) { count += perform(step, on: connection) }
    sent.withLock { $0.append(count) }
  }

  private func readRequest(_ connection: Int32) -> String? {
    var head: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while head.count < 1 << 16 {
      let got = recv(connection, &piece, piece.count, 0)
      guard got > 0 else { return nil }
      head += piece.prefix(got)
      let text = String(decoding: head, as: UTF8.self)
      if isWhole(text) { return text }
    }
    return nil
  }

  /// Whether a head has ended, and after it came as many bytes as it announces.
  private func isWhole(_ text: String) -> Bool {
    guard let end = text.range(of: "\r\n\r\n") else { return false }
    let announced = text[..<end.lowerBound].components(separatedBy: "\r\n")
      .first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
    return text[end.upperBound...].utf8.count >= announced ?? 0
  }

  /// The bytes written.
  private func perform(_ step: Step, on connection: Int32) -> Int {
    switch step {
    case .send(let text): return max(0, write(Array(text.utf8), to: connection))
    case .sendBytes(let bytes): return max(0, write(bytes, to: connection))
    case .sendForever(let bytes): return repeating(bytes, every: 0, on: connection)
    case .trickle(let pause): return repeating([UInt8(ascii: "x")], every: pause, on: connection)
    case .wait(let pause): usleep(pause * 1_000)
    case .hang:
      var byte: UInt8 = 0
      while !isStopped.load(ordering: .relaxed), recv(connection, &byte, 1, 0) > 0 {}
    case .reset:
      var now = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        connection, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }
    return 0
  }

  private func repeating(_ bytes: [UInt8], every pause: UInt32, on connection: Int32) -> Int {
    var count = 0
    while !isStopped.load(ordering: .relaxed), count < 100 << 20 {
      let written = write(bytes, to: connection)
      guard written > 0 else { break }
      count += written
      usleep(pause * 1_000)
    }
    return count
  }

  private func write(_ bytes: [UInt8], to connection: Int32) -> Int {
    send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }
}

extension MisbehavingServer.Step {
  /// A proper answer.
  package static func answer(_ status: String = "200 OK", _ body: String = "", _ lines: String...)
    -> Self
  {
    let fields = (lines + ["Content-Length: \(body.utf8.count)", "Connection: close"])
      .joined(separator: "\r\n")
    return .send("HTTP/1.1 \(status)\r\n\(fields)\r\n\r\n\(body)")
  }
}
