/// 协调事项: one point of the agenda.
package struct AgendaItem: Hashable, Sendable {
  package let kind: Kind
  package let measure: Code?
  /// Who brings it, or has to answer for it.
  package let unit: Code
  /// Who must attend besides.
  package let unitsWanted: [Code]
  /// The facts, on one line.
  package let facts: Bilingual
  /// What the meeting may decide.
  package let proposal: Bilingual
  /// Where it comes from; nil when it comes out of the register and the calendar.
  package let source: Source?

  /// In the order in which they are taken unless the campaign has another.
  package enum Kind: String, CaseIterable, Sendable {
    /// 议定事项: what earlier meetings have settled and is still to be done.
    case resolution
    /// A decision that does not fit.
    case decision
    /// Lead and supporting unit disagree.
    case conflict
    /// A unit asks for coordination.
    case coordination
    /// A unit asks for a later deadline.
    case extensionRequest = "extension"
    /// Overdue, on 督办 or higher.
    case overdue
    /// A unit asks for close-out.
    case closeOut = "close-out"
    /// A closed measure is due for a second look.
    case secondLook = "second-look"

    package var name: Bilingual {
      switch self {
      case .resolution: Bilingual(zh: "上次议定事项", en: "earlier resolutions")
      case .decision: Bilingual(zh: "待更正的审核决定", en: "decisions to be mended")
      case .conflict: Bilingual(zh: "牵头与配合单位意见不一", en: "lead and supporting unit disagree")
      case .coordination: Bilingual(zh: "需协调事项", en: "coordination request")
      case .extensionRequest: Bilingual(zh: "延期申请", en: "extension request")
      case .overdue: Bilingual(zh: "逾期督办", en: "overdue")
      case .closeOut: Bilingual(zh: "销号申请", en: "close-out request")
      case .secondLook: Bilingual(zh: "到期回头看", en: "second look due")
      }
    }
  }

  package struct Source: Hashable, Sendable {
    package let submission: Submission
    package let place: Place

    package init(submission: Submission, place: Place) {
      self.submission = submission
      self.place = place
    }
  }

  package init(
    kind: Kind, measure: Code?, unit: Code, unitsWanted: [Code], facts: Bilingual,
    proposal: Bilingual, source: Source?
  ) {
    self.kind = kind
    self.measure = measure
    self.unit = unit
    self.unitsWanted = unitsWanted
    self.facts = facts
    self.proposal = proposal
    self.source = source
  }
}
