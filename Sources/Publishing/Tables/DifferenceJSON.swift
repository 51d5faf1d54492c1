import Rectification

/// What differs between two states, for machines; docs/formats/outputs.md describes it.
package func differenceJSON(
  _ difference: WeekDifference, of campaign: Code, editions: [EditionChanges] = [],
  in zone: ZoneOffset
) -> String {
  let json: Json = [
    "format": "zhouhui-diff", "version": .int(1), "campaign": Json(campaign),
    "from": side(difference.from, zone), "to": side(difference.to, zone),
    "differs": .bool(!difference.isEmpty),
    "editions": .list(editions.map(edition)),
    "figures": .list(difference.figures.map(figure)),
    "measures": .list(
      difference.measures.map { change in
        [
          "measure": Json(change.measure), "text": .text(change.text),
          "fields": .list(change.fields.map(field)),
        ]
      }),
    "units": .list(
      difference.units.map {
        [
          "unit": Json($0.unit), "from": Json($0.from?.rawValue), "to": Json($0.to?.rawValue),
        ]
      }),
    "registerChanges": .list(difference.registerChanges.map(registerChange)),
    "registerChangesGone": .list(difference.registerChangesGone.map(registerChange)),
    "alerts": .list(difference.alerts.map(alert)),
  ]
  return json.source
}

private func side(_ side: WeekDifference.Side, _ zone: ZoneOffset) -> Json {
  [
    "week": Json(side.week), "referenceDate": Json(side.referenceDate),
    "latestInput": Json(side.latestInput?.text(in: zone)),
  ]
}

private func edition(_ edition: EditionChanges) -> Json {
  let (kind, number): (String, Int?) =
    switch edition.kind {
    case .preview: ("preview", nil)
    case .issue: ("issue", nil)
    case .correction(let number): ("correction", number)
    }
  return [
    "kind": .text(kind), "correction": Json(number),
    "changes": .list(
      edition.changes.map { change in
        ["name": .text(change.name), "before": Json(change.before), "after": Json(change.after)]
      }),
  ]
}

private func figure(_ change: WeekDifference.FigureChange) -> Json {
  [
    "id": .text(change.id.text), "name": Json(change.name),
    "unit": Json((change.to ?? change.from)?.unit),
    "from": Json(change.from?.number), "to": Json(change.to?.number),
  ]
}

private func field(_ field: WeekDifference.Field) -> Json {
  let (name, from, to): (String, Json, Json) =
    switch field {
    case .added(let status, let percent):
      ("counted", .null, ["status": .text(status.rawValue), "percent": .int(percent)])
    case .gone(let status, let percent):
      ("counted", ["status": .text(status.rawValue), "percent": .int(percent)], .null)
    case .status(let from, let to): ("status", .text(from.rawValue), .text(to.rawValue))
    case .percent(let from, let to): ("percent", .int(from), .int(to))
    case .deadline(let from, let to): ("deadline", Json(from), Json(to))
    case .lead(let from, let to): ("leadUnit", Json(from), Json(to))
    case .supporters(let from, let to): ("supportingUnits", Json(from), Json(to))
    case .leader(let from, let to): ("leader", .text(from), .text(to))
    case .text(let from, let to): ("text", .text(from), .text(to))
    }
  return ["field": .text(name), "from": from, "to": to]
}

private func alert(_ change: WeekDifference.AlertChange) -> Json {
  [
    "change": .text(change.kind.rawValue), "id": .text(change.alert.identity.description),
    "level": .text(change.alert.level.rawValue), "step": Json(change.alert.step?.code),
    "levelBefore": Json(change.before?.level.rawValue),
    "stepBefore": Json(change.before?.step?.code), "message": Json(change.alert.message),
  ]
}
