import Files
import Intake
import Publishing
import Rectification

/// The templates of a campaign's Word documents, its own where it has any, and those files.
///
/// - Throws: `CampaignFilesError` with every template that cannot be used.
func wordTemplates(
  of campaign: CampaignSettings, in workspace: Workspace
) throws(CampaignFilesError) -> (WordTemplates, own: CampaignFiles) {
  let folder = templateFolder(of: campaign.code)
  var problems: [CampaignProblem] = []
  var own = CampaignFiles()
  let names: [String]
  do throws(FileFailure) {
    names = try ownTemplates(in: "\(workspace.root)/\(folder)")
  } catch {
    // The shipped letterhead in place of the office's own would go out unnoticed.
    throw CampaignFilesError(first: unreadable(folder, error))
  }
  for name in names {
    let file = "\(folder)/\(name)"
    do throws(FileFailure) {
      guard WordTemplates.names.contains(name) else {
        problems.append(strayTemplate(file))
        continue
      }
      own[file] = try readFile("\(workspace.root)/\(file)")
    } catch {
      problems.append(unreadable(file, error))
    }
  }
  let templates = Result { () throws(CampaignFilesError) in
    try wordTemplates(of: campaign, from: own)
  }
  if case .failure(let error) = templates { problems += error.problems }
  guard case .success(let found) = templates, problems.isEmpty else {
    throw CampaignFilesError(problems) ?? CampaignFilesError(first: strayTemplate(folder))
  }
  return (found, own)
}

/// The same from a campaign's files as they were kept.
func wordTemplates(
  of campaign: CampaignSettings, from files: CampaignFiles
) throws(CampaignFilesError) -> WordTemplates {
  let folder = templateFolder(of: campaign.code)
  let own = files.contents.filter { $0.key.hasPrefix(folder + "/") }
  do {
    return try WordTemplates(
      own: Dictionary(
        own.map { (String($0.key.dropFirst(folder.count + 1)), $0.value) },
        uniquingKeysWith: { first, _ in first }), marks: campaign.secrecyMarks)
  } catch {
    let problems = error.faults.map { name, fault in
      CampaignProblem(file: "\(folder)/\(name)", message: fault.message, remedy: fault.remedy)
    }
    throw CampaignFilesError(problems) ?? CampaignFilesError(first: strayTemplate(folder))
  }
}

/// Puts the shipped templates that a campaign has no copy of into its folder, and names them.
package func layOutTemplates(of campaign: Code, in workspace: Workspace) throws -> [String] {
  let folder = templateFolder(of: campaign)
  try makeFolders("\(workspace.root)/\(folder)")
  let there = Set(try ownTemplates(in: "\(workspace.root)/\(folder)"))
  var written: [String] = []
  for name in WordTemplates.names where !there.contains(name) {
    guard let bytes = WordTemplates.shipped(name) else { continue }
    try writeDurably(bytes, to: "\(workspace.root)/\(folder)/\(name)")
    written.append("\(folder)/\(name)")
  }
  return written
}

private func templateFolder(of campaign: Code) -> String { "schedules/\(campaign)/templates" }

/// What Word and WPS leave beside an open document begins with ~ or a full stop.
private func ownTemplates(in folder: String) throws(FileFailure) -> [String] {
  (try textNames(in: folder) ?? [])
    .filter { $0.hasSuffix(".docx") && !$0.hasPrefix("~") && !$0.hasPrefix(".") }
}

private func unreadable(_ file: String, _ failure: FileFailure) -> CampaignProblem {
  CampaignProblem(
    file: file,
    message: Bilingual(zh: "不能读取（\(failure.reason)）", en: "cannot be read (\(failure.reason))"),
    remedy: Bilingual(
      zh: "请让运行本程序的用户有权读它", en: "let the user who runs the program read it"))
}

private func strayTemplate(_ file: String) -> CampaignProblem {
  let names = WordTemplates.names
  return CampaignProblem(
    file: file, message: Bilingual(zh: "没有这个模板", en: "there is no such template"),
    remedy: Bilingual(
      zh: "模板只有 \(names.joined(separator: "、"))；请改名或移走",
      en: "the templates are \(names.joined(separator: ", ")); rename or remove it"))
}
