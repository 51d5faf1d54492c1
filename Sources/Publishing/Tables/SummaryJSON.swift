import Rectification

/// `summary.json`: what the page says, for machines; docs/formats/outputs.md describes it.
package func summaryJSON(_ summary: WeekSummary) -> String {
  let zone = summary.settings.zone
  let json: Json = [
    "format": "zhouhui-summary", "version": .int(1),
    "campaign": campaign(summary.settings),
    "edition": edition(summary.edition, zone),
    "week": Json(summary.week), "previousWeek": Json(summary.previousWeek),
    "figures": .list(summary.figures.map(figure)),
    "aspects": .list(summary.aspects.map(aspect)),
    "units": .list(summary.units.map { unit($0, summary) }),
    "items": .list(summary.items.map(item)),
    "measures": .list(summary.measures.map { measure($0, in: summary.week, zone) }),
    "movements": .list(summary.movements.map(movement)),
    "reporting": .list(summary.reporting.map { reporting($0, summary) }),
    "alerts": .list(summary.alerts.map(alert)),
    "agenda": .list(summary.agenda.items.map { point($0, zone) }),
    "agendaListed": .list(summary.agenda.listed.map { point($0, zone) }),
    "registerChanges": .list(summary.changes.map(registerChange)),
    "withdrawn": .list(summary.withdrawn.map(withdrawn)),
    "steps": .list(summary.steps.map(step)),
    "commonProblems": .list(summary.commonProblems.map(commonProblem)),
    "plan": plan(summary.plan), "forecast": forecast(summary.forecast),
    "outcomes": .list(summary.outcomes.map { outcome($0, zone) }),
    "waiting": .list(summary.waiting.map { waitingFile($0, zone) }),
  ]
  return json.source
}

private func commonProblem(_ problem: CommonProblem) -> Json {
  let (items, measures, why): ([Code], [CommonProblem.PreventiveMeasure], String?) =
    switch problem.finding {
    case .notApplicable(let why): ([], [], why)
    case .covered(let items): (items, [], nil)
    case .clear(let measures): ([], measures, nil)
    }
  return [
    "code": Json(problem.code), "title": .text(problem.title),
    "finding": .text(problem.finding.name.en), "items": Json(items), "reason": Json(why),
    "preventive": .list(measures.map { ["text": .text($0.text), "unit": Json($0.unit)] }),
  ]
}

private func plan(_ plan: PlanProgress) -> Json {
  [
    "due": .int(plan.due), "dueDone": .int(plan.dueDone), "dueOpen": .int(plan.dueOpen),
    "overdue": .int(plan.overdue), "doneEarly": .int(plan.doneEarly),
    "doneWithoutDeadline": .int(plan.doneWithoutDeadline),
  ]
}

private func forecast(_ forecast: Forecast) -> Json {
  let record = forecast.record
  return [
    "rule": Json(Forecast.rule),
    "late": .list(
      forecast.late.map {
        [
          "measure": Json($0.measure), "deadline": Json($0.deadline), "expected": Json($0.expected),
        ]
      }),
    "warned": .int(record.warned), "warnedRight": .int(record.warnedRight),
    "missed": .int(record.missed), "missedForeseen": .int(record.missedForeseen),
    "byEnd": .int(forecast.byEnd), "notByEnd": .int(forecast.notByEnd),
    "withoutPace": .int(forecast.withoutPace),
  ]
}

private func campaign(_ settings: CampaignSettings) -> Json {
  [
    "code": Json(settings.code), "title": .text(settings.title), "office": .text(settings.office),
    "start": Json(settings.start), "end": Json(settings.end),
    "zone": .text(settings.zone.description),
  ]
}

private func edition(_ edition: Edition, _ zone: ZoneOffset) -> Json {
  let (kind, number): (String, Int?) =
    switch edition.kind {
    case .preview: ("preview", nil)
    case .issue: ("issue", nil)
    case .correction(let number): ("correction", number)
    }
  return [
    "kind": .text(kind), "correction": Json(number), "name": Json(edition.name),
    "referenceDate": Json(edition.referenceDate),
    "latestInput": Json(edition.latestInput?.text(in: zone)),
    "goneUnits": edition.goneUnits.map(goneUnits) ?? .null,
    "inputs": Json(edition.inputs?.hex), "previousEdition": Json(edition.previous?.hex),
    "cutOffs": [
      "report": .text(edition.cutOffs.report.text(in: zone)),
      "summary": .text(edition.cutOffs.summary.text(in: zone)),
      "meeting": .text(edition.cutOffs.meeting.text(in: zone)),
    ],
  ]
}

func figure(_ figure: Figure) -> Json {
  [
    "id": .text(figure.id.text), "name": Json(figure.name), "value": value(figure.value),
    "previous": figure.previous.map(value) ?? .null, "change": Json(figure.change),
    "members": Json(figure.members),
  ]
}

/// Counts are numbers, money is a string: no reader may turn it into a binary fraction.
private func value(_ value: Figure.Value) -> Json {
  switch value {
  case .count(let count, let word): ["count": .int(count), "unit": .text(word)]
  case .money(let amount, let unit):
    ["amount": .text(amount.text(in: unit)), "unit": .text(unit.rawValue)]
  }
}

private func counts(_ counts: StatusCounts) -> Json {
  [
    "total": .int(counts.total), "notStarted": .int(counts.notStarted),
    "inProgress": .int(counts.inProgress), "completed": .int(counts.completed),
    "closed": .int(counts.closed), "overdue": .int(counts.overdue),
  ]
}

private func aspect(_ progress: AspectProgress) -> Json {
  [
    "code": Json(progress.aspect.code), "title": .text(progress.aspect.title),
    "problems": .int(progress.problems), "items": .int(progress.items),
    "itemsDone": .int(progress.itemsDone), "measures": counts(progress.measures),
    "percent": .int(progress.percent), "plannedPercent": .int(progress.plannedPercent),
  ]
}

private func unit(_ progress: UnitProgress, _ summary: WeekSummary) -> Json {
  [
    "unit": Json(progress.unit), "name": .text(summary.name(of: progress.unit)),
    "state": .text(progress.state.rawValue), "measures": counts(progress.measures),
  ]
}

private func item(_ state: ItemState) -> Json {
  [
    "code": Json(state.item.code), "title": .text(state.item.title),
    "problem": Json(state.item.problem), "aspect": Json(state.aspect),
    "measures": counts(state.measures), "done": .bool(state.isDone),
  ]
}

private func movement(_ movement: Movement) -> Json {
  let (kind, from, to): (String, Json, Json) =
    switch movement.kind {
    case .status(let from, let to): ("status", .text(from.rawValue), .text(to.rawValue))
    case .percent(let from, let to): ("percent", .int(from), .int(to))
    case .deadline(let from, let to): ("deadline", Json(from), Json(to))
    case .added(let status): ("added", .null, .text(status.rawValue))
    case .withdrawn(let status): ("withdrawn", .text(status.rawValue), .null)
    case .lead(let from, let to): ("lead", Json(from), Json(to))
    case .reworded: ("reworded", .null, .null)
    }
  return [
    "measure": Json(movement.measure), "kind": .text(kind), "from": from, "to": to,
  ]
}

func reporting(_ unit: UnitWeek, _ summary: WeekSummary) -> Json {
  [
    "unit": Json(unit.unit), "name": .text(summary.name(of: unit.unit)),
    "state": .text(unit.state.rawValue), "verdict": Json(unit.verdict?.rawValue),
    "received": .int(unit.received), "rejected": .int(unit.rejected),
    "silentWeeks": .int(unit.silentWeeks), "lateWeeks": .int(unit.lateWeeks),
    "failure": Json(unit.failure?.reason),
    "effective": unit.effective.map { Json($0, in: summary.settings.zone) } ?? .null,
  ]
}

private func alert(_ alert: Alert) -> Json {
  [
    "id": .text(alert.identity.description), "kind": .text(alert.identity.kind.rawValue),
    "subject": Json(alert.identity.subject), "level": .text(alert.level.rawValue),
    "step": Json(alert.step?.code), "life": .text(alert.life.rawValue),
    "since": Json(alert.since), "workdaysOverdue": .int(alert.workdaysOverdue),
    "daysLeft": Json(alert.daysLeft), "recipients": .list(alert.recipients.map(Json.text)),
    "message": Json(alert.message),
  ]
}

private func point(_ point: AgendaItem, _ zone: ZoneOffset) -> Json {
  [
    "kind": .text(point.kind.rawValue), "measure": Json(point.measure), "unit": Json(point.unit),
    "unitsWanted": Json(point.unitsWanted), "facts": Json(point.facts),
    "proposal": Json(point.proposal),
    "source": point.source.map { source($0.submission, $0.place, zone) } ?? .null,
  ]
}

private func step(_ state: StepState) -> Json {
  [
    "code": Json(state.step.code), "title": .text(state.step.title),
    "start": Json(state.step.start), "end": Json(state.step.end),
    "phase": .text(state.phase.rawValue), "daysLate": Json(state.daysLate),
    "done": Json(state.phase == .done ? state.step.done : nil), "basis": .text(state.step.basis),
  ]
}

private func outcome(_ outcome: OutcomeTotal, _ zone: ZoneOffset) -> Json {
  [
    "kind": Json(outcome.kind.code), "name": .text(outcome.kind.name),
    "total": value(outcome.total),
    "parts": .list(
      outcome.parts.map { part in
        [
          "unit": Json(part.unit), "value": .text(amount(part.value, in: outcome.kind)),
          "source": source(part.submission, part.place, zone),
        ]
      }),
  ]
}

func source(_ submission: Submission, _ place: Place, _ zone: ZoneOffset) -> Json {
  ["submission": Json(submission, in: zone), "place": Json(place)]
}

extension LadderStep {
  /// As the formats write it.
  var code: String {
    switch self {
    case .remind: "remind"
    case .urge: "urge"
    case .supervise: "supervise"
    case .interview: "interview"
    }
  }
}
