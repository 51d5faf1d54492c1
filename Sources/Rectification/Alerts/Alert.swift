/// 预警/催办: something is late or about to be.
package struct Alert: Hashable, Codable, Sendable {
  package let identity: Identity
  package let level: Level
  /// Where on the ladder; nil while nothing is overdue.
  package let step: LadderStep?
  package let life: Life
  /// The day it was raised.
  package let since: CivilDate
  /// Working days overdue; 0 while nothing is.
  package let workdaysOverdue: Int
  /// Days left until the deadline; negative once it has passed, nil where there is none.
  package let daysLeft: Int?
  /// To whom it goes: the unit, and from 催办 on the leaders above it.
  package let recipients: [String]
  package let message: Bilingual

  /// What an alert is about; two alerts with one identity are one alert.
  package struct Identity: Hashable, Codable, Comparable, Sendable, CustomStringConvertible {
    package let kind: Kind
    /// A unit where the kind says so, else a measure.
    package let subject: Code

    package init(kind: Kind, subject: Code) {
      self.kind = kind
      self.subject = subject
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.kind.rank, left.subject) < (right.kind.rank, right.subject)
    }

    /// `overdue:M017`.
    package var description: String { "\(kind.rawValue):\(subject)" }
  }

  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// Past its deadline.
    case overdue
    /// The deadline is near.
    case dueSoon = "due-soon"
    /// Progress is behind the share of time used.
    case behindPace = "behind-pace"
    /// The lead unit owes no reports any more: nobody answers for the measure.
    case orphaned
    /// A unit is silent week after week.
    case silent
    /// A unit reports late week after week.
    case lateReports = "late-reports"
    /// A unit sends more files than it may.
    case flood

    /// Whether its subject is a unit, and no measure.
    package var isAboutUnit: Bool { [.silent, .lateReports, .flood].contains(self) }

    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package var name: Bilingual {
      switch self {
      case .overdue: Bilingual(zh: "逾期", en: "overdue")
      case .dueSoon: Bilingual(zh: "临近时限", en: "due soon")
      case .behindPace: Bilingual(zh: "未达序时进度", en: "behind pace")
      case .orphaned: Bilingual(zh: "无人负责", en: "nobody answers for it")
      case .silent: Bilingual(zh: "连续未报", en: "silent")
      case .lateReports: Bilingual(zh: "连续迟报", en: "late again and again")
      case .flood: Bilingual(zh: "报送过多", en: "flooding")
      }
    }
  }

  /// 灯色, the last thing made of an alert, never the first.
  package enum Level: String, CaseIterable, Codable, Comparable, Sendable {
    case blue, yellow, orange, red

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package var name: Bilingual {
      switch self {
      case .blue: Bilingual(zh: "蓝", en: "blue")
      case .yellow: Bilingual(zh: "黄", en: "yellow")
      case .orange: Bilingual(zh: "橙", en: "orange")
      case .red: Bilingual(zh: "红", en: "red")
      }
    }
  }

  package enum Life: String, CaseIterable, Codable, Sendable {
    case raised, continuing, escalated, cleared

    package var name: Bilingual {
      switch self {
      case .raised: Bilingual(zh: "新增", en: "raised")
      case .continuing: Bilingual(zh: "持续", en: "continuing")
      case .escalated: Bilingual(zh: "升级", en: "escalated")
      case .cleared: Bilingual(zh: "解除", en: "cleared")
      }
    }
  }

  package init(
    identity: Identity, level: Level, step: LadderStep?, life: Life, since: CivilDate,
    workdaysOverdue: Int, daysLeft: Int?, recipients: [String], message: Bilingual
  ) {
    self.identity = identity
    self.level = level
    self.step = step
    self.life = life
    self.since = since
    self.workdaysOverdue = workdaysOverdue
    self.daysLeft = daysLeft
    self.recipients = recipients
    self.message = message
  }
}
