extension NotificationChannel {
  /// What the channel is to be told of an edition; nil when there is nothing it hears of.
  ///
  /// What it was told before decides, never what this edition calls new: a run that was missed tells
  /// everything later, and one made twice tells nothing twice. `told` are the last states it was told of.
  /// `isLatest` is false of a correction of a week that a later issue has followed: by then its alerts
  /// are history, and only its counts are told.
  package func notification(
    of summary: WeekSummary, isLatest: Bool, told: [AlertState],
    notices: [Alert.Identity: Notice.Number] = [:]
  ) -> EditionNotification? {
    guard summary.edition.kind != .preview else { return nil }
    let leads = keyed(summary.measures, by: \.code).mapValues(\.state.measure.leadUnit)
    let changes =
      isLatest ? changes(in: summary.alerts, leads: leads, told: told, notices: notices) : []
    guard hearsOfEditions || !changes.isEmpty else { return nil }
    return EditionNotification(
      channel: code, campaign: summary.settings.code, week: summary.week,
      edition: summary.edition.kind, counts: hearsOfEditions ? counts(of: summary) : [],
      changes: changes)
  }

  /// What is new, worse or over among the alerts of the latest edition, by what was told before.
  ///
  /// `leads` are the lead units of the measures.
  package func changes(
    in alerts: [Alert], leads: [Code: Code], told: [AlertState],
    notices: [Alert.Identity: Notice.Number] = [:]
  ) -> [EditionNotification.Change] {
    let last = keyed(told, by: \.matter)
    func unit(of identity: Alert.Identity) -> Code? {
      identity.kind.isAboutUnit ? identity.subject : leads[identity.subject]
    }
    let known = alerts.compactMap { alert -> EditionNotification.Change? in
      let state = AlertState(alert)
      let unit = unit(of: alert.identity)
      return change(to: state, from: last[state.matter], unit: unit).map {
        .init(kind: $0, alert: state, unit: unit, notice: notices[alert.identity])
      }
    }
    // A correction may find that an alert never was: whoever was told of it is told that too.
    let now = Set(alerts.map { AlertState($0).matter })
    let withdrawn = told.filter { !$0.isOver && !now.contains($0.matter) }
      .sorted { $0.matter < $1.matter }
    return known
      + withdrawn.map { .init(kind: .cleared, alert: $0.over, unit: unit(of: $0.identity)) }
  }

  private func change(
    to state: AlertState, from last: AlertState?, unit: Code?
  ) -> EditionNotification.Change.Kind? {
    let standing = last.flatMap { $0.isOver ? nil : $0 }
    if state.isOver { return standing == nil ? nil : .cleared }
    guard filter.passes(state, unit: unit) else { return nil }
    guard let standing else { return .raised }
    return state.isWorse(than: standing) ? .escalated : nil
  }

  /// Those whose names are the program's own; outcomes have names of the campaign's.
  private func counts(of summary: WeekSummary) -> [EditionNotification.Count] {
    summary.figures.compactMap { figure in
      guard case .count(let value, _) = figure.value, !figure.id.text.hasPrefix("outcomes.") else {
        return nil
      }
      return EditionNotification.Count(figure: figure.id, name: figure.name, value: value)
    }
  }
}

extension NotificationChannel.AlertFilter {
  func passes(_ state: AlertState, unit: Code?) -> Bool {
    if let units, !(unit.map(units.contains) ?? false) { return false }
    if let step = state.step { return step >= fromStep }
    return fromLevel.map { state.level >= $0 } ?? false
  }
}
