import Rectification

/// `zhouhui trace --json`: what a number, a measure or a unit rests on; docs/formats/outputs.md describes it.
package func traceJSON(_ trace: Trace, _ summary: WeekSummary) -> String {
  let (week, zone) = (summary.week, summary.settings.zone)
  let (kind, content): (String, Json) =
    switch trace {
    case .figure(let found, let rows):
      ("figure", ["figure": figure(found), "rows": .list(rows.map { row($0, in: week, zone) })])
    case .measure(let found):
      (
        "measure",
        [
          "measure": measure(found.row, in: week, zone),
          "events": .list(found.events.map { event($0, zone) }),
        ]
      )
    case .unit(let found):
      (
        "unit",
        [
          "unit": reporting(found.state, summary),
          "submissions": .list(
            found.submissions.map {
              judged($0, found.findings[$0.submission.digest] ?? [], zone)
            }),
        ]
      )
    }
  let json: Json = [
    "format": "zhouhui-trace", "version": .int(1), "campaign": Json(summary.settings.code),
    "week": Json(summary.week), "kind": .text(kind), "trace": content,
  ]
  return json.source
}

private func row(_ row: Trace.Row, in week: Week, _ zone: ZoneOffset) -> Json {
  switch row {
  case .measure(let found): ["measure": measure(found, in: week, zone)]
  case .item(let found, let measures):
    [
      "item": Json(found.item.code),
      "measures": .list(measures.map { measure($0, in: week, zone) }),
    ]
  case .unit(let found):
    [
      "unit": Json(found.unit), "state": .text(found.state.rawValue),
      "effective": found.effective.map { Json($0, in: zone) } ?? .null,
    ]
  case .part(let part, let kind):
    [
      "unit": Json(part.unit), "value": .text(amount(part.value, in: kind)),
      "source": source(part.submission, part.place, zone),
    ]
  case .commonProblem(let problem):
    ["commonProblem": Json(problem.code), "finding": .text(problem.finding.name.en)]
  }
}

private func event(_ event: MeasureTrace.Event, _ zone: ZoneOffset) -> Json {
  switch event {
  case .decision(let made, let remark):
    ["decision": decision(made, zone), "remark": Json(remark?.kind.rawValue)]
  case .entry(let traced):
    [
      "role": .text(traced.role.rawValue),
      "submission": judged(traced.judged, traced.findings, zone),
      "entry": traced.entry.map {
        [
          "status": .text($0.status.rawValue), "percent": .int($0.percent),
          "progress": .text($0.progress), "place": Json($0.place),
        ]
      } ?? .null,
    ]
  }
}

/// Of what is in quarantine neither the name nor a place is said.
private func judged(
  _ one: JudgedSubmission, _ findings: [Finding], _ zone: ZoneOffset
) -> Json {
  let isGuarded = one.verdict == .quarantined
  return [
    "unit": Json(one.submission.sender), "week": Json(one.week), "revision": .int(one.revision),
    "verdict": .text(one.verdict.rawValue), "sha256": .text(one.submission.digest.hex),
    "file": isGuarded ? .null : .text(one.submission.fileName),
    "channel": .text(one.submission.channel.rawValue),
    "receivedAt": .text(one.submission.receivedAt.text(in: zone)),
    "findings": .list(
      findings.map {
        [
          "rule": .text($0.rule.rawValue), "severity": .text($0.severity.rawValue),
          "place": isGuarded ? .null : Json($0.place),
        ]
      }),
  ]
}
