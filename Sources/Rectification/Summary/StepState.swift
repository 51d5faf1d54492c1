/// A work step against its dates.
package struct StepState: Hashable, Sendable {
  package let step: WorkStep
  package let phase: Phase

  package enum Phase: String, Sendable {
    case ahead, current, past

    package var name: Bilingual {
      switch self {
      case .ahead: Bilingual(zh: "未到", en: "ahead")
      case .current: Bilingual(zh: "进行中", en: "under way")
      case .past: Bilingual(zh: "已过", en: "past")
      }
    }
  }

  package init(step: WorkStep, phase: Phase) {
    self.step = step
    self.phase = phase
  }
}
