/// The catalogue of the rules: every code has an entry, or the program does not build.
extension RuleCode {
  package var entry: RuleEntry {
    switch self {
    case .unreadable: .unreadable
    case .wrongEncoding: .wrongEncoding
    case .tooLarge: .tooLarge
    case .notAReport: .notAReport
    case .schema: .schema
    case .unknownCampaign: .unknownCampaign
    case .unknownUnit: .unknownUnit
    case .unknownMeasure: .unknownMeasure
    case .unknownOutcome: .unknownOutcome
    case .notResponsible: .notResponsible
    case .senderMismatch: .senderMismatch
    case .unknownSender: .unknownSender
    case .signatureMissing: .signatureMissing
    case .signatureWrong: .signatureWrong
    case .wrongWeek: .wrongWeek
    case .futureWeek: .futureWeek
    case .beforeStart: .beforeStart
    case .afterEnd: .afterEnd
    case .missingEntry: .missingEntry
    case .duplicateEntry: .duplicateEntry
    case .zeroWithEntries: .zeroWithEntries
    case .closedMeasure: .closedMeasure
    case .statusPercent: .statusPercent
    case .illegalTransition: .illegalTransition
    case .negativeOutcome: .negativeOutcome
    case .badAmount: .badAmount
    case .badDate: .badDate
    case .completedWithoutEvidence: .completedWithoutEvidence
    case .secrecyMark: .secrecyMark
    case .late: .late
    case .superseded: .superseded
    case .sameRevision: .sameRevision
    case .farDate: .farDate
    case .emptyEvidence: .emptyEvidence
    case .regression: .regression
    case .percentFell: .percentFell
    case .totalFell: .totalFell
    case .staleText: .staleText
    case .noMovement: .noMovement
    case .expectedAfterDeadline: .expectedAfterDeadline
    case .delayWithoutReason: .delayWithoutReason
    case .sameEvidence: .sameEvidence
    case .sameText: .sameText
    case .leadSupportConflict: .leadSupportConflict
    case .moreFindings: .moreFindings
    }
  }

  /// The rules about one topic, in the order of their declaration.
  package static func all(about topic: RuleTopic) -> [RuleCode] {
    allCases.filter { $0.entry.topic == topic }
  }
}
