import Files
import GuardedConnections
import Intake
import Ledger
import Rectification

/// Collect over HTTP: asks every source for the reports of one week.
///
/// A failure is kept with its attempts, and stops nobody. What is to be asked with next time is remembered
/// only once the answer is safe.
struct Fetching {
  let collecting: Collecting
  let credentials: CredentialStore
  private var failed: [FailedFetch] = []
  private var fetched = 0
  /// Reports whose signatures are still being asked for, by the URL of the signature.
  private var unsigned: [String: FetchResult] = [:]

  init(_ collecting: Collecting, credentials: CredentialStore) {
    self.collecting = collecting
    self.credentials = credentials
  }

  private var settings: CampaignSettings { collecting.index.campaign.settings }
  private var ledger: LedgerStore { collecting.ledger }

  /// How many reports were fetched, and which units' could not be, in the order of their codes.
  mutating func fetch(
    _ week: Week, _ progress: (RunStage) -> Void
  ) throws -> (fetched: Int, failed: [FailedFetch]) {
    let requests = try requests(for: week)
    // The random part of the waits between attempts; no output depends on it.
    var random = SystemRandomNumberGenerator()
    var done = 0
    let limits = FetchLimits(settings.limits, networks: settings.networks)
    try Fetcher(limits: limits).fetch(requests, using: &random) { result in
      let following = try take(result, week: week)
      done += 1
      progress(.fetching(done: done, of: max(done, requests.count)))
      return following
    }
    return (fetched, failed.sorted { $0.unit < $1.unit })
  }

  /// What to ask; a source whose credentials cannot be used is not asked at all.
  private mutating func requests(for week: Week) throws -> [FetchRequest] {
    // Rejected bytes are asked for again: the server would only say that they are still the same.
    let rejected = try ledger.unitsRejected(in: settings.code)
    var requests: [FetchRequest] = []
    for source in settings.sources {
      let isSettled = rejected.isDisjoint(with: source.units)
      do {
        requests += try source.requests(
          for: week, secrets: try credentials.secrets(for: source.access)
        ) { url in
          guard source.answer == .report || isSettled else { return nil }
          return try ledger.validators(of: url)
        }.map { request in
          var request = request
          if let unit = request.unit, rejected.contains(unit) { request.validators = nil }
          return request
        }
      } catch let problem as CredentialProblem {
        try refuse(source, problem, week: week)
      }
    }
    return requests
  }

  private mutating func refuse(_ source: Source, _ problem: CredentialProblem, week: Week) throws {
    let attempt = FetchRecord.Attempt(.credential, says: problem.message)
    try remember([attempt], of: source.units, url: source.url, week: week)
  }

  /// Stores an answer; returns what is to be asked for because of it.
  private mutating func take(_ result: FetchResult, week: Week) throws -> [FetchRequest] {
    switch (result.request.subject, result.outcome) {
    case (.signature, _): try takeSignature(result, week: week)
    case (.report, .body): return try takeReport(result, week: week)
    case (.bundle, .body(let answer)): return try takeBundle(answer, of: result, week: week)
    case (_, .notModified), (_, .failed): try remember(result, week: week)
    }
    return []
  }

  private mutating func takeReport(_ result: FetchResult, week: Week) throws -> [FetchRequest] {
    if let key = result.request.unit.flatMap({ collecting.index.units[$0]?.signingKey }) {
      let request = result.request.signature(suffix: key.scheme.suffix)
      unsigned[request.url] = result
      return [request]
    }
    try keep(result, signature: nil, week: week)
    return []
  }

  /// A signature that is not there is the unit's fault, and told to it; any other failure is ours to mend.
  private mutating func takeSignature(_ result: FetchResult, week: Week) throws {
    guard let report = unsigned.removeValue(forKey: result.request.url) else { return }
    switch result.outcome {
    case .body(let answer):
      try keep(report, signature: try ReceivedSignature(answer.bytes), week: week)
    case .failed(.httpStatus(404)), .failed(.httpStatus(410)):
      try keep(report, signature: nil, week: week)
    case .failed, .notModified: try remember(result, week: week)
    }
  }

  private mutating func keep(
    _ result: FetchResult, signature: ReceivedSignature?, week: Week
  ) throws {
    guard
      let file = try result.receivedFile(
        for: settings.code, at: collecting.asOf, signature: signature)
    else { return }
    if case .body(let answer) = result.outcome, let original = answer.original {
      try keep(original)
    }
    try store(file)
    fetched += 1
    try remember(result, week: week)
    try saveValidators(of: result)
  }

  private func keep(_ bytes: [UInt8]) throws {
    try collecting.archive.keep(try Digesting.digest(of: bytes)) { append in
      try bytes.withUnsafeBytes(append)
    }
  }

  /// Stores a report; one that says what the last one from there said, as that one.
  ///
  /// A program that stamps what it gives out, in a comment or as the time of sending, gives other bytes every
  /// time it is asked, and has nothing new to say. The bytes are archived all the same.
  private func store(_ file: ReceivedFile) throws {
    let sent = file.submission
    guard file.signature == nil, case .whole(let bytes) = file.content,
      let last = try ledger.lastFetched(from: sent.sender, in: settings.code), last != sent.digest,
      let new = content(of: bytes), case let known = try collecting.archive.bytes(of: last),
      content(of: known) == new
    else { return try collecting.store(file) }
    try keep(bytes)
    let same = Submission(
      campaign: sent.campaign, sender: sent.sender, channel: sent.channel, fileName: sent.fileName,
      digest: last, size: known.count, receivedAt: sent.receivedAt)
    try collecting.store(ReceivedFile(submission: same, content: .whole(known), signature: nil))
  }

  /// What a report says, without when it was sent; nil where it cannot be read.
  private func content(of bytes: [UInt8]) -> [UInt8]? {
    let decoded = ReportDecoder().decode(
      bytes, limits: settings.limits, marks: settings.secrecyMarks)
    guard var report = decoded.report else { return nil }
    report.submittedAt = Moment(seconds: 0)
    return canonicalJSON(of: report)
  }

  private mutating func takeBundle(
    _ answer: FetchAnswer, of result: FetchResult, week: Week
  ) throws -> [FetchRequest] {
    // As it came, before it is taken apart: no part of it can be lost.
    try keep(answer.bytes)
    let bundle: ReportBundle
    do {
      bundle = try ReportBundle(
        answer.bytes, limit: settings.limits.bundleBytes, marks: settings.secrecyMarks)
    } catch {
      let attempt = FetchRecord.Attempt(.bundle, says: error.message)
      try remember([attempt], of: result.request.source.units, url: result.request.url, week: week)
      return []
    }
    let addressing = BundleAddressing(collecting: collecting, source: result.request.source)
    for part in bundle.parts {
      try store(try addressing.receivedFile(part))
      fetched += 1
    }
    try remember(result, week: week)
    guard let next = answer.next ?? bundle.next else {
      // A page of a list says nothing of the others, so each of them is always asked for.
      if result.request.page == 1 { try saveValidators(of: result) }
      return []
    }
    return try following(result, next: next, week: week)
  }

  private mutating func following(
    _ result: FetchResult, next: String, week: Week
  ) throws -> [FetchRequest] {
    let target = next.trimmingBlanks
    // An empty one says that there is no other page.
    guard !target.isEmpty else {
      if result.request.page == 1 { try saveValidators(of: result) }
      return []
    }
    if let request = result.request.nextPage(target) { return [request] }
    let leads = result.request.leadsBack(target)
    let attempt = FetchRecord.Attempt(
      leads ? .bundle : .redirect,
      says: leads
        ? Bilingual(
          zh: "“下一页”又回到已经取过的一页，多份报告可能不全",
          en: "the next page is one that was fetched before; reports may be missing")
        : FetchFailure.redirect.name)
    try remember([attempt], of: result.request.source.units, url: result.request.url, week: week)
    return []
  }

  private mutating func remember(_ result: FetchResult, week: Week) throws {
    let request = result.request
    let attempts = result.attempts.map { FetchRecord.Attempt($0) }
    let units = request.unit.map { [$0] } ?? request.source.units
    try remember(attempts, of: units, url: request.url, week: week)
  }

  private mutating func remember(
    _ attempts: [FetchRecord.Attempt], of units: [Code], url: String, week: Week
  ) throws {
    let asOf = collecting.asOf
    try ledger.record(
      units.flatMap { unit in
        attempts.map { FetchRecord(unit: unit, week: week, url: url, at: asOf, attempt: $0) }
      }, in: settings.code)
    guard let last = attempts.last, !last.succeeded else { return }
    failed += units.map { FailedFetch(unit: $0, week: week, reason: last.message, since: asOf) }
  }

  private func saveValidators(of result: FetchResult) throws {
    guard case .body(let answer) = result.outcome, let validators = answer.validators else {
      return
    }
    try ledger.save(
      FetchValidator(etag: validators.etag, lastModified: validators.lastModified),
      of: result.request.url)
  }
}

extension LedgerStore {
  fileprivate func validators(of url: String) throws -> Validators? {
    try validator(of: url).flatMap {
      Validators(etag: $0.etag, lastModified: $0.lastModified)
    }
  }
}

extension FetchRecord.Attempt {
  init(_ attempt: FetchAttempt) {
    self.init(
      succeeded: attempt.failure == nil, kind: attempt.failure?.code ?? "ok",
      message: attempt.failure?.name.zh ?? "")
  }

  init(_ failure: FetchFailure, says message: Bilingual) {
    self.init(
      succeeded: false, kind: failure.code, message: "\(failure.name.zh)：\(message.zh)")
  }
}
