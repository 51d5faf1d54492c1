import Rectification

/// 日析 for machines; docs/formats/outputs.md describes it.
package func todayJSON(_ analysis: DailyAnalysis) -> String {
  let zone = analysis.now.settings.zone
  let json: Json = [
    "format": "zhouhui-today", "version": .int(1),
    "campaign": Json(analysis.now.settings.code), "week": Json(analysis.now.week),
    "since": .text(analysis.since.text(in: zone)), "until": .text(analysis.until.text(in: zone)),
    "received": .list(
      analysis.received.map { received($0, zone) }),
    "decisions": .list(
      analysis.decisions.map { decision in
        [
          "code": Json(decision.code), "measure": Json(decision.measure),
          "action": .text(decision.action.word), "reason": .text(decision.reason),
          "decidedAt": .text(decision.decidedAt.text(in: zone)),
          "decidedBy": .text(decision.decidedBy),
        ]
      }),
    "difference": differenceValue(analysis.difference, in: zone),
    "awaited": .list(
      analysis.awaited.map {
        ["unit": Json($0.unit), "state": .text($0.state.rawValue)]
      }),
    "nextWorkday": Json(analysis.nextWorkday), "due": .list(analysis.due.map(due)),
    "cutOffs": .list(
      analysis.cutOffs.map {
        [
          "kind": .text($0.kind.rawValue), "week": Json($0.week), "at": .text($0.at.text(in: zone)),
        ]
      }),
  ]
  return json.source
}

/// Of what is in quarantine not even the name it came under.
private func received(_ receipt: Receipt, _ zone: ZoneOffset) -> Json {
  let submission = receipt.submission
  return [
    "sender": Json(submission.sender), "channel": .text(submission.channel.rawValue),
    "fileName": Json(receipt.isSealed ? nil : submission.fileName),
    "sha256": .text(submission.digest.hex), "size": .int(submission.size),
    "receivedAt": .text(submission.receivedAt.text(in: zone)), "week": Json(receipt.week),
    "verdict": .text(receipt.verdict.rawValue),
    "rules": .list(receipt.shownFindings.map { .text($0.rule.rawValue) }),
  ]
}

private func due(_ row: MeasureRow) -> Json {
  [
    "measure": Json(row.code), "deadline": Json(row.state.deadline),
    "leadUnit": Json(row.state.measure.leadUnit), "percent": .int(row.state.percent),
  ]
}
