import Rectification

/// What judging a week again came to, for machines; docs/formats/outputs.md describes it.
package func replayJSON(_ replay: Replay, in zone: ZoneOffset) -> String {
  let json: Json = [
    "format": "zhouhui-replay", "version": .int(1), "campaign": Json(replay.campaign),
    "week": Json(replay.week), "judged": .int(replay.judged), "differs": .bool(replay.differs),
    "changed": .list(replay.changed.map { rejudgement($0, zone) }),
    "figures": .list(
      replay.figures.map { change in
        ["name": .text(change.name), "before": Json(change.before), "after": Json(change.after)]
      }),
  ]
  return json.source
}

private func rejudgement(_ pair: Rejudgement, _ zone: ZoneOffset) -> Json {
  let submission = pair.before.submission
  return [
    "unit": Json(submission.sender), "sha256": .text(submission.digest.hex),
    "file": pair.isGuarded ? .null : .text(submission.fileName),
    "receivedAt": .text(submission.receivedAt.text(in: zone)),
    "verdictBefore": .text(pair.before.verdict.rawValue),
    "verdictAfter": .text(pair.after.verdict.rawValue),
    "weekAfter": Json(pair.after.week),
    "findingsAdded": .list(pair.added.map(remark)), "findingsGone": .list(pair.gone.map(remark)),
  ]
}

private func remark(_ remark: Rejudgement.Remark) -> Json {
  [
    "rule": .text(remark.rule.rawValue), "severity": .text(remark.severity.rawValue),
    "place": remark.place.map { Json($0) } ?? .null,
  ]
}
