import Foundation
import Intake
import Rectification

/// The campaign's files as they are now against those of the last run that judged or issued anything.
struct SinceThen {
  private(set) var faults: [Verification.Fault] = []
  private(set) var remarks: [Bilingual] = []

  init(_ campaign: Code, last: CampaignSnapshot?, in workspace: Workspace) throws {
    guard let last else { return }
    let now: CampaignSnapshot
    do {
      now = try CampaignSnapshot(campaign, in: workspace)
    } catch {
      remarks.append(
        Bilingual(
          zh: "专项文件现在有错，读不出来：zhouhui doctor 会逐条列出",
          en: "the campaign's files cannot be read as they are; zhouhui doctor lists why"))
      return
    }
    let paths = Set(now.files.contents.keys).union(last.files.contents.keys).sorted()
    for path in paths where now.files[path] != last.files[path] {
      if path.hasSuffix("/decisions.csv") { continue }
      remarks.append(
        Bilingual(
          zh: "\(path) 在最近一次运行之后有改动，下次运行时生效",
          en: "\(path) has changed since the last run and counts from the next"))
    }
    faults = Self.lostDecisions(from: last.campaign, to: now.campaign)
  }

  /// decisions.csv is only ever added to.
  private static func lostDecisions(
    from last: Campaign, to now: Campaign
  ) -> [Verification.Fault] {
    let known = Dictionary(
      now.decisions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return last.decisions.filter { !$0.saysTheSame(as: known[$0.code]) }.map { decision in
      let place = "schedules/\(last.settings.code)/decisions.csv"
      return Verification.Fault(
        .alteredDecision, place,
        known[decision.code] == nil
          ? Bilingual(
            zh: "决定 \(decision.code) 没有了", en: "decision \(decision.code) is gone")
          : Bilingual(
            zh: "决定 \(decision.code) 被改过", en: "decision \(decision.code) was changed"))
    }
  }
}

extension Decision {
  fileprivate func saysTheSame(as other: Decision?) -> Bool {
    guard let other else { return false }
    return (decidedAt, measure, action) == (other.decidedAt, other.measure, other.action)
      && (reason, basis, decidedBy) == (other.reason, other.basis, other.decidedBy)
  }
}

extension Verification {
  mutating func add(_ since: SinceThen) {
    faults += since.faults
    remarks += since.remarks
  }
}
