import Rectification

/// What holds an issue back, or would have.
func goneUnits(_ gone: GoneUnits) -> Json {
  [
    "held": .bool(gone.isHeld), "comparedWith": Json(gone.comparedWith),
    "expected": .int(gone.expected), "limit": .int(gone.limit), "gone": Json(gone.gone.sorted()),
    "decision": Json(gone.order?.code), "message": Json(gone.message),
  ]
}

func waitingFile(_ file: WaitingFile, _ zone: ZoneOffset) -> Json {
  [
    "unit": Json(file.unit), "path": .text(file.path), "reason": .text(file.reason.code),
    "amount": .int(file.reason.amount), "setAside": .int(file.reason.setAside),
    "since": .text(file.since.text(in: zone)), "message": Json(file.message),
  ]
}
