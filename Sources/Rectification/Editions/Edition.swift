/// 期次: which state of a week this is, and as of when.
package struct Edition: Hashable, Sendable {
  package let kind: Kind
  package let cutOffs: CutOffs
  /// The day the time left is counted from: the summary cut-off's, or the run's in a preview.
  package let referenceDate: CivilDate
  /// The last thing that happened which this edition knows of; nil when nothing was received yet.
  package let latestInput: Moment?
  /// What holds the issue back, or would if the office had not decided otherwise.
  package let goneUnits: GoneUnits?
  /// Everything that went into it, as one SHA-256; nil when the question is not of an edition.
  package let inputs: Digest?
  /// The record of the edition before it, of whatever week, by its SHA-256; nil of the first.
  package let previous: Digest?

  package enum Kind: Hashable, Sendable {
    /// 预览, before the summary cut-off, or while the issue is held back.
    case preview
    /// 正式, the first at or after it.
    case issue
    /// 更正, the nth after the issue.
    case correction(Int)
  }

  package init(
    kind: Kind, cutOffs: CutOffs, referenceDate: CivilDate, latestInput: Moment?,
    goneUnits: GoneUnits? = nil, inputs: Digest? = nil, previous: Digest? = nil
  ) {
    self.kind = kind
    self.cutOffs = cutOffs
    self.referenceDate = referenceDate
    self.latestInput = latestInput
    self.goneUnits = goneUnits
    self.inputs = inputs
    self.previous = previous
  }

  package var name: Bilingual { Self.name(of: kind) }

  package static func name(of kind: Kind) -> Bilingual {
    switch kind {
    case .preview: Bilingual(zh: "预览", en: "preview")
    case .issue: Bilingual(zh: "正式", en: "issue")
    case .correction(let number): Bilingual(zh: "更正\(number)", en: "correction \(number)")
    }
  }
}
