/// One rule: a pure function from what is known to what it finds.
typealias Rule = @Sendable (CheckContext) throws(UncoveredYear) -> [Finding]

/// Judges a report that could be read.
///
/// Every rule is asked, and every finding is kept. Rules about entries are not asked of a report that
/// is another unit's or another campaign's: against the wrong measures each entry would be an error
/// that says nothing new. One that misspells its unit is taken for the sender's.
///
/// - Throws: `UncoveredYear` when a date leaves the calendar, which is the office's to mend.
package func findings(in context: CheckContext) throws(UncoveredYear) -> [Finding] {
  var found: [Finding] = []
  for rule in identityRules + cycleRules { found += try rule(context) }
  guard context.index.units[context.unit] != nil,
    !found.contains(where: { foreignCodes.contains($0.rule) })
  else { return ordered(found) }
  for rule in entryRules + trendRules + outcomeRules + otherRules { found += try rule(context) }
  return ordered(found)
}

private let identityRules: [Rule] = [unknownCampaign, unknownUnit, senderMismatch]
private let foreignCodes: Set<RuleCode> = [.unknownCampaign, .senderMismatch]
private let cycleRules: [Rule] = [
  futureWeek, beforeStart, afterEnd, late, superseded, sameRevision,
]
private let entryRules: [Rule] = [
  unknownMeasure, notResponsible, duplicateEntry, missingEntry, zeroWithEntries, closedMeasure,
  statusPercent, completedWithoutEvidence, badDate, farDate, emptyEvidence,
  unknownUnitWanted,
]
private let trendRules: [Rule] = [
  illegalTransition, regression, percentFell, staleText, noMovement, expectedAfterDeadline,
  delayWithoutReason,
]
private let outcomeRules: [Rule] = [unknownOutcome, outcomeMeasure, negativeOutcome, totalFell]

private let otherRules: [Rule] = [sameEvidence, sameText, leadSupportConflict]

/// In the order of the file; findings at one place keep the order of the rules.
package func ordered(_ findings: [Finding]) -> [Finding] {
  findings.enumerated()
    .sorted { left, right in
      if left.element.place.precedes(right.element.place) { return true }
      if right.element.place.precedes(left.element.place) { return false }
      return left.offset < right.offset
    }
    .map(\.element)
}
