/// 时限 as it reads: a day, or why there is none.
package enum Due: Hashable, Sendable {
  case day(CivilDate)
  /// 长期坚持.
  case standing
  /// 时限待定: reopened, and nobody has said until when.
  case pending

  /// `2024-01-20`, or the word for why there is none.
  package var name: Bilingual { words { $0.description } }

  /// `2024年1月20日`, or the word for why there is none.
  package var longName: Bilingual { words(\.chinese) }

  private func words(_ chinese: (CivilDate) -> String) -> Bilingual {
    switch self {
    case .day(let date): Bilingual(zh: chinese(date), en: date.description)
    case .standing: Bilingual(zh: "长期坚持", en: "standing")
    case .pending: Bilingual(zh: "时限待定", en: "to be set")
    }
  }
}

extension MeasureState {
  /// 时限 in force.
  package var due: Due { deadline.map(Due.day) ?? (isDeadlinePending ? .pending : .standing) }

  /// 时限 as the register first set it.
  package var originalDue: Due { originalDeadline.map(Due.day) ?? .standing }
}
