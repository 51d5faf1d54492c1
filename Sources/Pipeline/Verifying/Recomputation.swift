import Foundation
import Intake
import Ledger
import Rectification

/// The history of a campaign done again, run by run, in a folder of its own.
struct Recomputation {
  /// What was made: its outbox and its ledger are the new ones.
  let workspace: Workspace
  let submissions: Int
  let runs: [RecordedRun]
  let lastSnapshot: CampaignSnapshot?
  /// The campaign's files of each run, by their list.
  let snapshots: [Digest: CampaignSnapshot]
  private let copy: HistoryCopy
  private let chain: ChainCheck

  /// Every run judges what it judged and, where it issued anything, publishes.
  init(
    of campaign: Code, in workspace: Workspace, ledger: LedgerStore, chain: ChainCheck,
    scratch: String, _ progress: (RunStage) -> Void
  ) throws {
    self.workspace = workspace.verification(in: scratch)
    self.chain = chain
    copy = try HistoryCopy(
      of: workspace.ledger, to: self.workspace.ledger, campaign: campaign)
    runs = try ledger.runs(of: campaign)
    let issuing = Set(chain.links.map(\.link.run))
    var snapshots: [Digest: CampaignSnapshot] = [:]
    var judged = 0
    for run in runs {
      let files = run.mark.campaignFiles
      let snapshot =
        try snapshots[files]
        ?? CampaignSnapshot(
          campaign, keptAs: files, in: Archive(root: workspace.campaignFiles))
      snapshots[files] = snapshot
      let again = RunAgain(run: run, snapshot: snapshot, copy: copy, workspace: self.workspace)
      judged += try again.judge()
      progress(.checking(judged))
      if issuing.contains(run.id) { try again.publish(progress) }
    }
    self.snapshots = snapshots
    lastSnapshot = runs.last.flatMap { snapshots[$0.mark.campaignFiles] }
    submissions = judged
  }

  /// Rows of the ledger, and records of the chain, that do not come out the same.
  func faults() throws -> [Verification.Fault] {
    try copy.differences(limit: 20).map(\.fault) + chainFaults()
  }

  private func chainFaults() throws -> [Verification.Fault] {
    let again = try copy.ledger.editionChain(of: chain.campaign)
    let records = Dictionary(
      again.compactMap { link in
        EditionRecord(json: link.json).map { ("\($0.week) \($0.kind)", $0) }
      }, uniquingKeysWith: { first, _ in first })
    return chain.links.flatMap { link, record -> [Verification.Fault] in
      let place = "outbox/" + editionFolder(of: record.week, record.kind, in: chain.campaign)
      guard let computed = records["\(record.week) \(record.kind)"] else {
        return [
          .init(
            .notReproduced, place,
            Bilingual(zh: "重新计算得不出这一期", en: "computing again does not give this edition"))
        ]
      }
      let parts = EditionInputs.Part.allCases.filter {
        computed.inputs.parts[$0] != record.inputs.parts[$0]
      }
      return parts.map { part in
        .init(
          .otherInputs, place,
          Bilingual(
            zh: "这一期所依据的\(part.name.zh)与出版时不同",
            en: "the \(part.name.en) it was made of are not what they were"))
      }
    }
  }

  /// What the receipt of a submission may say: by the files of the run that judged it, or of a later
  /// one, which may have written it anew.
  func snapshots(from run: Int64?) -> [CampaignSnapshot] {
    var seen: Set<Digest> = []
    return runs.filter { $0.id >= run ?? 0 && seen.insert($0.mark.campaignFiles).inserted }
      .compactMap { snapshots[$0.mark.campaignFiles] }
  }
}

/// One run of the past.
private struct RunAgain {
  let run: RecordedRun
  let snapshot: CampaignSnapshot
  let copy: HistoryCopy
  let workspace: Workspace

  private var index: RegisterIndex { RegisterIndex(snapshot.campaign) }

  /// Judges what it judged and releases what it released; how many.
  func judge() throws -> Int {
    let checking = Checking(
      index: index, ledger: copy.ledger, archive: Archive(root: workspace.archive), mark: run.mark)
    var unread = RunReport(campaign: run.mark.campaign)
    let waiting = try copy.submissions(judgedIn: run.id)
    try checking.check(waiting, into: &unread)
    try checking.release(into: &unread)
    return waiting.count
  }

  func publish(_ progress: (RunStage) -> Void) throws {
    let reading = try WeekReading(index: index, ledger: copy.ledger, asOf: run.mark.asOf)
    _ = try EditionRun(reading: reading, workspace: workspace, snapshot: snapshot, mark: run.mark)
      .publishAll(progress)
  }
}

extension RowDifference {
  fileprivate var fault: Verification.Fault {
    let message =
      switch kind {
      case .added: Bilingual(zh: "重新检查得不出这一行", en: "judging again does not give this row")
      case .lost: Bilingual(zh: "这一行没有了", en: "this row is gone")
      case .altered(let column, let ledger, let recomputed):
        Bilingual(
          zh: "\(column) 是“\(ledger)”，重新检查得“\(recomputed)”",
          en: "\(column) is “\(ledger)”, judging again gives “\(recomputed)”")
      }
    return .init(.alteredRow, "ledger: \(table) \(key)", message)
  }
}
