import Files
import Files
import Intake
import Ledger
import Publishing
import Rectification

/// Computes every issued edition of a campaign again, from what was received, the campaign's files as
/// they were then and the chain of records, and compares.
///
/// It works on copies: nothing in the workspace is changed or made. The caller holds the run lock.
package func verify(
  _ campaign: Code, in workspace: Workspace, progress: (RunStage) -> Void = { _ in }
) throws -> Verification {
  guard try ledgerExists(in: workspace) else { return Verification(of: campaign) }
  return try withTemporaryFolder("verify") { scratch in
    let original = try LedgerCopy(of: workspace.ledger, to: "\(scratch)/original.sqlite")
    var found = Verification(of: campaign)
    found.faults += try original.ledger.faults().map { fault in
      .init(.damagedLedger, "ledger: \(fault.place)", fault.message)
    }
    do {
      try found.verify(original, in: workspace, scratch: scratch, progress)
    } catch let error as DamagedLedger {
      // Rows that contradict one another end the computing, not the telling.
      found.faults.append(.init(.damagedLedger, "ledger: \(error.table)", error.message))
    }
    return found
  }
}

extension Verification {
  fileprivate mutating func verify(
    _ original: LedgerCopy, in workspace: Workspace, scratch: String,
    _ progress: (RunStage) -> Void
  ) throws {
    let ledger = original.ledger
    let chain = try ChainCheck(campaign, ledger: ledger)
    faults += chain.faults
    (editions, head) = (chain.links.count, chain.links.last?.link.digest)
    let kept = try KeptFiles(of: campaign, in: workspace, ledger: ledger)
    faults += kept.faults
    guard kept.faults.isEmpty else {
      faults += try OutboxCheck(workspace, chain, recomputed: nil).faults
      remarks.append(
        Bilingual(
          zh: "存档不全，没有重新计算；请先从备份恢复上列文件（zhouhui restore）",
          en: "the archive is not whole, so nothing was computed again; restore those files first"))
      return
    }
    var compared: [String: ByteDifference?] = [:]
    let again = try Recomputation(
      of: campaign, in: workspace, original: original, chain: chain, scratch: scratch,
      made: { path, bytes in
        let standing = try readFile("\(workspace.outbox)/\(path)")
        compared[path] = .some(standing.flatMap { ByteDifference(bytes, $0) })
      }, progress)
    submissions = again.submissions
    faults += try again.faults()
    let (past, files) = (again.past, compared)
    let checks: [@Sendable () throws -> CheckedFiles] = [
      { try OutboxCheck(workspace, chain, recomputed: files).found },
      { try ReceiptCheck(past, ledger: ledger, in: workspace).found },
    ]
    let pages = try sideBySide(checks)
    faults += pages.flatMap(\.faults)
    self.files = pages.map(\.files).reduce(0, +)
    add(try SinceThen(campaign, last: again.lastSnapshot, in: workspace))
    remarks += try unverified(chain, ledger)
  }

  /// What an edition or a judgement does not leave enough of to be made again.
  private func unverified(_ chain: ChainCheck, _ ledger: LedgerStore) throws -> [Bilingual] {
    let unknown = try ledger.judgedWithoutRun(in: campaign)
    let adopted = chain.links.count(where: \.link.isAdopted)
    var told: [Bilingual] = []
    if unknown > 0 {
      told.append(
        Bilingual(
          zh: "\(unknown) 份报送由早先的版本检查，没有留下当时的专项文件，无法重新检查",
          en: "\(unknown) submissions were judged by an earlier version that kept no campaign files"
        ))
    }
    if adopted > 0 {
      told.append(
        Bilingual(
          zh: "\(adopted) 期是依决定承认的（\(Adoption.word)），只核对了指纹，没有重新计算",
          en: "\(adopted) editions were adopted by a decision: only their SHA-256 was looked at"))
    }
    return told
  }
}

/// The chain of records, each held against the one before it.
struct ChainCheck {
  let campaign: Code
  private(set) var links: [(link: ChainedEdition, record: EditionRecord)] = []
  private(set) var faults: [Verification.Fault] = []

  init(_ campaign: Code, ledger: LedgerStore) throws {
    self.campaign = campaign
    var previous: Digest?
    for (number, link) in try ledger.editionChain(of: campaign).enumerated() {
      let place = "ledger: editionRecord \(link.ordinal)"
      if link.ordinal != number + 1 {
        broken(place, Bilingual(zh: "前面缺期次存证", en: "a record before it is missing"))
      }
      if try Digesting.digest(of: link.json) != link.digest {
        broken(place, Bilingual(zh: "存证与它的指纹不符", en: "the record has another SHA-256"))
      }
      guard let record = EditionRecord(json: link.json) else {
        broken(place, Bilingual(zh: "存证读不懂", en: "the record cannot be read"))
        previous = link.digest
        continue
      }
      if record.previous != previous {
        broken(place, Bilingual(zh: "与上一期次的存证接不上", en: "it does not follow the record before it"))
      }
      links.append((link, record))
      previous = link.digest
    }
  }

  private mutating func broken(_ place: String, _ message: Bilingual) {
    faults.append(.init(.brokenChain, place, message))
  }
}

/// Everything that is kept by its SHA-256: what was received, and the campaign's files.
struct KeptFiles {
  private(set) var faults: [Verification.Fault] = []

  init(of campaign: Code, in workspace: Workspace, ledger: LedgerStore) throws {
    faults = try sideBySide(
      try ledger.keptDigests(of: campaign).map { digest in
        { try Self.check(digest, in: workspace.archive, "ledger/archive").fault }
      }
    ).compactMap(\.self)
    let files = workspace.campaignFiles
    for manifest in Set(try ledger.runs(of: campaign).map(\.mark.campaignFiles)).sorted() {
      let (bytes, fault) = try Self.check(manifest, in: files, "ledger/campaign-files")
      faults += fault.map { [$0] } ?? []
      guard let bytes else { continue }
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        guard let digest = Digest(line.prefix(64)) else { continue }
        let fault = try Self.check(
          digest, in: files, "ledger/campaign-files", holding: line.dropFirst(66)
        ).fault
        faults += fault.map { [$0] } ?? []
      }
    }
  }

  private static func check(
    _ digest: Digest, in archive: Archive, _ folder: String, holding name: Substring = ""
  ) throws -> (bytes: [UInt8]?, fault: Verification.Fault?) {
    let place = "\(folder)/\(digest.hex.prefix(2))/\(digest)" + (name.isEmpty ? "" : " (\(name))")
    let bytes: [UInt8]
    do {
      bytes = try archive.bytes(of: digest)
    } catch let fault as ArchiveFault {
      switch fault.kind {
      case .missing:
        return (
          nil, .init(.missingArchive, place, Bilingual(zh: "文件没有了", en: "the file is gone"))
        )
      case .altered:
        return (
          nil, .init(.alteredArchive, place, Bilingual(zh: "内容被改过", en: "its bytes were changed"))
        )
      }
    }
    return (bytes, nil)
  }
}
