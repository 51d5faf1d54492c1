import Files
import Intake
import Ledger
import Publishing
import Rectification

/// How many published files were looked at, and what is wrong with them.
struct CheckedFiles: Sendable {
  let faults: [Verification.Fault]
  let files: Int
}

/// Published files against their records, and against what computing again gives.
struct OutboxCheck {
  private(set) var faults: [Verification.Fault] = []
  private(set) var files = 0
  var found: CheckedFiles { CheckedFiles(faults: faults, files: files) }
  private let workspace: Workspace
  /// What was made again, and where it differs from what stands there; nil when nothing was.
  private let recomputed: [String: ByteDifference?]?

  init(_ workspace: Workspace, _ chain: ChainCheck, recomputed: [String: ByteDifference?]?) throws {
    self.workspace = workspace
    self.recomputed = recomputed
    for (link, record) in chain.links {
      let folder = editionFolder(of: record.week, record.kind, in: chain.campaign)
      try check(
        "\(folder)/\(EditionRecord.fileName)", recorded: link.digest, by: record.program,
        known: link.json)
      for file in record.files {
        try check(
          "\(folder)/\(file.path)", recorded: file.sha256, by: record.program,
          isComputed: !link.isAdopted)
      }
      let list = Outbox.list(of: record.files.map(\.path) + [EditionRecord.fileName])
      try check(
        "\(folder)/\(Outbox.listName)", recorded: try Digesting.digest(of: list),
        by: record.program, known: list)
    }
  }

  private mutating func check(
    _ path: String, recorded: Digest, by program: String, known: [UInt8]? = nil,
    isComputed: Bool = true
  ) throws {
    files += 1
    guard let bytes = try readFile("\(workspace.outbox)/\(path)") else {
      add(.missingPage, path, Bilingual(zh: "文件没有了", en: "the file is gone"))
      return
    }
    guard try Digesting.digest(of: bytes) == recorded else {
      let difference =
        (known.map { ByteDifference($0, bytes) } ?? recomputed?[path])?.map(\.name)
      add(
        .alteredPage, path,
        Bilingual(
          zh: "出版后被改过" + (difference.map { "，\($0.zh)" } ?? ""),
          en: "changed after it was published" + (difference.map { ", \($0.en)" } ?? "")))
      return
    }
    guard known == nil, isComputed, let recomputed else { return }
    guard let difference = recomputed[path] else {
      add(
        .notReproduced, path,
        Bilingual(zh: "重新计算得不出这个文件", en: "computing again does not give this file"))
      return
    }
    if let difference { add(.notReproduced, path, message(difference, by: program)) }
  }

  private func message(_ difference: ByteDifference, by program: String) -> Bilingual {
    let versions =
      program == programVersion
      ? Bilingual(zh: "", en: "")
      : Bilingual(
        zh: "（由 \(program) 版出版，现在是 \(programVersion) 版，版式可能不同）",
        en: " (published by version \(program), this is \(programVersion): the layout may differ)")
    return Bilingual(
      zh: "与重新计算的结果不同，\(difference.name.zh)\(versions.zh)",
      en: "not what computing again gives: \(difference.name.en)\(versions.en)")
  }

  private mutating func add(_ kind: Verification.Kind, _ path: String, _ message: Bilingual) {
    faults.append(.init(kind, "outbox/\(path)", message))
  }
}

/// Receipts, which belong to no edition, against what the ledger says of their submissions.
struct ReceiptCheck {
  private var faults: [Verification.Fault] = []
  private var files = 0
  var found: CheckedFiles { CheckedFiles(faults: faults, files: files) }

  init(_ past: PastRuns, ledger: LedgerStore, in workspace: Workspace) throws {
    guard let last = past.runs.last else { return }
    let code = last.mark.campaign
    var checks: [@Sendable () throws -> CheckedFiles] = []
    for one in try ledger.allJudged(in: code, knownAt: last.mark.asOf) where one.run != nil {
      let receipt = try ledger.receipt(of: one)
      // A later run may have written it anew, and it says little of the files that the run had.
      var contexts: [ReceiptContext] = []
      for index in past.campaigns(from: one.run) {
        let context = try receiptContext(receipt, index: index)
        if !contexts.contains(context) { contexts.append(context) }
      }
      let (known, week) = (contexts, one.week)
      checks.append { try Self.check(receipt, known, in: "\(code)/\(week)", of: workspace) }
    }
    let found = try sideBySide(checks)
    (faults, files) = (found.flatMap(\.faults), found.map(\.files).reduce(0, +))
  }

  private static func check(
    _ receipt: Receipt, _ contexts: [ReceiptContext], in folder: String, of workspace: Workspace
  ) throws -> CheckedFiles {
    let allowed = contexts.map { receiptFiles(receipt, $0) }
    let first = allowed.first ?? []
    let faults = try first.enumerated().compactMap { place, file in
      try check("\(folder)/\(file.path)", among: allowed.map { $0[place].bytes }, in: workspace)
    }
    return CheckedFiles(faults: faults, files: first.count)
  }

  private static func check(
    _ path: String, among allowed: [[UInt8]], in workspace: Workspace
  ) throws -> Verification.Fault? {
    guard let bytes = try readFile("\(workspace.outbox)/\(path)") else {
      return .init(
        .missingPage, "outbox/\(path)", Bilingual(zh: "回执没有了", en: "the receipt is gone"))
    }
    guard !allowed.contains(bytes),
      let difference = allowed.first.flatMap({ ByteDifference($0, bytes) })
    else { return nil }
    return .init(
      .alteredPage, "outbox/\(path)",
      Bilingual(
        zh: "回执与台账不符，\(difference.name.zh)",
        en: "the receipt is not what the ledger says: \(difference.name.en)"))
  }
}
