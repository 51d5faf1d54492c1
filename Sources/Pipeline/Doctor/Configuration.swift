import Files
import Foundation
import Intake
import Ledger
import Rectification

/// The campaigns that load, and what is to be said of all of them.
func campaigns(in workspace: Workspace) -> ([Campaign], [Diagnosis]) {
  let root = URL(fileURLWithPath: workspace.root)
  let codes: [Code]
  do {
    codes = try CampaignFolder.list(in: root)
  } catch {
    let remedy = Bilingual(zh: "请检查该文件夹的权限和磁盘", en: "check the folder's permissions and the disk")
    return ([], [.ill(.configuration, "schedules", error.message, remedy: remedy)])
  }
  guard !codes.isEmpty else {
    return (
      [],
      [
        .ill(
          .configuration, "schedules", UnknownCampaign(named: nil, known: []).message,
          remedy: Bilingual(
            zh: "用 --workspace 指明工作区，或照 docs/formats/campaign-files.md 建立",
            en:
              "name the workspace with --workspace, or make it as docs/formats/campaign-files.md says"
          ))
      ]
    )
  }
  var loaded: [Campaign] = []
  var found: [Diagnosis] = []
  for code in codes {
    do {
      let campaign = try CampaignSnapshot(code, in: workspace).campaign
      loaded.append(campaign)
      found.append(.well(.configuration, "schedules/\(code)"))
      found.append(calendar(of: campaign))
    } catch {
      found += error.problems.map { problem in
        .ill(
          .configuration,
          problem.line == 0
            ? problem.file : "\(problem.file):\(problem.line):\(problem.column)", problem.message,
          remedy: problem.remedy)
      }
    }
  }
  return (loaded, found)
}

/// Whether every cut-off through the last week can be computed, those past the end included.
private func calendar(of campaign: Campaign) -> Diagnosis {
  let cycle = Cycle(campaign)
  let file = campaign.calendar.file
  do {
    let last = try cycle.cycleWeek(for: Week(containing: campaign.settings.end))
    for week in try cycle.weeks(from: campaign.settings.firstWeek, through: last) {
      _ = try cycle.cutOffs(of: week)
    }
    return .well(.calendar, file)
  } catch {
    return .ill(
      .calendar, file, error.message,
      remedy: Bilingual(
        zh: "请按国务院办公厅通知补录该年的放假和调休，并加一行“覆盖”",
        en: "enter that year's holidays and make-up days, and a 覆盖 row"))
  }
}

/// Whether the machine's clock has gone back behind what the ledger remembers.
func clock(_ workspace: Workspace, now: Moment) -> Diagnosis {
  let path = "ledger/zhouhui.sqlite"
  do {
    guard let latest = try readLedger(of: workspace).latestMoment(), latest > now else {
      return .well(.clock, path)
    }
    return .ill(
      .clock, path,
      Bilingual(
        zh: "时钟比上次运行还早：现在 \(now.short(in: .beijing))，台账已记到 \(latest.short(in: .beijing))",
        en: "the clock is behind the last run: now \(now.short(in: .beijing)), "
          + "while the ledger is at \(latest.short(in: .beijing))"),
      remedy: Bilingual(
        zh: "请校准时钟（timedatectl；时间同步服务是否在运行）",
        en: "set the clock (timedatectl; is time synchronisation running?)"))
  } catch {
    return .ill(
      .clock, path,
      message(of: error),
      remedy: Bilingual(
        zh: "请用运行账户执行 doctor；文件损坏的从备份恢复",
        en: "run doctor as the account that runs zhouhui; restore a damaged file from a backup"))
  }
}

/// Room for some months of reports; a full disk ends a run, and loses nothing.
func disk(_ workspace: Workspace) -> Diagnosis {
  let least = 512 << 20
  let facts = try? FileManager.default.attributesOfFileSystem(forPath: workspace.root)
  guard let free = (facts?[.systemFreeSize] as? NSNumber)?.int64Value else {
    return .ill(
      .disk, workspace.root,
      Bilingual(zh: "查不到剩余空间", en: "the free space cannot be told"),
      remedy: Bilingual(zh: "请看工作区是否存在", en: "see whether the workspace is there"))
  }
  guard free < least else { return .well(.disk, workspace.root) }
  return .ill(
    .disk, workspace.root,
    Bilingual(zh: "只剩 \(free >> 20) MiB", en: "only \(free >> 20) MiB are free"),
    remedy: Bilingual(
      zh: "请清出至少 \(least >> 20) MiB；台账和原件不可删",
      en: "free \(least >> 20) MiB; never remove the ledger or its archive"))
}
