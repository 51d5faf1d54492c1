import Rectification

/// One row of changes.csv in `summary.json`.
func registerChange(_ change: RegisterChange) -> Json {
  let (before, after) = change.values
  return [
    "code": Json(change.code), "effective": Json(change.effective),
    "change": .text(change.word.english), "word": .text(change.word.rawValue),
    "measure": Json(change.isAboutUnit ? nil : change.subject),
    "unit": Json(change.isAboutUnit ? change.subject : nil),
    "before": Json(before.isEmpty ? nil : before), "after": Json(after.isEmpty ? nil : after),
    "basis": .text(change.basis), "reason": .text(change.reason), "line": .int(change.line),
  ]
}

/// A measure that is in no total any more, with what it had come to.
func withdrawn(_ withdrawn: WithdrawnMeasure) -> Json {
  let state = withdrawn.state
  return [
    "code": Json(state.measure.code), "text": .text(state.measure.text),
    "leadUnit": Json(state.measure.leadUnit), "status": .text(state.status.rawValue),
    "percent": .int(state.percent), "since": Json(withdrawn.change.effective),
    "change": Json(withdrawn.change.code),
  ]
}
