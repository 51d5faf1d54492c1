/// Alerts of one week, made of the state of the week and of the alerts of the last closed week before it.
///
/// What is owed decides, never “n days before today”, and never who ran what: the fold makes every week's
/// alerts from the week before, so a run that was missed loses none and a run made twice raises none twice.
package struct AlertBook: Sendable {
  private let index: RegisterIndex
  private let day: CivilDate
  private let remembered: [Alert.Identity: Alert]

  /// A book for the edition whose reference date is `day`.
  ///
  /// `remembered` are the alerts of the week before; cleared ones among them are over.
  package init(_ index: RegisterIndex, on day: CivilDate, remembered: [Alert]) {
    self.index = index
    self.day = day
    self.remembered = keyed(remembered.filter { $0.life != .cleared }, by: \.identity)
  }

  /// Every alert of the week, worst first, the cleared ones last.
  ///
  /// - Throws: `UncoveredYear` when a deadline leaves the calendar.
  package func alerts(
    for state: WeekState, floods: [WaitingFile] = []
  ) throws(UncoveredYear) -> [Alert] {
    var found: [Alert] = []
    for measure in state.measures {
      if let alert = try timeAlert(measure) { found.append(alert) }
      if let alert = paceAlert(measure) { found.append(alert) }
      if let alert = orphanAlert(measure) { found.append(alert) }
    }
    found += state.unitWeeks.compactMap(silenceAlert) + state.unitWeeks.compactMap(lateAlert)
    found += floods.compactMap(floodAlert)
    let standing = Set(found.map(\.identity))
    let ended = remembered.values.filter { !standing.contains($0.identity) }
    let measures = keyed(state.measures, by: \.measure.code)
    return (found + ended.map { self.ended($0, measure: measures[$0.identity.subject]) })
      .sorted(by: Alert.isWorse)
  }

  private func timeAlert(_ state: MeasureState) throws(UncoveredYear) -> Alert? {
    guard !state.status.isDone, let deadline = state.deadline, state.measure.start <= day else {
      return nil
    }
    let left = deadline - day
    guard left < 0 else { return dueSoon(state, deadline: deadline, daysLeft: left) }
    let overdue = try index.campaign.calendar.workdays(after: deadline, through: day)
    let identity = Alert.Identity(kind: .overdue, subject: state.measure.code)
    let step = nextStep(workdaysOverdue: overdue, after: remembered[identity]?.step)
    return alert(
      identity, level: .red, step: step, workdaysOverdue: overdue, daysLeft: left,
      recipients: recipients(for: state.measure, step: step),
      message: Bilingual(
        zh: "时限\(deadline.chinese)，已逾期\(-left)天（\(overdue)个工作日），完成率\(state.percent)%",
        en: "due \(deadline), \(-left) days late (\(overdue) working days), at \(state.percent) %"))
  }

  private func dueSoon(_ state: MeasureState, deadline: CivilDate, daysLeft: Int) -> Alert? {
    let near = index.campaign.settings.thresholds.dueSoonDays.filter { daysLeft <= $0 }
    guard !near.isEmpty else { return nil }
    // Widest blue, narrower yellow, and orange from the third on.
    let level: Alert.Level = [.blue, .yellow, .orange][min(near.count, 3) - 1]
    return alert(
      .init(kind: .dueSoon, subject: state.measure.code), level: level, step: nil,
      workdaysOverdue: 0, daysLeft: daysLeft, recipients: recipients(for: state.measure, step: nil),
      message: Bilingual(
        zh: "时限\(deadline.chinese)，还剩\(daysLeft)天，完成率\(state.percent)%",
        en: "due \(deadline), \(daysLeft) days left, at \(state.percent) %"))
  }

  private func paceAlert(_ state: MeasureState) -> Alert? {
    guard !state.status.isDone, let used = state.timeUsed(on: day),
      state.deadline.map({ $0 >= day }) ?? false
    else { return nil }
    let (gap, limit) = (used - state.percent, index.campaign.settings.thresholds.paceGap)
    guard gap >= limit else { return nil }
    return alert(
      .init(kind: .behindPace, subject: state.measure.code),
      level: gap >= 2 * limit ? .orange : .yellow, step: nil, workdaysOverdue: 0,
      daysLeft: state.deadline.map { $0 - day },
      recipients: recipients(for: state.measure, step: nil),
      message: Bilingual(
        zh: "时间已用\(used)%，完成率\(state.percent)%，落后\(gap)个百分点",
        en: "\(used) % of the time used, \(state.percent) % done, \(gap) points behind"))
  }

  private func silenceAlert(_ unitWeek: UnitWeek) -> Alert? {
    let limit = index.campaign.settings.thresholds.silentWeeks
    guard !unitWeek.state.hasReport, unitWeek.state != .exempt, unitWeek.silentWeeks >= limit,
      let unit = index.units[unitWeek.unit]
    else { return nil }
    let weeks = unitWeek.silentWeeks
    return alert(
      .init(kind: .silent, subject: unit.code), level: weeks >= 2 * limit ? .red : .orange,
      step: nil, workdaysOverdue: 0, daysLeft: nil,
      recipients: [unit.name] + (unit.leader.isEmpty ? [] : [unit.leader]),
      message: Bilingual(
        zh: "连续\(weeks)周没有有效周报告", en: "no accepted report for \(weeks) weeks running"))
  }

  private func lateAlert(_ unitWeek: UnitWeek) -> Alert? {
    let limit = index.campaign.settings.thresholds.lateWeeks
    let weeks = unitWeek.lateWeeks
    guard weeks >= limit, let unit = index.units[unitWeek.unit] else { return nil }
    return alert(
      .init(kind: .lateReports, subject: unit.code), level: weeks >= 2 * limit ? .orange : .yellow,
      step: nil, workdaysOverdue: 0, daysLeft: nil,
      recipients: [unit.name] + (unit.leader.isEmpty ? [] : [unit.leader]),
      message: Bilingual(zh: "连续\(weeks)周迟报", en: "late \(weeks) weeks running"))
  }

  /// A measure whose lead unit is no more: it goes to the lead leader, for there is nobody else.
  private func orphanAlert(_ state: MeasureState) -> Alert? {
    let unit = index.units[state.measure.leadUnit]
    guard state.status != .closed, state.measure.start <= day,
      !(unit?.active.contains(day) ?? false)
    else { return nil }
    let name = unit?.name ?? state.measure.leadUnit.text
    return alert(
      .init(kind: .orphaned, subject: state.measure.code), level: .orange, step: nil,
      workdaysOverdue: 0, daysLeft: state.deadline.map { $0 - day },
      recipients: state.measure.leader.isEmpty
        ? [index.campaign.settings.office] : [state.measure.leader],
      message: Bilingual(
        zh: "牵头单位“\(name)”已停用，请另定牵头单位", en: "the lead unit, \(name), is no more; name another"))
  }

  private func floodAlert(_ file: WaitingFile) -> Alert? {
    guard case .flood = file.reason, let unit = index.units[file.unit] else { return nil }
    return alert(
      .init(kind: .flood, subject: unit.code), level: .orange, step: nil, workdaysOverdue: 0,
      daysLeft: nil, recipients: [unit.name] + (unit.leader.isEmpty ? [] : [unit.leader]),
      message: file.message)
  }

  /// One step up the ladder at a time, however long nobody looked.
  private func nextStep(workdaysOverdue: Int, after last: LadderStep?) -> LadderStep? {
    let thresholds = index.campaign.settings.ladder.thresholds
    let due = LadderStep.allCases.last { workdaysOverdue >= thresholds[$0] ?? .max }
    guard let due else { return last }
    let next = LadderStep(rawValue: (last?.rawValue ?? 0) + 1) ?? .interview
    return max(last ?? .remind, min(due, next))
  }

  /// The unit, from 催办 on the leader in charge of it, from 督办 on the lead leader.
  private func recipients(for measure: Measure, step: LadderStep?) -> [String] {
    let unit = index.units[measure.leadUnit]
    var found = [unit?.name ?? measure.leadUnit.text]
    if let step, step >= .urge, let leader = unit?.leader { found.append(leader) }
    if let step, step >= .supervise { found.append(measure.leader) }
    var seen: Set<String> = [""]
    return found.filter { seen.insert($0).inserted }
  }

  private func alert(
    _ identity: Alert.Identity, level: Alert.Level, step: LadderStep?, workdaysOverdue: Int,
    daysLeft: Int?, recipients: [String], message: Bilingual
  ) -> Alert {
    let last = remembered[identity]
    let isWorse = last.map { level > $0.level || (step?.rawValue ?? 0) > ($0.step?.rawValue ?? 0) }
    return Alert(
      identity: identity, level: level, step: step,
      life: isWorse.map { $0 ? .escalated : .continuing } ?? .raised,
      since: last?.since ?? day, workdaysOverdue: workdaysOverdue, daysLeft: daysLeft,
      recipients: recipients, message: message)
  }

  /// What is over: eased for a week where the campaign has it so, else cleared.
  private func ended(_ last: Alert, measure: MeasureState?) -> Alert {
    let why = AlertEnd.reason(last, measure: measure, on: day)
    let eases = index.campaign.settings.thresholds.redEasesToYellow && last.level == .red
    return Alert(
      identity: last.identity, level: eases ? .yellow : last.level, step: last.step,
      life: eases ? .continuing : .cleared, since: last.since,
      workdaysOverdue: last.workdaysOverdue, daysLeft: last.daysLeft, recipients: last.recipients,
      message: eases
        ? Bilingual(zh: why.zh + "，转黄灯观察一周", en: why.en + ", watched for a week") : why)
  }
}

extension Alert {
  /// Standing before cleared, worst level first, longest overdue first, then by identity.
  static func isWorse(_ left: Alert, _ right: Alert) -> Bool {
    if (left.life == .cleared) != (right.life == .cleared) { return right.life == .cleared }
    if left.level != right.level { return left.level > right.level }
    if left.workdaysOverdue != right.workdaysOverdue {
      return left.workdaysOverdue > right.workdaysOverdue
    }
    return left.identity < right.identity
  }
}

extension MeasureState {
  /// The share of time used on `day`, 0 to 100, rounded down; nil without a deadline.
  ///
  /// The days from the start to `day` over the days from the start to the deadline in force.
  package func timeUsed(on day: CivilDate) -> Int? {
    guard let deadline else { return nil }
    let whole = deadline - measure.start
    guard whole > 0 else { return day >= deadline ? 100 : 0 }
    return min(100, max(0, (day - measure.start) * 100 / whole))
  }
}
