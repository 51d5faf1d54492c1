/// 期次存证: what one issue or correction was made of, what was published, and what came before it.
///
/// The SHA-256 of each record stands in the next one, so that nothing in the row of them can be changed,
/// taken out or put in without being found. It does not say when it was made: a run that comes late makes
/// the same one.
package struct EditionRecord: Hashable, Sendable {
  package let campaign: Code
  package let week: Week
  package let kind: Edition.Kind
  /// The version of the program that made it.
  package let program: String
  /// The list of the campaign's files as they were, by its SHA-256.
  package let campaignFiles: Digest
  package let inputs: EditionInputs
  /// In the order of their paths.
  package let files: [PublishedFile]
  /// The record before it, of whatever week; nil of the first.
  package let previous: Digest?
  /// Nil of a record that an earlier version made.
  package let statement: Statement?

  /// What the edition says, so that the record alone lets a ledger go on from it.
  package struct Statement: Hashable, Sendable {
    package let referenceDate: CivilDate
    /// What a later correction is held against: `EditionFacts.values`.
    package let figures: [String: String]
    /// The notices sent with it, by number.
    package let notices: [SentNotice]

    package init(referenceDate: CivilDate, figures: [String: String], notices: [SentNotice]) {
      self.referenceDate = referenceDate
      self.figures = figures
      self.notices = notices
    }
  }

  package init(
    campaign: Code, week: Week, kind: Edition.Kind, program: String,
    campaignFiles: Digest, inputs: EditionInputs, files: [PublishedFile], previous: Digest?,
    statement: Statement?
  ) {
    self.campaign = campaign
    self.week = week
    self.kind = kind
    self.program = program
    self.campaignFiles = campaignFiles
    self.inputs = inputs
    self.files = files
    self.previous = previous
    self.statement = statement
  }

  /// Its file in the folder of the edition.
  package static let fileName = "edition.json"
}

/// A notice that went out with an edition: its number, and what it was about.
package struct SentNotice: Hashable, Sendable {
  package let number: Notice.Number
  package let matter: Notice.Matter

  package init(number: Notice.Number, matter: Notice.Matter) {
    self.number = number
    self.matter = matter
  }
}

/// One file of an edition, by its path in the edition's folder.
package struct PublishedFile: Hashable, Sendable {
  package let path: String
  package let sha256: Digest

  package init(path: String, sha256: Digest) {
    self.path = path
    self.sha256 = sha256
  }
}

/// Everything that goes into one edition, as digests: equal inputs make an equal edition.
package struct EditionInputs: Hashable, Sendable {
  /// Each part by itself, so that what has changed can be named.
  package let parts: [Part: Digest]
  /// All of them and the reference day.
  package let whole: Digest

  package init(parts: [Part: Digest], whole: Digest) {
    self.parts = parts
    self.whole = whole
  }

  package enum Part: String, CaseIterable, Comparable, Sendable {
    /// What was received for the week and those before it, and what became of it.
    case submissions
    /// 审核决定 and 照发 that were made by then.
    case decisions
    /// 三张清单, 单位名录, 面上共性问题 and the calendar.
    case register
    /// 议定事项.
    case resolutions
    /// Fetches that had failed.
    case fetches

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    package var name: Bilingual {
      switch self {
      case .submissions: Bilingual(zh: "报送", en: "submissions")
      case .decisions: Bilingual(zh: "审核决定", en: "decisions")
      case .register: Bilingual(zh: "三张清单、单位名录、日历", en: "register, units and calendar")
      case .resolutions: Bilingual(zh: "议定事项", en: "resolutions")
      case .fetches: Bilingual(zh: "获取失败的记录", en: "failed fetches")
      }
    }
  }
}
