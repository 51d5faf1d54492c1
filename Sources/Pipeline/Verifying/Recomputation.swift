import Files
import Intake
import Ledger
import Publishing
import Rectification

/// The history of a campaign done again, run by run, in a ledger of its own.
struct Recomputation {
  let submissions: Int
  let past: PastRuns
  let lastSnapshot: CampaignSnapshot?
  private let copy: HistoryCopy
  private let chain: ChainCheck

  /// Every run judges what it judged and, where it issued anything, publishes; `made` is given each file at
  /// once, by its path in the outbox, so that no outbox is written or kept in memory.
  init(
    of campaign: Code, in workspace: Workspace, original: LedgerCopy, chain: ChainCheck,
    scratch: String, made: @escaping (String, [UInt8]) throws -> Void,
    _ progress: (RunStage) -> Void
  ) throws {
    self.chain = chain
    copy = try HistoryCopy(of: original, to: "\(scratch)/again.sqlite", campaign: campaign)
    let shelf = EditionRun.Shelf(
      publish: { files, folder in
        for file in files { try made("\(folder)/\(file.path)", file.bytes) }
        return .published
      }, write: nil, standing: { _ in nil })
    let runs = try original.ledger.runs(of: campaign)
    let adopted = Dictionary(grouping: chain.links.filter(\.link.isAdopted), by: \.link.run)
    let issuing = Set(chain.links.filter { !$0.link.isAdopted }.map(\.link.run))
    let kept = PassingCheckpoints()
    var snapshots: [Digest: CampaignSnapshot] = [:]
    var indices: [Digest: RegisterIndex] = [:]
    var judged = 0
    for run in runs {
      let files = run.mark.campaignFiles
      let snapshot =
        try snapshots[files]
        ?? CampaignSnapshot(campaign, keptAs: files, in: workspace.campaignFiles)
      snapshots[files] = snapshot
      let index = indices[files] ?? RegisterIndex(snapshot.campaign)
      indices[files] = index
      try copy.begin(run)
      for (link, record) in adopted[run.id] ?? [] {
        try Self.adopt(link, record, in: run, copy)
      }
      let again = RunAgain(
        run: run, snapshot: snapshot, index: index, copy: copy, kept: kept, workspace: workspace)
      judged += try again.judge()
      progress(.checking(judged))
      if issuing.contains(run.id) { try again.publish(on: shelf, progress) }
    }
    past = PastRuns(runs: runs, indices: indices)
    lastSnapshot = runs.last.flatMap { snapshots[$0.mark.campaignFiles] }
    submissions = judged
  }

  /// What another ledger issued is not computed again: its record says what it was.
  private static func adopt(
    _ link: ChainedEdition, _ record: EditionRecord, in run: RecordedRun, _ copy: HistoryCopy
  ) throws {
    guard let statement = record.statement else { return }
    try copy.ledger.adopt(
      NewRecord(
        mark: run.mark, record: record, statement: statement, json: link.json, digest: link.digest))
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
    return chain.links.filter { !$0.link.isAdopted }.flatMap { _, record -> [Verification.Fault] in
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
      index: index, ledger: copy.ledger, archive: workspace.archive, mark: run.mark)
    var waiting = try copy.submissions(judgedIn: run.id)[...]
    let count = waiting.count
    _ = try checking.checkAll(
      { moment in
        let some = waiting.prefix { one in moment.map { one.1.receivedAt < $0 } ?? true }
        waiting = waiting.dropFirst(some.count)
        return Array(some)
      }, { _ in })
    return count
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
