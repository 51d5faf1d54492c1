import GuardedConnections
import Rectification

/// One thing that the doctor looked at, and what is wrong with it.
package struct Diagnosis: Hashable, Sendable {
  package let check: Check
  /// What was looked at: a file, a folder, a host, a timer.
  package let subject: String
  /// Nil when nothing is.
  package let trouble: Trouble?

  package enum Check: String, CaseIterable, Sendable {
    case configuration, calendar, folders, permissions, ledger, outbox, clock, disk, timer, source
    case credential, notification

    package var name: Bilingual {
      switch self {
      case .configuration: Bilingual(zh: "专项文件", en: "campaign files")
      case .calendar: Bilingual(zh: "日历", en: "calendar")
      case .folders: Bilingual(zh: "文件夹", en: "folders")
      case .ledger: Bilingual(zh: "台账", en: "ledger")
      case .outbox: Bilingual(zh: "已出的期次", en: "editions")
      case .credential: Bilingual(zh: "凭据", en: "credentials")
      case .permissions: Bilingual(zh: "权限", en: "permissions")
      case .clock: Bilingual(zh: "时钟", en: "clock")
      case .disk: Bilingual(zh: "磁盘", en: "disk")
      case .timer: Bilingual(zh: "定时器", en: "timer")
      case .source: Bilingual(zh: "来源", en: "source")
      case .notification: Bilingual(zh: "通知", en: "notifications")
      }
    }
  }

  /// What is wrong, and how to mend it.
  package struct Trouble: Hashable, Sendable {
    package let message: Bilingual
    package let remedy: Bilingual
  }

  static func well(_ check: Check, _ subject: String) -> Diagnosis {
    Diagnosis(check: check, subject: subject, trouble: nil)
  }

  static func ill(_ check: Check, _ subject: String, _ message: Bilingual, remedy: Bilingual)
    -> Diagnosis
  {
    Diagnosis(check: check, subject: subject, trouble: Trouble(message: message, remedy: remedy))
  }
}

/// Looks a workspace over without changing anything; `now` is the machine's clock.
package func examine(
  _ workspace: Workspace, now: Moment, credentials store: CredentialStore
) -> [Diagnosis] {
  let (campaigns, configuration) = campaigns(in: workspace)
  let folders = FolderExamination(workspace: workspace, campaigns: campaigns).all()
  let machine = [clock(workspace, now: now), disk(workspace)]
  let holdings = HoldingsExamination(workspace: workspace, campaigns: campaigns, now: now).all()
  return configuration + strays(of: campaigns, in: workspace) + folders + holdings + machine
    + timers(of: campaigns) + sources(of: campaigns) + credentials(of: campaigns, store)
    + notifications(of: campaigns, in: workspace, now: now)
}
