import Files
import Foundation
import Intake
import Ledger
import Rectification

/// The office's word on measures, as given on the command line.
package struct MeasureDecision: Sendable {
  package let action: Decision.Action
  package let measures: [Code]
  package let reason: String
  package let basis: String
  package let decidedBy: String

  package init(
    action: Decision.Action, measures: [Code], reason: String, basis: String, decidedBy: String
  ) {
    self.action = action
    self.measures = measures
    self.reason = reason
    self.basis = basis
    self.decidedBy = decidedBy
  }
}

/// Why a decision was not written down.
package enum DecisionError: Error, Hashable {
  case unknownMeasure(Code)
  case unknownUnit(Code)
  /// A day more than ten years off.
  case farDate(CivilDate)
  /// By the rules of what measures come to, it would not count.
  case doesNotFit(DecisionRemark)
  /// A close-out before the unit has reported it wants a reason.
  case needsReason(DecisionRemark)
  case unknownResolution(Code)
  case resolutionDone(Code)
  /// The numbers of the file cannot be gone on with.
  case noNumber(String)

  package var message: Bilingual {
    switch self {
    case .unknownMeasure(let code):
      Bilingual(zh: "三张清单里没有措施 \(code)", en: "the register has no measure \(code)")
    case .unknownUnit(let code):
      Bilingual(zh: "单位名录里没有 \(code)", en: "units.csv has no \(code)")
    case .farDate(let date):
      Bilingual(
        zh: "\(date) 离作出决定（或开会）之日十年以上，多半是年份写错了，没有写入",
        en:
          "\(date) is more than ten years from the decision (or the meeting); the year will be wrong, nothing was written"
      )
    case .doesNotFit(let remark):
      Bilingual(
        zh: "\(remark.decision.measure)：\(remark.kind.name.zh)，没有写入",
        en: "\(remark.decision.measure): \(remark.kind.name.en); nothing was written")
    case .needsReason(let remark):
      Bilingual(
        zh: "\(remark.decision.measure)：\(remark.kind.name.zh)；确须销号的，请用 --reason 写明理由",
        en: "\(remark.decision.measure): \(remark.kind.name.en); if it is meant, give --reason")
    case .unknownResolution(let code):
      Bilingual(zh: "resolutions.csv 里没有 \(code)", en: "resolutions.csv has no \(code)")
    case .resolutionDone(let code):
      Bilingual(zh: "\(code) 已经办结", en: "\(code) is done already")
    case .noNumber(let file):
      Bilingual(zh: "\(file) 的编号无法接着编", en: "the numbers of \(file) cannot be gone on with")
    }
  }
}

/// Adds decisions on measures to decisions.csv, all of them or none; the next run counts them.
///
/// Each is held against what the measure has come to by `asOf`, as a report would be. The caller holds
/// the run lock, so that neither a run nor another decision comes between.
package func decide(
  _ wanted: MeasureDecision, of code: Code, in workspace: Workspace, asOf: Moment
) throws -> [Decision] {
  // Under the lock: what was loaded before may have a row less by now.
  let campaign = try CampaignFolder.load(code, in: URL(fileURLWithPath: workspace.root))
  switch wanted.action {
  case .extend(let until), .reopen(.some(let until)):
    try refuseFar(until, from: asOf.date(in: campaign.settings.zone))
  default: break
  }
  let states = try measureStates(of: campaign, in: workspace, asOf: asOf)
  var decisions: [Decision] = []
  for measure in wanted.measures {
    guard let state = states[measure] else { throw DecisionError.unknownMeasure(measure) }
    let decision = Decision(
      code: try nextDecision(of: campaign, after: decisions), decidedAt: asOf.minute,
      measure: measure, action: wanted.action, reason: wanted.reason.trimmingBlanks,
      basis: wanted.basis.trimmingBlanks, decidedBy: wanted.decidedBy.trimmingBlanks, line: 0)
    if let remark = state.remark(on: decision) {
      guard remark.kind.isApplied else { throw DecisionError.doesNotFit(remark) }
      if decision.reason.isEmpty { throw DecisionError.needsReason(remark) }
    }
    decisions.append(decision)
  }
  try write(decisions, [], to: campaign, in: workspace)
  return decisions
}

private func refuseFar(_ date: CivilDate, from day: CivilDate) throws {
  guard !date.isFar(from: day) else { throw DecisionError.farDate(date) }
}

/// What every measure has come to, with all that is decided and received by `asOf`.
///
/// That is the state of the week to which a decision made now belongs.
func measureStates(
  of campaign: Campaign, in workspace: Workspace, asOf: Moment
) throws -> [Code: MeasureState] {
  let index = RegisterIndex(campaign)
  let reading = try WeekReading(
    index: index, ledger: try readLedger(of: workspace), asOf: asOf)
  let week = try index.cycle.week(deciding: asOf, from: campaign.settings.firstWeek)
  var states: [Code: MeasureState] = [:]
  try reading.forEachState(from: week, through: week) { state, _ in
    for measure in state.measures { states[measure.measure.code] = measure }
  }
  return states
}

extension Cycle {
  /// The week that a decision made at `moment` belongs to, of those from `first`: the first whose summary
  /// cut-off is at or after it.
  func week(deciding moment: Moment, from first: Week) throws(UncoveredYear) -> Week {
    let current = try currentWeek(at: moment)
    var week = max(try cycleWeek(for: first), try self.week(before: current))
    while let cutOffs = try cutOffs(of: week), cutOffs.summary < moment {
      week = try cycleWeek(for: week.next)
    }
    return week
  }
}

func write(
  _ decisions: [Decision], _ releases: [Release], to campaign: Campaign, in workspace: Workspace
) throws {
  let file = campaign.officeFile("decisions.csv", in: workspace)
  try file.change { bytes in
    guard let bytes else { throw FileFailure("open", file.name, code: 2) }
    return try DecisionRow.appending(decisions, releases, to: bytes, of: campaign)
  }
}

func nextDecision(of campaign: Campaign, after decisions: [Decision] = []) throws -> Code {
  let taken = Set(decisions.map(\.code))
  guard let code = DecisionRow.nextCode(of: campaign, besides: taken) else {
    throw DecisionError.noNumber("decisions.csv")
  }
  return code
}

/// Adds something settled, or that it is done, to resolutions.csv.
package func resolve(
  _ wanted: ResolutionRow.Content, of code: Code, in workspace: Workspace
) throws {
  let campaign = try CampaignFolder.load(code, in: URL(fileURLWithPath: workspace.root))
  switch wanted {
  case .settled(let resolution):
    let known = Set(campaign.units.map(\.code))
    if let stranger = resolution.units.first(where: { !known.contains($0) }) {
      throw DecisionError.unknownUnit(stranger)
    }
    try refuseFar(resolution.due, from: resolution.meeting)
  case .done(let number, _):
    guard let open = campaign.resolutions.first(where: { $0.code == number }) else {
      throw DecisionError.unknownResolution(number)
    }
    guard open.outcome == nil else { throw DecisionError.resolutionDone(number) }
  }
  try campaign.officeFile("resolutions.csv", in: workspace).change { bytes in
    try ResolutionRow.appending(wanted, to: bytes, of: campaign)
  }
}

extension Moment {
  /// Without its seconds: a decision is written to the minute.
  var minute: Moment { Moment(seconds: seconds - (seconds % 60 + 60) % 60) }
}

extension String {
  var trimmingBlanks: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
