import Rectification

/// How much a fetch may take, and how long.
package struct FetchLimits: Hashable, Sendable {
  /// Bytes of one report, and of one answer with many; counted as they arrive, and once unpacked.
  package var reportBytes: Int
  package var bundleBytes: Int
  /// Private networks that may be reached.
  package var networks: [AddressRange]
  /// Transfers at once, in all and to one host.
  package var connections: Int
  package var connectionsPerHost: Int
  /// For one attempt, from connecting to the last byte.
  package var transfer: Duration
  package var connect: Duration
  /// An attempt slower than this many bytes a second, for this long, is ended.
  package var slowBytesPerSecond = 32
  package var slowFor: Duration
  /// Bytes of all header lines of one answer.
  package var headBytes = 64 * 1024
  /// After this long nothing new is begun; what is under way still ends by its own limit.
  package var run: Duration
  /// Attempts in a row without any answer from a host after which it is given up for the run.
  package var hostFailures = 12

  package init(_ limits: Limits, networks: [AddressRange] = []) {
    reportBytes = limits.reportBytes
    bundleBytes = limits.bundleBytes
    self.networks = networks
    connections = max(1, limits.connections)
    connectionsPerHost = max(1, limits.connectionsPerHost)
    transfer = .seconds(limits.transferSeconds)
    connect = .seconds(min(limits.connectSeconds, limits.transferSeconds))
    slowFor = .seconds(limits.idleSeconds)
    run = .seconds(limits.fetchSeconds)
  }

  /// Bytes of one body; a signature is a few lines.
  func bytes(of subject: FetchRequest.Subject) -> Int {
    switch subject {
    case .report: reportBytes
    case .bundle: bundleBytes
    case .signature: SignatureLines.sizeLimit
    }
  }
}
