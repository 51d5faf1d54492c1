import Intake
import Ledger
import Rectification

/// Collect: what arrives is archived, then entered in the ledger, and only then taken away.
struct Collecting {
  let index: RegisterIndex
  let ledger: LedgerStore
  let archive: Archive
  let workspace: Workspace
  let asOf: Moment

  private var settings: CampaignSettings { index.campaign.settings }

  func collectInbox(into report: inout RunReport, _ progress: (RunStage) -> Void) throws {
    let scan = InboxScan(
      inbox: workspace.inbox, campaign: settings.code, units: index.campaign.units.map(\.code),
      signingKeys: index.units.compactMapValues(\.signingKey),
      limits: InboxLimits(settings.limits, settings.guards),
      earlier: try ledger.inboxArrivals(in: settings.code, before: asOf),
      marks: settings.secrecyMarks, asOf: asOf)
    var collected = 0
    var passedOver: [PassedOver] = []
    try scan.forEachFile(passedOver: { passedOver.append($0) }) { file in
      if file.needsSignature, file.signature == nil,
        try ledger.mustWait(file.submission, at: asOf)
      {
        passedOver.append(PassedOver(awaitingSignature: file.submission))
        return .keep
      }
      try store(file)
      collected += 1
      progress(.collecting(collected))
      return workspace.keepsInbox ? .keep : .remove
    }
    try ledger.save(
      waiting: passedOver.waitingFiles(at: asOf), in: settings.code, at: asOf)
    report.collected = collected
    report.passedOver = passedOver
  }

  /// Fetches the reports of the current week from every source; a failure is kept, and stops nobody.
  func fetchSources(into report: inout RunReport, _ progress: (RunStage) -> Void) throws {
    let week = try index.cycle.currentWeek(at: asOf)
    let requests = try settings.sources.flatMap { source in
      try source.requests(for: week) { url in try ledger.validators(of: url) }
    }
    guard !requests.isEmpty else { return }
    // The random part of the waits between attempts; no output depends on it.
    var random = SystemRandomNumberGenerator()
    var (done, fetched, failed) = (0, 0, [FailedFetch]())
    try Fetcher(limits: FetchLimits(settings.limits)).fetch(requests, using: &random) { result in
      if let file = try result.receivedFile(for: settings.code, at: asOf) {
        try store(file)
        fetched += 1
      }
      try remember(result, week: week)
      if case .failed(let failure) = result.outcome {
        failed.append(
          FailedFetch(unit: result.request.unit, week: week, reason: failure.name.zh))
      }
      done += 1
      progress(.fetching(done: done, of: requests.count))
    }
    report.fetched = fetched
    report.failedFetches = failed.sorted { $0.unit < $1.unit }
  }

  /// Keeps the attempts, and only after the body is safe what to ask with next time.
  private func remember(_ result: FetchResult, week: Week) throws {
    let request = result.request
    try ledger.record(
      result.attempts.map { attempt in
        FetchRecord(
          unit: request.unit, week: week, url: request.url, at: asOf,
          succeeded: attempt.failure == nil, kind: attempt.failure?.code ?? "ok",
          message: attempt.failure?.name.zh ?? "")
      }, in: settings.code)
    if case .body(_, let validators) = result.outcome, let validators {
      try ledger.save(
        FetchValidator(etag: validators.etag, lastModified: validators.lastModified),
        of: request.url)
    }
  }

  private func store(_ file: ReceivedFile) throws {
    try archive.keep(file.submission.digest, file.forEachChunk)
    if let signature = file.signature {
      try archive.keep(signature.digest) { append in try signature.bytes.withUnsafeBytes(append) }
    }
    try ledger.record(file.submission, signature: file.signature?.digest)
  }
}

extension LedgerStore {
  fileprivate func validators(of url: String) throws -> Validators? {
    try validator(of: url).flatMap {
      Validators(etag: $0.etag, lastModified: $0.lastModified)
    }
  }
}
