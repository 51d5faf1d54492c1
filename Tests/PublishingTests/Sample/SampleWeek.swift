@testable import Rectification

/// One week of a drive of 108 measures, made by the same functions as a real one.
struct SampleWeek {
  /// How far the drive has come.
  enum Stage {
    /// 104 of 108 completed, as at the end of the public notice.
    case nearEnd
    /// About half, with a good many late: the page at its fullest.
    case middle
  }

  let stage: Stage
  let index: RegisterIndex
  private let textOf: @Sendable (String) -> String

  /// `text` is put in place of every text that comes from outside.
  init(_ stage: Stage = .nearEnd, scale: Int = 1, text: (@Sendable (String) -> String)? = nil) {
    self.stage = stage
    let textOf = text ?? { $0 }
    self.textOf = textOf
    index = RegisterIndex(sampleCampaign(SampleRegister(scale: scale), textOf))
  }

  var week: Week { Week(containing: day) }

  var day: CivilDate {
    stage == .nearEnd ? PublishingTests.day("2024-01-19") : PublishingTests.day("2023-12-01")
  }

  func summary(_ kind: Edition.Kind = .issue) throws -> WeekSummary {
    let before = try state(week.previous, isLast: true)
    var now = try state(week, isLast: false)
    let remembered = try AlertBook(index, on: day - 7, remembered: []).alerts(for: before)
    now.alerts = try AlertBook(index, on: day, remembered: remembered).alerts(for: now)
    let edition = Edition(
      kind: kind, cutOffs: now.cutOffs, referenceDate: day,
      latestInput: Moment(day, sampleTime(11 * 3600), in: .beijing))
    return try summarise(now, previous: before, edition: edition, index: index)
  }

  /// Every unit has been late, silent or exempt once in a while, each in its own way.
  private var earlierReporting: [ReportingWeek] {
    let first = index.campaign.settings.firstWeek
    return (0..<week.distance(from: first)).map { number in
      let states = index.campaign.units.enumerated().map { unit, one in
        let all = UnitWeek.State.allCases
        let turn = (unit * 5 + number * 3) % 23
        return (one.code, turn < all.count ? all[turn] : .onTime)
      }
      return ReportingWeek(
        week: Week(containing: first.monday + 7 * number),
        states: Dictionary(states, uniquingKeysWith: { first, _ in first }))
    }
  }

  var problems: [Problem] { index.campaign.register.problems }

  private func state(_ week: Week, isLast: Bool) throws -> WeekState {
    var random = SampleRandom()
    let measures = try index.campaign.register.measures.enumerated().map { number, measure in
      try measureState(number, measure, week, isLast: isLast, &random)
    }
    guard let cutOffs = try index.cycle.cutOffs(of: week) else {
      throw UncoveredYear(year: week.year, file: "")
    }
    let unitWeeks = unitWeeks(week)
    return WeekState(
      cutOffs: cutOffs, referenceDate: isLast ? day - 7 : day, measures: measures,
      unitWeeks: unitWeeks, outcomes: outcomes(week, isLast),
      requests: isLast ? [] : requests(week),
      reportingWeeks: earlierReporting + [ReportingWeek(week: week, unitWeeks)])
  }

  private func measureState(
    _ number: Int, _ measure: Measure, _ week: Week, isLast: Bool, _ random: inout SampleRandom
  ) throws -> MeasureState {
    var state = MeasureState(measure: measure, deadline: try index.registeredDeadline(of: measure))
    let (done, used) = (isDone(number, isLast: isLast), state.timeUsed(on: day) ?? 60)
    let pace = max(0, min(95, used - 35 + random.below(40)))
    let percent = pace - (isLast && number % 3 == 0 ? 5 : 0)
    state.percent = done ? 100 : max(0, percent)
    state.status =
      done ? (number % 4 == 0 ? .completed : .closed) : percent > 5 ? .inProgress : .notStarted
    state.entry = entry(number, state, week)
    if !isLast, number % 19 == 4, let deadline = state.deadline, !done || number % 2 == 0 {
      state.deadline = deadline + 21
      state.slips = 1
    }
    if state.status == .closed { state.decision = closing(number, measure, week) }
    if !done, number % 11 == 7 { state.staleSince = week }
    if number == 60, !isLast { dispute(&state, number, week) }
    if done { state.completedOn = week.monday - 20 + number % 17 }
    state.ask(number, in: week)
    state.history = history(of: state, in: week)
    return state
  }

  /// A quarter of the way at a time, every third week.
  private func history(of state: MeasureState, in week: Week) -> [MeasureState.Point] {
    let end = state.completedOn.map { Week(containing: $0) } ?? week
    let way = [3, 2, 1].map { steps in
      let percent = state.percent * (4 - steps) / 4
      return MeasureState.Point(
        week: Week(containing: end.monday - 21 * steps),
        status: percent > 0 ? .inProgress : .notStarted, percent: percent)
    }
    let closed = state.status == .closed && end < week
    return way
      + (closed ? [.init(week: end, status: .completed, percent: 100)] : [])
      + [.init(week: closed ? week : end, status: state.status, percent: state.percent)]
  }

  /// The lead calls it completed, and a supporting unit does not.
  private func dispute(_ state: inout MeasureState, _ number: Int, _ week: Week) {
    let said = Entry(
      measure: state.measure.code, status: .inProgress, percent: 70, progress: textOf("仍有两处未完成"))
    state.contributions = [
      ReportedEntry(
        unit: code("U03"), week: week, entry: said, submission: submission("U03", week))
    ]
    (state.status, state.percent, state.decision) = (.completed, 100, nil)
    state.entry = entry(number, state, week)
  }

  private func isDone(_ number: Int, isLast: Bool) -> Bool {
    switch stage {
    // Three items stay open through these four.
    case .nearEnd: !([20, 21, 50, 107] + (isLast ? [33, 77] : [])).contains(number % 108)
    case .middle: (number * 7) % 10 < (isLast && number % 9 == 0 ? 3 : 5) || number == 60
    }
  }

  private func entry(_ number: Int, _ state: MeasureState, _ week: Week) -> ReportedEntry {
    let late = state.daysOverdue(on: day) != nil
    let reported: ReportedStatus =
      state.status.isDone ? .completed : state.status == .inProgress ? .inProgress : .notStarted
    let entry = Entry(
      measure: state.measure.code, status: reported, percent: state.percent,
      progress: textOf("本周召开专题会议\(number % 3 + 1)次，完成阶段性任务并形成台账"), plan: textOf("下周组织复核"),
      evidence: reported == .completed
        ? [Evidence(name: textOf("验收单.pdf"), sha256: digest(number).hex)] : [],
      delay: late && number % 2 == 1
        ? Delay(reason: textOf("设计方案需重新公示，施工单位进场推迟"), expectedDate: day + 20) : nil,
      extensionRequest: late && number % 5 == 0
        ? ExtensionRequest(newDeadline: day + 30, reason: textOf("涉及跨区协调")) : nil,
      closeOutRequest: state.status == .completed && number % 8 == 0
        ? CloseOutRequest(statement: textOf("已完成全部任务并自查")) : nil,
      place: Place(line: 8 + number % 7 * 9, column: 5, pointer: "/entries/\(number % 7)"))
    let unit = state.measure.leadUnit
    return ReportedEntry(
      unit: unit, week: week, entry: entry, submission: submission(unit.text, week))
  }

  private func closing(_ number: Int, _ measure: Measure, _ week: Week) -> Decision {
    Decision(
      code: code("D\(number + 1)"),
      decidedAt: Moment(week.monday - 5, sampleTime(36_000), in: .beijing),
      measure: measure.code, action: .close, reason: textOf("佐证齐全"), basis: textOf("整改办〔2023〕12号"),
      decidedBy: textOf("整改办主任"), line: number + 2)
  }

  func submission(_ unit: String, _ week: Week) -> Submission {
    let number = Int(unit.dropFirst()) ?? 0
    return Submission(
      campaign: index.campaign.settings.code, sender: code(unit),
      channel: number % 3 == 0 ? .http : .inbox,
      fileName: textOf("\(unit)-\(week).\(number % 2 == 0 ? "xml" : "json")"),
      digest: digest(number * 100 + week.number),
      size: 8_000 + number * 321,
      receivedAt: Moment(week.monday + 3, sampleTime(50_000 + number * 600), in: .beijing))
  }

  private func unitWeeks(_ week: Week) -> [UnitWeek] {
    let states: [Int: UnitWeek.State] = [
      3: .zero, 5: .late, 8: .rejected, 11: .missing, 12: .fetchFailed,
    ]
    return index.campaign.units.enumerated().map { number, unit in
      let state = states[number] ?? .onTime
      return UnitWeek(
        unit: unit.code, state: state,
        effective: state.hasReport ? submission(unit.code.text, week) : nil,
        verdict: state == .rejected
          ? .rejected
          : state == .missing || state == .fetchFailed
            ? nil : number % 4 == 1 ? .acceptedWithWarnings : .accepted,
        received: state.hasReport ? 1 + number % 2 : state == .rejected ? 1 : 0,
        rejected: state == .rejected ? 1 : 0,
        silentWeeks: state.hasReport ? 0 : number - 9 > 0 ? number - 9 : 1,
        failure: state == .fetchFailed ? failedFetch(of: unit.code, week) : nil)
    }
  }

  private func failedFetch(of unit: Code, _ week: Week) -> FailedFetch {
    let attempts = [9, 9, 10].map { hour in
      FailedFetch.Attempt(
        at: Moment(week.monday, sampleTime(hour * 3_600 + 300), in: .beijing), kind: "timeout",
        message: textOf("连接超时（60秒）"))
    }
    return FailedFetch(
      unit: unit, week: week, reason: textOf("连接超时（60秒）"), since: attempts[0].at,
      attempts: attempts)
  }

  private func outcomes(_ week: Week, _ isLast: Bool) -> [Code: [OutcomeTotal.Part]] {
    let totals = [
      ("cases-filed", 8), ("sanctions", 9), ("admonitions", 8), ("measures-taken", 14),
      ("rules-new", 15), ("rules-revised", 4),
    ]
    var parts: [Code: [OutcomeTotal.Part]] = [:]
    for (kind, total) in totals {
      parts[code(kind)] = [("U01", total - 3 - (isLast ? 1 : 0)), ("U09", 3)].map {
        part($0.0, .count($0.1), week)
      }
    }
    parts[code("money-returned")] = [("U02", 3_103_600), ("U06", 1_000_000)].map {
      part($0.0, .amount(Amount(fen: Int64($0.1 - (isLast ? 50_000 : 0)) * 100)), week)
    }
    return parts
  }

  private func part(_ unit: String, _ value: Outcome.Value, _ week: Week) -> OutcomeTotal.Part {
    .init(
      unit: code(unit), value: value, submission: submission(unit, week),
      place: Place(line: 90, column: 7, pointer: "/outcomes/0"))
  }

  private func requests(_ week: Week) -> [RequestedCoordination] {
    [
      RequestedCoordination(
        unit: code("U11"),
        request: CoordinationRequest(
          subject: textOf("站点选址"), request: textOf("请区规划资源部门会同确认用地性质，本月底前出具意见"),
          unitsWanted: [UnitName(code("U03")), UnitName(code("U05"))],
          place: Place(line: 101, column: 5, pointer: "/coordinationRequests/0")),
        submission: submission("U11", week))
    ]
  }
}

extension MeasureState {
  /// What its last entry asks for: of this week, or for some weeks by now.
  fileprivate mutating func ask(_ number: Int, in week: Week) {
    let first = Week(containing: week.monday - 7 * (number % 3))
    let asked = Application(
      since: Moment(first.monday + 3, sampleTime(50_000), in: .beijing), week: first)
    if entry?.entry.closeOutRequest != nil { closeOut = asked }
    if entry?.entry.extensionRequest != nil { extensionAsked = asked }
  }
}
