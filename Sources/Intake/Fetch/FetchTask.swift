/// A request on its way: what was tried so far, and what waits were spent on it.
struct FetchTask {
  let request: FetchRequest
  let host: String
  var attempts: [FetchAttempt] = []
  var waited = Duration.zero

  init(_ request: FetchRequest) {
    self.request = request
    host = request.host
  }

  /// Its end when it is not tried again: by its last failure, if it ever was tried.
  var givenUp: FetchResult {
    let failure = attempts.last?.failure ?? .givenUp
    return FetchResult(request: request, outcome: .failed(failure), attempts: attempts)
  }
}
