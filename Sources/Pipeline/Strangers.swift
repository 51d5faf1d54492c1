import Files
import Foundation
import Intake
import Rectification

/// What lies in a workspace and belongs to nobody: seen by `run`, `status` and `doctor` alike.
package struct Strangers: Hashable, Sendable {
  package var listed: [Stranger] = []
  /// Files that file managers and office programs leave about; nobody has to do anything.
  package var litter = 0

  package init(listed: [Stranger] = [], litter: Int = 0) {
    self.listed = listed
    self.litter = litter
  }

  /// One line for all of them; nil when there is none.
  package var litterMessage: Bilingual? {
    guard litter > 0 else { return nil }
    return Bilingual(
      zh: "收件夹里有 \(litter) 个系统或办公软件留下的杂物，已忽略",
      en: "\(litter) files that systems and office programs leave about are ignored")
  }
}

/// A file or folder that cannot be what it should be.
package struct Stranger: Hashable, Sendable {
  /// Below the workspace, made safe to show.
  package let path: String
  package let what: Bilingual
  package let remedy: Bilingual

  package var message: Bilingual {
    Bilingual(zh: "\(path)：\(what.zh)；\(remedy.zh)", en: "\(path): \(what.en); \(remedy.en)")
  }
}

/// What lies beside the campaigns, under schedules/ and inbox/: a folder with a Chinese or misspelt name, a campaign
/// without its campaign.yaml, a file that nobody will ever look into.
package func strangers(beside known: [Code], in workspace: Workspace) throws -> Strangers {
  let codes = Set(try CampaignFolder.list(in: URL(fileURLWithPath: workspace.root)).map(\.text))
    .union(known.map(\.text))
  var found = Strangers()
  for name in try names(in: "\(workspace.root)/schedules") ?? [] where !Litter.holds(name) {
    let text = String(decoding: name, as: UTF8.self)
    guard text != "calendars", !codes.contains(text),
      try holdsTables("\(workspace.root)/schedules/\(text)")
    else { continue }
    found.listed.append(stray("schedules", name, campaign(near: text, codes)))
  }
  for name in try names(in: workspace.inbox) ?? [] where !Litter.holds(name) {
    let text = String(decoding: name, as: UTF8.self)
    guard !codes.contains(text), text != "README.md" else { continue }
    found.listed.append(stray("inbox", name, campaign(near: text, codes)))
  }
  return found
}

/// What lies in a campaign's inbox beside the folders of its units, and litter in them.
package func inboxStrangers(of campaign: Campaign, in workspace: Workspace) throws -> Strangers {
  let code = campaign.settings.code
  let units = Set(campaign.units.map(\.code.text))
  let root = "\(workspace.inbox)/\(code)"
  var found = Strangers()
  for name in try names(in: root) ?? [] {
    let text = String(decoding: name, as: UTF8.self)
    if Litter.holds(name) {
      found.litter += 1
    } else if units.contains(text) {
      let inside = try? names(in: "\(root)/\(text)")
      found.litter += inside.flatMap { $0 }?.count(where: Litter.holds) ?? 0
    } else if !text.hasPrefix(".") {
      let isFolder = (try? isFolder("\(root)/\(text)")) ?? false
      let reason: PassedOver.Reason = isFolder ? .unknownUnit : .strayFile
      found.listed.append(
        Stranger(
          path:
            "inbox/\(code)/\(ShownName.text(name, withholding: campaign.settings.secrecyMarks))",
          what: reason.message, remedy: Bilingual(zh: "未收取", en: "not taken")))
    }
  }
  return found
}

/// Whether it is a folder with tables or settings in it, as that of a campaign is.
private func holdsTables(_ folder: String) throws -> Bool {
  guard try isFolder(folder) else { return false }
  return try (textNames(in: folder) ?? []).contains { name in
    [".csv", ".yaml", ".yml", ".xlsx"].contains(where: name.lowercased().hasSuffix)
  }
}

private func stray(_ folder: String, _ name: [UInt8], _ remedy: Bilingual) -> Stranger {
  Stranger(
    path: "\(folder)/\(ShownName.text(name, withholding: .standard))",
    what: Bilingual(
      zh: "不是任何整改专项（代码只用字母、数字和连字符，文件夹里要有 campaign.yaml），里面的东西不会处理",
      en:
        "is no campaign (a code is letters, digits and hyphens, and its folder under schedules/ holds a "
        + "campaign.yaml), and nothing in it is looked at"), remedy: remedy)
}

private func campaign(near text: String, _ codes: Set<String>) -> Bilingual {
  let known = codes.sorted().joined(separator: ", ")
  return Bilingual(
    zh: "请改名或移走；现有的专项：\(known)", en: "rename it or move it away; there are: \(known)")
}
