import GuardedConnections
import Rectification

/// What all requests of one source have in common.
package struct FetchSource: Sendable {
  package let code: Code
  package let answer: Source.Answer
  /// Who may be the sender of what comes by it.
  package let units: [Code]
  /// Hosts it may lead on to, besides its own.
  let hosts: Set<String>
  let secrets: AccessSecrets

  package init(_ source: Source, secrets: AccessSecrets = AccessSecrets()) {
    code = source.code
    answer = source.answer
    units = source.units
    hosts = Set(source.hosts)
    self.secrets = secrets
  }

  /// Whether an answer to a request for `start` may lead on to `target`: a redirect, or a next page.
  ///
  /// To the same host, also from http to https; to others only where the campaign names them, and never
  /// from https back to http.
  func mayLead(from start: URLParts, to target: URLParts) -> Bool {
    guard !target.hasCredentials,
      target.scheme == "https" || (target.scheme == "http" && start.scheme == "http")
    else { return false }
    let isOwnHost = target.host == start.host
    if isOwnHost, target.port == start.port { return true }
    if isOwnHost, target.scheme == "https", target.isDefaultPort { return true }
    return hosts.contains("\(target.host):\(target.port)")
      || (target.isDefaultPort && hosts.contains(target.host))
  }
}
