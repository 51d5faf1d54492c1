import Files
import Foundation
import Rectification

/// Who may read and write what: a unit's folder is its proof, and the ledger is nobody else's.
struct FolderExamination {
  let workspace: Workspace
  let campaigns: [Campaign]

  func all() -> [Diagnosis] {
    let fixed = [ledger(), owners(), writable("inbox"), writable("outbox", mayBeMissing: true)]
    return fixed + campaigns.flatMap { files(of: $0) + inbox(of: $0) }
  }

  private struct Facts {
    let mode: mode_t
    let owner: uid_t
    let isFolder: Bool
  }

  /// Nil when there is nothing of that name; of a link, the link's own unless it is followed.
  private func facts(_ name: String, following: Bool = false) -> Facts? {
    var status = stat()
    let path = "\(workspace.root)/\(name)"
    guard following ? stat(path, &status) == 0 : lstat(path, &status) == 0 else { return nil }
    return Facts(
      mode: status.st_mode & 0o7777, owner: status.st_uid,
      isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }

  private func ledger() -> Diagnosis {
    guard let facts = facts("ledger") else { return .well(.permissions, "ledger") }
    if facts.owner != geteuid(), geteuid() != 0 {
      return .ill(
        .permissions, "ledger",
        Bilingual(
          zh: "属于别的账户（\(Self.name(facts.owner))）",
          en: "belongs to another account (\(Self.name(facts.owner)))"),
        remedy: Bilingual(
          zh: "请用那个账户运行：sudo -u \(Self.name(facts.owner)) zhouhui doctor",
          en: "run as that account: sudo -u \(Self.name(facts.owner)) zhouhui doctor"))
    }
    guard facts.mode & 0o077 != 0 else { return .well(.permissions, "ledger") }
    return .ill(
      .permissions, "ledger",
      Bilingual(
        zh: "别的账户也能进（权限 \(Self.octal(facts.mode))），隔离的原件在里面",
        en:
          "others may enter (mode \(Self.octal(facts.mode))), and what is in quarantine lies there"),
      remedy: Bilingual(zh: "chmod 700 ledger", en: "chmod 700 ledger"))
  }

  /// What one run as another account has left, and the service cannot change.
  private func owners() -> Diagnosis {
    let place = "ledger, outbox"
    do {
      guard let ledger = try Files.facts(of: "\(workspace.root)/ledger") else {
        return .well(.permissions, place)
      }
      let strange = try ["ledger", "outbox"].flatMap { try others(than: ledger.owner, below: $0) }
      guard let first = strange.first else { return .well(.permissions, place) }
      let owner = Self.name(ledger.owner)
      return .ill(
        .permissions, place,
        Bilingual(
          zh: "有 \(strange.count) 个文件或文件夹不属于 \(owner)：\(first)",
          en: "\(strange.count) files or folders do not belong to \(owner): \(first)"),
        remedy: Bilingual(
          zh: "sudo chown -R \(owner): \(workspace.root)/ledger \(workspace.root)/outbox",
          en: "sudo chown -R \(owner): \(workspace.root)/ledger \(workspace.root)/outbox"))
    } catch {
      return .ill(
        .permissions, place, message(of: error),
        remedy: Bilingual(
          zh: "用平时运行的账户执行 doctor", en: "run doctor as the account that runs zhouhui"))
    }
  }

  private func others(than owner: UInt32, below folder: String) throws -> [String] {
    guard let facts = try Files.facts(of: "\(workspace.root)/\(folder)", itself: true) else {
      return []
    }
    let own = facts.owner == owner ? [] : [folder]
    guard facts.kind == .folder else { return own }
    return try own
      + (textNames(in: "\(workspace.root)/\(folder)") ?? []).flatMap {
        try others(than: owner, below: "\(folder)/\($0)")
      }
  }

  private func writable(_ name: String, mayBeMissing: Bool = false) -> Diagnosis {
    guard facts(name) != nil else {
      if mayBeMissing { return .well(.permissions, name) }
      return .ill(
        .permissions, name, Bilingual(zh: "没有这个文件夹", en: "there is no such folder"),
        remedy: Bilingual(zh: "mkdir \(name)", en: "mkdir \(name)"))
    }
    guard access("\(workspace.root)/\(name)", R_OK | W_OK | X_OK) != 0 else {
      return .well(.permissions, name)
    }
    return .ill(
      .permissions, name,
      Bilingual(
        zh: "账户 \(Self.name(geteuid())) 不能读写", en: "\(Self.name(geteuid())) may not read and write"),
      remedy: Bilingual(
        zh: "chown \(Self.name(geteuid())) \(name)", en: "chown \(Self.name(geteuid())) \(name)"))
  }

  /// Whoever can write units.csv or decisions.csv decides who reports and what is released.
  private func files(of campaign: Campaign) -> [Diagnosis] {
    let folder = "schedules/\(campaign.settings.code)"
    return [folder, "\(folder)/units.csv", "\(folder)/decisions.csv", "\(folder)/campaign.yaml"]
      .map { worldWritable($0) ?? .well(.permissions, $0) }
  }

  private func inbox(of campaign: Campaign) -> [Diagnosis] {
    let root = "inbox/\(campaign.settings.code)"
    let folders = campaign.units.map { "\(root)/\($0.code)" }
    return [worldWritable(root) ?? .well(.permissions, root)]
      + folders.compactMap { name in
        // A unit that reports by a URL needs no folder.
        guard let facts = facts(name) else { return nil }
        guard facts.isFolder else { return notAFolder(name) }
        let writing = writable(name)
        return worldWritable(name) ?? writing
      }
  }

  private func notAFolder(_ name: String) -> Diagnosis {
    .ill(
      .permissions, name,
      Bilingual(
        zh: "不是文件夹（链接也不算），里面的文件不会收取",
        en: "is no folder (a link is none), and nothing in it is taken"),
      remedy: Bilingual(zh: "请建成真正的文件夹", en: "make it a folder"))
  }

  private func worldWritable(_ name: String) -> Diagnosis? {
    guard let facts = facts(name, following: true), facts.mode & 0o002 != 0 else { return nil }
    return .ill(
      .permissions, name,
      Bilingual(
        zh: "任何账户都能写（权限 \(Self.octal(facts.mode))），谁都可以冒名",
        en: "everybody may write there (mode \(Self.octal(facts.mode))), in anybody's name"),
      remedy: Bilingual(
        zh: "chmod o-w \(name)；让本单位的账户作属主或同组",
        en: "chmod o-w \(name), and let the unit's account own it or be in its group"))
  }

  private static func octal(_ mode: mode_t) -> String { String(mode, radix: 8) }

  private static func name(_ user: uid_t) -> String {
    getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "uid \(user)"
  }
}
