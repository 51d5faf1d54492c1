import Rectification

/// How much a fetch may take, and how long.
package struct FetchLimits: Hashable, Sendable {
  /// Bytes of one body, counted as they arrive.
  package var bodyBytes: Int
  /// Transfers at once, in all and to one host.
  package var connections: Int
  package var connectionsPerHost: Int
  /// For one attempt, from connecting to the last byte.
  package var transfer: Duration
  package var connect: Duration
  /// An attempt slower than this many bytes a second, for this long, is ended.
  package var slowBytesPerSecond = 32
  package var slowFor = Duration.seconds(20)
  /// Bytes of all header lines of one answer.
  package var headBytes = 64 * 1024
  /// After this long nothing new is begun; what is under way still ends by its own limit.
  package var run = Duration.seconds(900)
  /// Attempts in a row without any answer from a host after which it is given up for the run.
  package var hostFailures = 12

  package init(_ limits: Limits) {
    bodyBytes = limits.reportBytes
    connections = max(1, limits.connections)
    connectionsPerHost = max(1, limits.connectionsPerHost)
    transfer = .seconds(limits.transferSeconds)
    connect = .seconds(min(10, limits.transferSeconds))
  }
}

/// The certificates of a fetch; where nil, the machine's own store, and no client certificate.
package struct FetchTrust: Hashable, Sendable {
  /// PEM files, by path.
  package var authorities: String?
  package var clientCertificate: String?
  package var clientKey: String?

  package init(
    authorities: String? = nil, clientCertificate: String? = nil, clientKey: String? = nil
  ) {
    self.authorities = authorities
    self.clientCertificate = clientCertificate
    self.clientKey = clientKey
  }
}
