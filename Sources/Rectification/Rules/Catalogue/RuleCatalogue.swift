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
    }
  }

  /// How grave its findings are when a campaign changes severities; nil when it is switched off.
  ///
  /// `changes` is what campaign.yaml says, with nil for `off`. A rule that is not adjustable keeps
  /// its severity whatever stands there.
  package func severity(changedBy changes: [RuleCode: Severity?]) -> Severity? {
    guard isAdjustable, let changed = changes[self] else { return severity }
    return changed
  }

  /// The rules about one topic, in the order of their declaration.
  package static func all(about topic: RuleTopic) -> [RuleCode] {
    allCases.filter { $0.entry.topic == topic }
  }
}
