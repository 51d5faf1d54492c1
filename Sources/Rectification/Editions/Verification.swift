/// 复核: what came of computing every issued edition of a campaign again.
package struct Verification: Hashable, Sendable {
  package let campaign: Code
  /// Editions in the chain, submissions judged again, and files compared to the byte.
  package var editions = 0
  package var submissions = 0
  package var files = 0
  /// The last record of the chain by its SHA-256: written down elsewhere, it guards the whole chain.
  package var head: Digest?
  package var faults: [Fault] = []
  /// What is worth knowing and no fault.
  package var remarks: [Bilingual] = []

  package init(of campaign: Code) {
    self.campaign = campaign
  }

  /// Something that is not as it was left.
  package struct Fault: Hashable, Sendable {
    package let kind: Kind
    /// A path below the workspace, or a row of the ledger.
    package let place: String
    package let message: Bilingual

    package init(_ kind: Kind, _ place: String, _ message: Bilingual) {
      self.kind = kind
      self.place = place
      self.message = message
    }
  }

  package enum Kind: String, CaseIterable, Sendable {
    /// SQLite itself finds the file of the ledger damaged.
    case damagedLedger = "damaged-ledger"
    /// The chain of records is broken.
    case brokenChain = "broken-chain"
    /// A received file, or a campaign file as it was, is gone or has other bytes.
    case missingArchive = "missing-archive"
    case alteredArchive = "altered-archive"
    /// A row of the ledger is not what comes of judging again.
    case alteredRow = "altered-row"
    /// What an edition was made of is not what its record says.
    case otherInputs = "other-inputs"
    /// A published file is gone, or has other bytes than were published.
    case missingPage = "missing-page"
    case alteredPage = "altered-page"
    /// It is as it was published, and computing it again gives other bytes.
    case notReproduced = "not-reproduced"
    /// A decision that stood in decisions.csv stands there no more, or otherwise.
    case alteredDecision = "altered-decision"
  }
}

/// Where two files begin to differ.
package struct ByteDifference: Hashable, Sendable {
  /// From 0.
  package let offset: Int
  /// The line, from 1, for files that are text.
  package let line: Int

  /// Nil when they are equal.
  package init?(_ left: [UInt8], _ right: [UInt8]) {
    guard left != right else { return nil }
    let common = zip(left, right).prefix { $0 == $1 }.count
    offset = common
    line = 1 + left[..<common].count { $0 == UInt8(ascii: "\n") }
  }

  package var name: Bilingual {
    Bilingual(
      zh: "第 \(offset + 1) 个字节（第 \(line) 行）起不同",
      en: "differs from byte \(offset + 1) on (line \(line))")
  }
}
