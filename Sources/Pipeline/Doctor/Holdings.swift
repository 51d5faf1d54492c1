import Files
import Foundation
import GuardedConnections
import Ledger
import Rectification

/// What the workspace holds: whether the ledger is whole and accounts for archive and outbox.
struct HoldingsExamination {
  let workspace: Workspace
  let campaigns: [Campaign]
  let now: Moment

  func all() -> [Diagnosis] {
    [lock(), ledger()] + campaigns.flatMap { [archive(of: $0), outbox(of: $0)] }
  }

  private func lock() -> Diagnosis {
    told(.ledger, "ledger/run.lock") {
      guard let holder = try RunLock.holder(of: workspace.lock) else { return nil }
      return Diagnosis.Trouble(
        message: Bilingual(zh: "另一次运行正在进行（\(holder)）", en: "another run is under way (\(holder))"),
        remedy: Bilingual(
          zh: "等它结束；迟迟不结束的，看 systemctl status 'zhouhui@*' 或结束那个进程，锁随进程消失",
          en:
            "wait for it; if it does not end, see systemctl status 'zhouhui@*' or end that process, "
            + "with which the lock goes"))
    }
  }

  /// The full check of SQLite's file, of its schema, and of every sealed row.
  private func ledger() -> Diagnosis {
    told(.ledger, "ledger/zhouhui.sqlite") {
      guard try ledgerExists(in: workspace) else { return nil }
      let faults = try withTemporaryFolder("doctor") { scratch in
        try LedgerCopy(of: workspace.ledger, to: "\(scratch)/copy.sqlite").ledger.faults()
      }
      guard let first = faults.first else { return nil }
      let place = first.place.isEmpty ? "" : first.place + "："
      return Diagnosis.Trouble(
        message: Bilingual(
          zh: "台账不完整，\(faults.count) 处：\(place)\(first.message.zh)",
          en: "not whole, \(faults.count) faults: \(place)\(first.message.en)"),
        remedy: Bilingual(
          zh: "zhouhui verify 逐条列出；从备份恢复：zhouhui restore 备份文件夹",
          en: "zhouhui verify lists them; put a backup back: zhouhui restore FOLDER"))
    }
  }

  private func archive(of campaign: Campaign) -> Diagnosis {
    told(.ledger, "ledger/archive (\(campaign.settings.code))") {
      let missing = try readLedger(of: workspace).keptDigests(of: campaign.settings.code).filter {
        try facts(of: workspace.archive.path(of: $0)) == nil
      }
      guard let first = missing.first else { return nil }
      return Diagnosis.Trouble(
        message: Bilingual(
          zh: "原件缺 \(missing.count) 份：\(workspace.archive.path(of: first))",
          en: "\(missing.count) files are gone: \(workspace.archive.path(of: first))"),
        remedy: Bilingual(
          zh: "从备份恢复：zhouhui restore 备份文件夹", en: "put a backup back: zhouhui restore FOLDER"))
    }
  }

  private func outbox(of campaign: Campaign) -> Diagnosis {
    let code = campaign.settings.code
    return told(.outbox, "outbox/\(code)") {
      let found = try OutboxComparison(
        code, ledger: readLedger(of: workspace), in: workspace, asOf: now)
      if let altered = found.altered.first {
        return Diagnosis.Trouble(
          message: Bilingual(
            zh: "出版后被改过 \(found.altered.count) 个文件：outbox/\(altered)",
            en: "\(found.altered.count) files were changed after publication: outbox/\(altered)"),
          remedy: Bilingual(
            zh: "移走它再运行，即照原样补出", en: "move it away and run: it is made again as it was"))
      }
      if let unknown = found.unknown.first {
        return Diagnosis.Trouble(
          message: Bilingual(
            zh: "台账不知道的期次 \(found.unknown.count) 期：outbox/\(unknown.path)",
            en:
              "\(found.unknown.count) editions that the ledger does not know: outbox/\(unknown.path)"
          ),
          remedy: Bilingual(
            zh: "zhouhui run --dry-run 会说怎么办", en: "zhouhui run --dry-run says what to do"))
      }
      guard let gone = found.missing.min() else { return nil }
      return Diagnosis.Trouble(
        message: Bilingual(
          zh: "已出期次缺 \(found.missing.count) 个文件：outbox/\(gone)",
          en: "\(found.missing.count) files of issued editions are gone: outbox/\(gone)"),
        remedy: Bilingual(zh: "下一次运行照原样补出", en: "the next run makes them again"))
    }
  }

  /// What cannot even be looked at is trouble of its own.
  private func told(
    _ check: Diagnosis.Check, _ subject: String, _ trouble: () throws -> Diagnosis.Trouble?
  ) -> Diagnosis {
    do {
      return Diagnosis(check: check, subject: subject, trouble: try trouble())
    } catch {
      return .ill(
        check, subject, message(of: error),
        remedy: Bilingual(
          zh: "用平时运行的账户执行 doctor；仍然如此的看上面这句话",
          en: "run doctor as the account that runs zhouhui; if it stays so, see the sentence above")
      )
    }
  }
}

/// In the words of the error itself, where it has any.
func message(of error: any Error) -> Bilingual {
  switch error {
  case let error as FileFailure: error.message
  case let error as LedgerFailure: error.message
  case let error as DamagedLedger: error.message
  case let error as UnaccountedWorkspace: error.message
  case let error as ArchiveFault: error.message
  default: Bilingual(zh: "\(error)", en: "\(error)")
  }
}

/// What lies about in schedules/ and inbox/ and belongs to nobody.
func strays(of campaigns: [Campaign], in workspace: Workspace) -> [Diagnosis] {
  do {
    var found = try strangers(beside: campaigns.map(\.settings.code), in: workspace)
    for campaign in campaigns {
      let inside = try inboxStrangers(of: campaign, in: workspace)
      found.listed += inside.listed
      found.litter += inside.litter
    }
    let listed = found.listed.map {
      Diagnosis.ill(.folders, $0.path, $0.what, remedy: $0.remedy)
    }
    return listed.isEmpty ? [.well(.folders, "schedules, inbox")] : listed
  } catch {
    return [
      .ill(
        .folders, "schedules, inbox", message(of: error),
        remedy: Bilingual(zh: "请检查权限和磁盘", en: "check permissions and the disk"))
    ]
  }
}

/// Whether what the sources and channels are entered by is there: here, or in the service's unit.
func credentials(of campaigns: [Campaign], _ store: CredentialStore) -> [Diagnosis] {
  campaigns.flatMap { campaign in
    let code = campaign.settings.code
    let unit = systemctl([
      "show", "--property=LoadCredential", "--value", "zhouhui@\(code).service",
    ])
    let uses =
      campaign.settings.sources.map { ($0.url, $0.access) }
      + campaign.settings.notifications.map { ($0.code.text, $0.access) }
    return uses.compactMap { use, access -> Diagnosis? in
      do throws(CredentialProblem) {
        _ = try store.secrets(for: access)
        return access == ServerAccess() ? nil : .well(.credential, use)
      } catch {
        // A run by hand does not see what systemd gives the service.
        if let unit, unit.contains(error.name.text + ":") { return .well(.credential, use) }
        return .ill(
          .credential, use, error.message,
          remedy: Bilingual(
            zh: "见 docs/sources.md“凭据”一节", en: "see docs/sources.md, credentials"))
      }
    }
  }
}
