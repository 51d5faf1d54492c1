/// What a rule will say of one measure, known before the unit has filled anything in.
///
/// For forms that check as they are filled in: the words are the rule's own, got by asking it, with
/// `{percent}` or `{date}` where what the unit writes will stand.
package struct ForeseenFinding: Hashable, Sendable {
  package let rule: RuleCode
  package let severity: Severity
  package let message: Bilingual
  package let remedy: Bilingual
  package let when: Condition

  /// When it will be said.
  package enum Condition: Hashable, Sendable {
    /// The status, and a percent outside of this range.
    case percentOutside(ReportedStatus, ClosedRange<Int>)
    case completedWithoutEvidence
    /// This status, with or without a delay reason.
    case status(ReportedStatus, isExplained: Bool)
    case percentBelow(Int)
    /// This status, and the progress text of the last report.
    case sameText(ReportedStatus)
    /// In progress, and at this percent.
    case unmoved(Int)
    /// An extension to this day or an earlier one.
    case extensionUpTo(CivilDate)
    /// Expected after this day, and no extension asked for.
    case expectedAfter(CivilDate)
    /// Filled in after this day, not completed, and no delay reason.
    case overdueUnexplained(CivilDate)
  }
}

/// Asks the rules on entries what they would say of one measure of a unit.
package struct Foresight: Sendable {
  let index: RegisterIndex
  let history: UnitHistory
  let unit: Code
  let week: Week
  let moment: Moment

  package init(
    index: RegisterIndex, history: UnitHistory, unit: Code, week: Week, moment: Moment
  ) {
    self.index = index
    self.history = history
    self.unit = unit
    self.week = week
    self.moment = moment
  }

  /// Stands for what the unit will write; no report can hold it.
  static let percent = -987_654
  /// A day before all deadlines, and one after them.
  static let early = CivilDate(dayNumber: -700_000)
  static let late = CivilDate(dayNumber: 2_800_000)

  package func findings(on measure: Measure) throws(UncoveredYear) -> [ForeseenFinding] {
    let deadline = try index.deadline(of: measure, at: moment)
    var found = contradictions(measure.code) + backward(measure.code) + slow(measure.code)
    guard let deadline else { return found }
    found += try ask(
      badDate, .extensionUpTo(deadline),
      entry(measure.code) {
        $0.extensionRequest = ExtensionRequest(newDeadline: Self.early, reason: "")
      })
    found += try ask(
      expectedAfterDeadline, .expectedAfter(deadline),
      entry(measure.code) {
        $0.delay = Delay(reason: "", expectedDate: Self.late)
      })
    let after = Moment(seconds: Int64(deadline.dayNumber + 2) * 86_400)
    found += try ask(
      delayWithoutReason, .overdueUnexplained(deadline), entry(measure.code),
      at: max(moment, after))
    return found
  }

  private func contradictions(_ measure: Code) -> [ForeseenFinding] {
    var found: [ForeseenFinding] = []
    for status in ReportedStatus.allCases {
      let allowed = (0...100).filter { percent in
        statusPercent(context(entry(measure) { ($0.status, $0.percent) = (status, percent) }))
          .isEmpty
      }
      guard let low = allowed.first, let high = allowed.last else { continue }
      found += say(
        statusPercent(context(entry(measure) { $0.status = status })),
        .percentOutside(status, low...high))
    }
    return found
      + say(
        Rectification.completedWithoutEvidence(
          context(entry(measure) { $0.status = .completed })), .completedWithoutEvidence)
  }

  private func backward(_ measure: Code) -> [ForeseenFinding] {
    var found: [ForeseenFinding] = []
    for status in ReportedStatus.allCases {
      for isExplained in [false, true] {
        let context = context(
          entry(measure) {
            $0.status = status
            if isExplained { $0.delay = Delay(reason: "", expectedDate: nil) }
          })
        found += say(
          illegalTransition(context) + regression(context),
          .status(status, isExplained: isExplained))
      }
    }
    let fallen = percentFell(context(entry(measure)))
    let bound = (0...100).first { percent in
      percentFell(context(entry(measure) { $0.percent = percent })).isEmpty
    }
    return found + (bound.map { say(fallen, .percentBelow($0)) } ?? [])
  }

  private func slow(_ measure: Code) -> [ForeseenFinding] {
    guard let last = history.lastEntry(of: measure)?.entry else { return [] }
    let stale = [ReportedStatus.notStarted, .inProgress].flatMap { status in
      say(
        staleText(
          context(entry(measure) { ($0.status, $0.progress) = (status, last.progress) })),
        .sameText(status))
    }
    return stale
      + say(
        noMovement(context(entry(measure) { $0.percent = last.percent })), .unmoved(last.percent))
  }
}

extension Foresight {
  private func entry(_ measure: Code, _ change: (inout Entry) -> Void = { _ in }) -> Entry {
    var entry = Entry(measure: measure, status: .inProgress, percent: Self.percent, progress: "")
    change(&entry)
    return entry
  }

  private func context(_ entry: Entry, at moment: Moment? = nil) -> CheckContext {
    let moment = moment ?? self.moment
    let campaign = index.campaign.settings.code
    return CheckContext(
      report: WeeklyReport(
        campaign: campaign, unit: UnitName(unit), week: week, revision: 1, submittedAt: moment,
        submittedBy: "", isZeroReport: false, entries: [entry], coordinationRequests: [],
        outcomes: []),
      submission: Submission(
        campaign: campaign, sender: unit, channel: .inbox, fileName: "", digest: .none, size: 0,
        receivedAt: moment), index: index, history: history)
  }

  private func ask(
    _ rule: Rule, _ when: ForeseenFinding.Condition, _ entry: Entry, at moment: Moment? = nil
  ) throws(UncoveredYear) -> [ForeseenFinding] {
    say(try rule(context(entry, at: moment)), when)
  }

  /// As grave as the campaign has it, with gaps in place of what stood for the unit's own.
  private func say(
    _ findings: [Finding], _ when: ForeseenFinding.Condition
  ) -> [ForeseenFinding] {
    index.campaign.settings.rules.weigh(findings).map { finding in
      ForeseenFinding(
        rule: finding.rule, severity: finding.severity, message: Self.withGaps(finding.message),
        remedy: Self.withGaps(finding.remedy), when: when)
    }
  }

  private static func withGaps(_ text: Bilingual) -> Bilingual {
    Bilingual(zh: withGaps(text.zh), en: withGaps(text.en))
  }

  private static func withGaps(_ text: String) -> String {
    text.replacing(String(percent), with: "{percent}")
      .replacing(early.description, with: "{date}").replacing(late.description, with: "{date}")
  }
}

extension Digest {
  /// Of nothing that was received.
  fileprivate static let none = Digest(unchecked: String(repeating: "0", count: 64))
}
