import Files
import Ledger
import Publishing
import Rectification

/// The outbox of a campaign held against its ledger, at the beginning of a run: names and records alone,
/// and the bytes of the last two editions; `verify` compares everything.
struct OutboxComparison {
  /// Editions that stand there and the chain has none for, in the order of their weeks.
  private(set) var unknown: [StandingEdition] = []
  /// Receipts of submissions that the ledger does not know, of the two latest weeks that have any.
  private(set) var unknownReceipts: [StandingReceipt] = []
  /// Published files that read otherwise than they were published.
  private(set) var altered: [String] = []
  /// Published files that are not there any more, below the outbox.
  private(set) var missing: Set<String> = []
  /// Folders of editions that are not there at all, or in which the preview before them stands: a run was cut off
  /// before it published.
  private(set) var unpublished: Set<String> = []
  /// The weeks of which a receipt is missing.
  private(set) var receiptsMissing: Set<Week> = []

  private let campaign: Code
  private let outbox: String

  init(_ campaign: Code, ledger: LedgerStore, in workspace: Workspace, asOf: Moment) throws {
    self.campaign = campaign
    outbox = workspace.outbox
    let chain = try ledger.editionChain(of: campaign).map { link in
      guard let record = EditionRecord(json: link.json) else {
        throw DamagedLedger(table: "editionRecord", detail: "\(campaign), ordinal \(link.ordinal)")
      }
      return (link: link, record: record)
    }
    try Self.refuseLostRows(chain.map(\.record), ledger, campaign)
    try compareRecords(chain)
    for one in chain { try lookForFiles(of: one.record) }
    for one in chain.suffix(2) { try compareBytes(of: one.record) }
    try compareReceipts(ledger, asOf: asOf)
  }

  /// An edition of the chain without its row: the week would look as if it had never been issued.
  private static func refuseLostRows(
    _ records: [EditionRecord], _ ledger: LedgerStore, _ campaign: Code
  ) throws {
    let last = try ledger.lastEditions(in: campaign)
    for record in records {
      let known = last[record.week].map { $0.kind.number >= record.kind.number } ?? false
      guard known else {
        throw DamagedLedger(table: "edition", detail: "\(campaign), \(record.week): no row")
      }
    }
  }

  private mutating func compareRecords(
    _ chain: [(link: ChainedEdition, record: EditionRecord)]
  ) throws {
    let known = Dictionary(
      chain.map { (editionFolder(of: $0.record.week, $0.record.kind, in: campaign), $0.link.json) },
      uniquingKeysWith: { first, _ in first })
    for path in try standingEditions(of: campaign.text, in: outbox) {
      guard let bytes = try readFile("\(outbox)/\(path)") else { continue }
      guard let json = known[folder(of: path)] else {
        unknown.append(StandingEdition(path: path, json: bytes))
        continue
      }
      if bytes != json { altered.append(path) }
    }
  }

  private mutating func lookForFiles(of record: EditionRecord) throws {
    let folder = editionFolder(of: record.week, record.kind, in: campaign)
    if let list = try readFile("\(outbox)/\(folder)/\(Outbox.listName)"),
      !Outbox.paths(listed: list).contains(EditionRecord.fileName)
    {
      unpublished.insert(folder)
      missing.formUnion(record.publishedPaths.map { "\(folder)/\($0)" })
      return
    }
    let gone = try record.publishedPaths.filter {
      try facts(of: "\(outbox)/\(folder)/\($0)", itself: true) == nil
    }
    missing.formUnion(gone.map { "\(folder)/\($0)" })
    if gone.count == record.publishedPaths.count { unpublished.insert(folder) }
  }

  private mutating func compareBytes(of record: EditionRecord) throws {
    let folder = editionFolder(of: record.week, record.kind, in: campaign)
    for file in record.files where !unpublished.contains(folder) {
      let path = "\(folder)/\(file.path)"
      guard let bytes = try readFile("\(outbox)/\(path)") else { continue }
      if try Digesting.digest(of: bytes) != file.sha256 { altered.append(path) }
    }
  }

  private mutating func compareReceipts(_ ledger: LedgerStore, asOf: Moment) throws {
    for one in try ledger.receiptNames(in: campaign, knownAt: asOf) {
      let path = StandingReceipt.path(of: one.week, one.sender, one.digest)
      for ending in [".json", ".html"]
      where try facts(of: "\(outbox)/\(campaign)/\(path)\(ending)", itself: true) == nil {
        receiptsMissing.insert(one.week)
      }
    }
    let root = "\(outbox)/\(campaign)"
    let weeks = (try textNames(in: root) ?? []).compactMap { Week($0) }.sorted()
    for week in weeks.suffix(2) {
      for receipt in try StandingReceipt.all(of: week, in: root)
      where try !ledger.knows(receipt.digestPrefix, from: receipt.sender, in: campaign) {
        unknownReceipts.append(receipt)
      }
    }
  }
}

/// An edition's record as it lies in the outbox.
struct StandingEdition: Hashable {
  /// Below the outbox.
  let path: String
  let json: [UInt8]

  var record: EditionRecord? { EditionRecord(json: json) }
}

extension EditionRecord {
  /// Every file of the edition, its record and the list of them, below its folder.
  var publishedPaths: [String] {
    files.map(\.path) + [Self.fileName, Outbox.listName]
  }
}
