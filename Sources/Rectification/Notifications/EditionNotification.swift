/// 通知: what a channel is told of one edition, in codes and counts and in no text of anybody's.
package struct EditionNotification: Hashable, Sendable {
  package let channel: Code
  package let campaign: Code
  package let week: Week
  package let edition: Edition.Kind
  /// The counts of the week, in the order of the figures; empty where only alerts are heard of.
  package let counts: [Count]
  /// New, worse and over since the channel was last told; worst first.
  package let changes: [Change]

  /// A figure of the summary whose name is the program's own.
  package struct Count: Hashable, Sendable {
    package let figure: Figure.ID
    package let name: Bilingual
    package let value: Int

    package init(figure: Figure.ID, name: Bilingual, value: Int) {
      self.figure = figure
      self.name = name
      self.value = value
    }
  }

  package struct Change: Hashable, Sendable {
    package let kind: Kind
    package let alert: AlertState
    /// The unit that answers for it; nil when the register knows none.
    package let unit: Code?
    /// 催办单、督办通知单 that goes with it.
    package let notice: Notice.Number?

    package enum Kind: String, CaseIterable, Sendable {
      case raised, escalated, cleared

      package var name: Bilingual {
        switch self {
        case .raised: Bilingual(zh: "新增", en: "raised")
        case .escalated: Bilingual(zh: "升级", en: "escalated")
        case .cleared: Bilingual(zh: "解除", en: "cleared")
        }
      }
    }

    package init(kind: Kind, alert: AlertState, unit: Code?, notice: Notice.Number? = nil) {
      self.kind = kind
      self.alert = alert
      self.unit = unit
      self.notice = notice
    }
  }

  package init(
    channel: Code, campaign: Code, week: Week, edition: Edition.Kind, counts: [Count],
    changes: [Change]
  ) {
    self.channel = channel
    self.campaign = campaign
    self.week = week
    self.edition = edition
    self.counts = counts
    self.changes = changes
  }

  /// `issue`, `correction-2`.
  package var editionCode: String {
    switch edition {
    case .preview: "preview"
    case .issue: "issue"
    case .correction(let number): "correction-\(number)"
    }
  }

  /// By which whoever gets it twice knows it again: `jingan-2023.2024-W03.issue.office`.
  ///
  /// There is one for each edition and channel, whatever becomes of the run that made it.
  package var key: String { "\(campaign).\(week).\(editionCode).\(channel)" }

  /// `周汇 jingan-2023 2024-W03 正式：预警新增 2，升级 1`.
  package var subject: String {
    let kinds = Change.Kind.allCases.compactMap { kind -> String? in
      let count = changes.count { $0.kind == kind }
      return count > 0 ? "\(kind.name.zh) \(count)" : nil
    }
    let edition = Edition.name(of: edition).zh
    return "周汇 \(campaign) \(week) \(edition)"
      + (kinds.isEmpty ? "" : "：预警" + kinds.joined(separator: "，"))
  }
}
