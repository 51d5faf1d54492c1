/// A request on its way: where it is now, what was tried so far, and what waits were spent on it.
struct FetchTask {
  let request: FetchRequest
  /// The request's own URL, or where redirects have led.
  private(set) var url: String
  private(set) var place: URLParts?
  var attempts: [FetchAttempt] = []
  var waited = Duration.zero
  private var visited: Set<String>

  /// Redirects in a row.
  static let redirectLimit = 5

  init(_ request: FetchRequest) {
    self.request = request
    url = request.url
    place = URLParts(request.url)
    visited = [request.url]
  }

  /// Transfers to one of these share the limit for a host.
  var host: String { place.map { "\($0.host):\($0.port)" } ?? url }

  /// Whether the source's secrets may be shown here: at the very place that the campaign names.
  var isAtHome: Bool {
    guard let place, let home = URLParts(request.start) else { return false }
    return place.isSameOrigin(as: home)
  }

  /// The task at the place a redirect names; nil where it may not go, or has been.
  func redirected(to reference: String?) -> FetchTask? {
    guard visited.count <= Self.redirectLimit,
      let target = reference.flatMap({ URLParts.resolve($0, against: url) }),
      let from = URLParts(request.start), let to = URLParts(target),
      request.source.mayLead(from: from, to: to)
    else { return nil }
    var moved = self
    guard moved.visited.insert(target).inserted else { return nil }
    moved.url = target
    moved.place = to
    return moved
  }

  /// Its end when it is not tried again: by its last failure, if it ever was tried.
  ///
  /// One that was not leaves an attempt as well, or its unit would look as if it had not reported.
  var givenUp: FetchResult {
    let failure = attempts.last?.failure ?? .givenUp
    let untried = FetchAttempt(
      failure: failure, httpStatus: 0, curlCode: 0, message: "not tried: the host does not answer")
    return FetchResult(
      request: request, outcome: .failed(failure), attempts: attempts.isEmpty ? [untried] : attempts
    )
  }
}
