import Files
import Foundation
import Intake
import Ledger
import Rectification

/// One submission that the secrecy gate stopped, and what the office has decided on it.
///
/// Neither its content nor its name is in here.
package struct HeldSubmission: Hashable, Sendable {
  package let sender: Code
  package let receivedAt: Moment
  package let digest: Digest
  package let size: Int
  package let channel: Submission.Channel
  package let week: Week
  package let state: State
  /// The decision that holds; nil while there is none.
  package let decision: Release?

  package enum State: String, CaseIterable, Sendable {
    /// Nobody has decided.
    case undecided
    /// 不予放行: it stays where it is.
    case refused
    /// 放行, and the next run will judge it.
    case releasing
    /// 放行, and judged since.
    case released
  }

  init(_ stopped: StoppedSubmission, _ releases: [Release]) {
    let submission = stopped.submission
    sender = submission.sender
    receivedAt = submission.receivedAt
    digest = submission.digest
    size = submission.size
    channel = submission.channel
    week = stopped.week
    let concerned = releases.filter { $0.concerns(submission.digest) }
    let granted = concerned.first(where: \.isGranted)
    decision = granted ?? concerned.last
    state =
      if stopped.releasedAs != nil { .released } else if granted != nil {
        .releasing
      } else if decision != nil { .refused } else { .undecided }
  }

  package init(
    sender: Code, receivedAt: Moment, digest: Digest, size: Int, channel: Submission.Channel,
    week: Week, state: State, decision: Release?
  ) {
    self.sender = sender
    self.receivedAt = receivedAt
    self.digest = digest
    self.size = size
    self.channel = channel
    self.week = week
    self.state = state
    self.decision = decision
  }
}

/// What the gate of a campaign has stopped by `asOf`, by arrival; a question, never a change.
package func quarantine(
  of campaign: Campaign, in workspace: Workspace, asOf: Moment
) throws -> [HeldSubmission] {
  let ledger = try readLedger(of: workspace)
  let releases = campaign.releases.filter { $0.decidedAt <= asOf }
    .sorted { ($0.decidedAt, $0.line) < ($1.decidedAt, $1.line) }
  return try ledger.stopped(in: campaign.settings.code, knownAt: asOf)
    .map { HeldSubmission($0, releases) }
}

/// The office's word on a submission in quarantine, as given on the command line.
package struct QuarantineDecision: Sendable {
  package let isGranted: Bool
  /// The first digits of the SHA-256, four at least.
  package let digestPrefix: String
  package let reason: String
  package let basis: String
  package let decidedBy: String

  package init(
    isGranted: Bool, digestPrefix: String, reason: String, basis: String, decidedBy: String
  ) {
    self.isGranted = isGranted
    self.digestPrefix = digestPrefix
    self.reason = reason
    self.basis = basis
    self.decidedBy = decidedBy
  }
}

/// Why a decision on the quarantine was not written down.
package enum QuarantineError: Error, Hashable {
  case noSuchSubmission(String)
  case severalSubmissions([Digest])
  case alreadyDecided(HeldSubmission)
}

/// Adds a decision on a quarantined submission to decisions.csv; the next run acts on it.
///
/// The caller holds the run lock, so that neither a run nor another decision comes between.
package func decide(
  _ wanted: QuarantineDecision, of code: Code, in workspace: Workspace, asOf: Moment
) throws -> (decision: Release, concerned: [HeldSubmission]) {
  // Under the lock: what was loaded before may have a row less by now.
  let campaign = try CampaignFolder.load(code, in: URL(fileURLWithPath: workspace.root))
  let (digest, concerned) = try named(wanted, of: campaign, in: workspace, asOf: asOf)
  let release = Release(
    code: try nextDecision(of: campaign), isGranted: wanted.isGranted, decidedAt: asOf.minute,
    digestPrefix: digest.hex,
    reason: wanted.reason, basis: wanted.basis, decidedBy: wanted.decidedBy, line: 0)
  try write([], [release], to: campaign, in: workspace)
  return (release, concerned)
}

/// The one submission that is meant, as often as it was sent, and not decided on yet.
private func named(
  _ wanted: QuarantineDecision, of campaign: Campaign, in workspace: Workspace, asOf: Moment
) throws -> (Digest, [HeldSubmission]) {
  let held = try quarantine(of: campaign, in: workspace, asOf: asOf)
    .filter { $0.digest.hex.hasPrefix(wanted.digestPrefix) }
  guard let first = held.first else {
    throw QuarantineError.noSuchSubmission(wanted.digestPrefix)
  }
  let digests = Set(held.map(\.digest)).sorted()
  guard digests.count == 1 else { throw QuarantineError.severalSubmissions(digests) }
  // A refusal may be followed by a release, and by nothing else.
  if let decided = held.first(where: {
    $0.state == .released || $0.state == .releasing || ($0.state == .refused && !wanted.isGranted)
  }) {
    throw QuarantineError.alreadyDecided(decided)
  }
  return (first.digest, held)
}
