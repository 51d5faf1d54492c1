import DurableFiles
import Foundation
import Publishing
import Rectification

/// The templates of a campaign's Word documents, its own where it has any.
///
/// - Throws: `CampaignFilesError` with every template that cannot be used.
package func wordTemplates(of campaign: Code, in workspace: Workspace) throws -> WordTemplates {
  let folder = "schedules/\(campaign)/templates"
  let path = "\(workspace.root)/\(folder)"
  // What Word and WPS leave beside an open document begins with ~ or a full stop.
  let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
    .filter { $0.hasSuffix(".docx") && !$0.hasPrefix("~") && !$0.hasPrefix(".") }.sorted()
  var problems = names.filter { !WordTemplates.names.contains($0) }
    .map { strayTemplate("\(folder)/\($0)") }
  var own: [String: [UInt8]] = [:]
  for name in names { own[name] = try readFile("\(path)/\(name)") }
  do {
    let templates = try WordTemplates(own: own)
    guard let error = CampaignFilesError(problems) else { return templates }
    throw error
  } catch let faults as WordTemplates.Faults {
    problems += faults.faults.map { name, fault in
      CampaignProblem(file: "\(folder)/\(name)", message: fault.message, remedy: fault.remedy)
    }
    throw CampaignFilesError(problems) ?? CampaignFilesError(first: strayTemplate(folder))
  }
}

private func strayTemplate(_ file: String) -> CampaignProblem {
  let names = WordTemplates.names
  return CampaignProblem(
    file: file, message: Bilingual(zh: "没有这个模板", en: "there is no such template"),
    remedy: Bilingual(
      zh: "模板只有 \(names.joined(separator: "、"))；请改名或移走",
      en: "the templates are \(names.joined(separator: ", ")); rename or remove it"))
}
