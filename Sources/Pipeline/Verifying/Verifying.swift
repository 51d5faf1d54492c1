import Foundation
import Intake
import Ledger
import Publishing
import Rectification

/// Computes every issued edition of a campaign again, from what was received, the campaign's files as
/// they were then and the chain of records, and compares.
///
/// Nothing in the workspace is changed. The caller holds the run lock.
package func verify(
  _ campaign: Code, in workspace: Workspace, progress: (RunStage) -> Void = { _ in }
) throws -> Verification {
  let scratch = FileManager.default.temporaryDirectory
    .appendingPathComponent("zhouhui-verify-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: scratch) }
  let ledger = try LedgerStore.reading(workspace.ledger)
  var found = Verification(of: campaign)
  found.faults += try ledger.structuralFaults().map {
    .init(.damagedLedger, "ledger/zhouhui.sqlite", Bilingual(zh: $0, en: $0))
  }
  let chain = try ChainCheck(campaign, ledger: ledger)
  found.faults += chain.faults
  (found.editions, found.head) = (chain.links.count, chain.links.last?.link.digest)
  let kept = try KeptFiles(of: campaign, in: workspace, ledger: ledger)
  found.faults += kept.faults
  guard kept.faults.isEmpty else {
    found.faults += try OutboxCheck(workspace, chain, recomputed: nil).faults
    found.remarks.append(
      Bilingual(
        zh: "存档不全，没有重新计算；请先从备份恢复上列文件", en: "the archive is not whole, so nothing was computed again"
      ))
    return found
  }
  let again = try Recomputation(
    of: campaign, in: workspace, ledger: ledger, chain: chain, scratch: scratch, progress)
  found.submissions = again.submissions
  found.faults += try again.faults()
  let (files, past) = (again.files, again.past)
  let checks: [@Sendable () throws -> CheckedFiles] = [
    { try OutboxCheck(workspace, chain, recomputed: files).found },
    { try ReceiptCheck(past, ledger: ledger, in: workspace).found },
  ]
  let pages = try sideBySide(checks)
  found.faults += pages.flatMap(\.faults)
  found.files = pages.map(\.files).reduce(0, +)
  found.add(try SinceThen(campaign, last: again.lastSnapshot, in: workspace))
  let unknown = try ledger.judgedWithoutRun(in: campaign)
  if unknown > 0 {
    found.remarks.append(
      Bilingual(
        zh: "\(unknown) 份报送由早先的版本检查，没有留下当时的专项文件，无法重新检查",
        en: "\(unknown) submissions were judged by an earlier version that kept no campaign files"))
  }
  return found
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
    let archive = Archive(root: workspace.archive)
    faults = try sideBySide(
      try ledger.keptDigests(of: campaign).map { digest in
        { try Self.check(digest, in: archive, "ledger/archive").fault }
      }
    ).compactMap(\.self)
    let files = Archive(root: workspace.campaignFiles)
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
    guard let bytes = try archive.bytes(of: digest) else {
      return (
        nil, .init(.missingArchive, place, Bilingual(zh: "文件没有了", en: "the file is gone"))
      )
    }
    guard try Digesting.digest(of: bytes) == digest else {
      return (
        nil,
        .init(.alteredArchive, place, Bilingual(zh: "内容被改过", en: "its bytes were changed"))
      )
    }
    return (bytes, nil)
  }
}
