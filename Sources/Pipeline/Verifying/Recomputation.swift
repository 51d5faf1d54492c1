import DurableFiles
import Intake
import Ledger
import Publishing
import Rectification

/// The history of a campaign done again, run by run, in a ledger of its own.
struct Recomputation {
  /// What was made again, by its path in the outbox: where it differs from what stands there, nil where it
  /// does not.
  let files: [String: ByteDifference?]
  let submissions: Int
  let past: PastRuns
  let lastSnapshot: CampaignSnapshot?
  private let copy: HistoryCopy
  private let chain: ChainCheck

  /// Every run judges what it judged and, where it issued anything, publishes.
  init(
    of campaign: Code, in workspace: Workspace, ledger: LedgerStore, chain: ChainCheck,
    scratch: String, _ progress: (RunStage) -> Void
  ) throws {
    self.chain = chain
    copy = try HistoryCopy(
      of: workspace.ledger, to: "\(scratch)/zhouhui.sqlite", campaign: campaign)
    // Compared at once, so that no outbox is written or kept in memory.
    var files: [String: ByteDifference?] = [:]
    let shelf = EditionRun.Shelf(
      publish: { made, folder in
        for file in made {
          let path = "\(folder)/\(file.path)"
          let standing = try readFile("\(workspace.outbox)/\(path)")
          files[path] = .some(standing.flatMap { ByteDifference(file.bytes, $0) })
        }
        return .published
      }, write: nil)
    let runs = try ledger.runs(of: campaign)
    let issuing = Set(chain.links.map(\.link.run))
    let kept = PassingCheckpoints()
    var snapshots: [Digest: CampaignSnapshot] = [:]
    var indices: [Digest: RegisterIndex] = [:]
    var judged = 0
    for run in runs {
      let files = run.mark.campaignFiles
      let snapshot =
        try snapshots[files]
        ?? CampaignSnapshot(
          campaign, keptAs: files, in: Archive(root: workspace.campaignFiles))
      snapshots[files] = snapshot
      let index = indices[files] ?? RegisterIndex(snapshot.campaign)
      indices[files] = index
      let again = RunAgain(
        run: run, snapshot: snapshot, index: index, copy: copy, kept: kept, workspace: workspace)
      judged += try again.judge()
      progress(.checking(judged))
      if issuing.contains(run.id) { try again.publish(on: shelf, progress) }
    }
    self.files = files
    past = PastRuns(runs: runs, indices: indices)
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
}

/// The runs of a campaign, and what its files said in each.
struct PastRuns: Sendable {
  let runs: [RecordedRun]
  /// The campaign by the list of its files.
  let indices: [Digest: RegisterIndex]

  /// As the run that judged a submission had it, and those after it; each list of files once.
  func campaigns(from run: Int64?) -> [RegisterIndex] {
    var seen: Set<Digest> = []
    return runs.filter { $0.id >= run ?? 0 }.map(\.mark.campaignFiles)
      .filter { seen.insert($0).inserted }.compactMap { indices[$0] }
  }
}

/// One run of the past.
private struct RunAgain {
  let run: RecordedRun
  let snapshot: CampaignSnapshot
  let index: RegisterIndex
  let copy: HistoryCopy
  let kept: PassingCheckpoints
  let workspace: Workspace

  /// Judges what it judged and releases what it released; how many.
  func judge() throws -> Int {
    let checking = Checking(
      index: index, ledger: copy.ledger, archive: Archive(root: workspace.archive), mark: run.mark)
    let waiting = try copy.submissions(judgedIn: run.id)
    _ = try checking.check(waiting)
    _ = try checking.release()
    return waiting.count
  }

  func publish(on shelf: EditionRun.Shelf, _ progress: (RunStage) -> Void) throws {
    let reading = try WeekReading(
      index: index, ledger: copy.ledger, asOf: run.mark.asOf, kept: kept)
    _ = try EditionRun(
      reading: reading, workspace: workspace, snapshot: snapshot, mark: run.mark, shelf: shelf
    ).publishAll(progress)
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
