import Notifying
import Rectification
import TestSupport

/// An issue with counts, and `count` alerts beside two that are worth a look.
func sampleNotification(_ count: Int = 0) -> EditionNotification {
  func change(
    _ kind: EditionNotification.Change.Kind, _ subject: String, _ step: LadderStep?,
    of alert: Alert.Kind = .overdue, unit: String? = "BM20", notice: Notice.Number? = nil
  ) -> EditionNotification.Change {
    .init(
      kind: kind,
      alert: AlertState(
        identity: .init(kind: alert, subject: code(subject)), since: day("2024-01-12"),
        level: step == nil ? .orange : .red, step: step, isOver: kind == .cleared),
      unit: unit.map(code), notice: notice)
  }
  return EditionNotification(
    channel: code("office"), campaign: code("jingan-2023"), week: week("2024-W03"), edition: .issue,
    counts: [
      .init(
        figure: "measures.overdue", name: Bilingual(zh: "逾期整改措施", en: "measures overdue"), value: 4)
    ],
    changes: [
      change(.escalated, "M017", .supervise, notice: .init(year: 2024, ordinal: 3)),
      change(.cleared, "JD02", nil, of: .silent, unit: nil),
    ] + (0..<count).map { change(.raised, "X\($0)", .remind) })
}
