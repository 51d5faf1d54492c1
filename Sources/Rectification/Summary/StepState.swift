/// A work step against its dates.
package struct StepState: Hashable, Sendable {
  package let step: WorkStep
  package let phase: Phase
  /// Days past its end: when it was done, or so far; 0 when it is not late.
  package let daysLate: Int

  package enum Phase: String, Sendable {
    case ahead, current, overdue, done

    package var name: Bilingual {
      switch self {
      case .ahead: Bilingual(zh: "未到", en: "ahead")
      case .current: Bilingual(zh: "进行中", en: "under way")
      case .overdue: Bilingual(zh: "逾期", en: "overdue")
      case .done: Bilingual(zh: "已完成", en: "done")
      }
    }
  }

  /// A step as it stands at the end of `day`; what is noted as done later is not done yet.
  package init(_ step: WorkStep, on day: CivilDate) {
    self.step = step
    let done = step.done.flatMap { $0 <= day ? $0 : nil }
    phase =
      done != nil ? .done : step.end < day ? .overdue : step.start > day ? .ahead : .current
    daysLate = max(0, (done ?? day) - step.end)
  }

  /// `逾期 3 天`, `已完成（迟 2 天）`, `进行中`.
  package var standing: Bilingual {
    guard daysLate > 0 else { return phase.name }
    return phase == .done
      ? Bilingual(zh: "已完成（迟\(daysLate)天）", en: "done, \(daysLate) days late")
      : Bilingual(zh: "逾期\(daysLate)天", en: "\(daysLate) days overdue")
  }
}
