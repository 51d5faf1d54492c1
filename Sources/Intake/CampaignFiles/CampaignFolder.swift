import Files
import Files
import Foundation
import Glibc
import Rectification

/// The files of a campaign under `schedules/`, which make a `Campaign`; nothing is ever written.
///
/// Here belongs what reads these files. Each reader goes through the whole of its file and notes
/// every mistake, so that a clerk mends them in one go.
package enum CampaignFolder {
  /// The files of `schedules/<campaign>/`.
  package static let fileNames = ["campaign.yaml", "units.csv", "register.csv", "decisions.csv"]

  /// The campaign, or every mistake in every one of its files.
  package static func load(
    _ code: Code, in workspace: URL
  ) throws(CampaignFilesError) -> Campaign {
    try loadWithFiles(code, in: workspace).campaign
  }

  /// The campaign together with the very bytes it was read from.
  package static func loadWithFiles(
    _ code: Code, in workspace: URL
  ) throws(CampaignFilesError) -> (campaign: Campaign, files: CampaignFiles) {
    if let absent = absentFolder(code, in: workspace) { throw absent }
    return try load(CampaignLoader(campaign: code, source: .workspace(workspace.path)))
  }

  /// The campaign as its files were when a run kept them.
  package static func load(
    _ code: Code, from files: CampaignFiles
  ) throws(CampaignFilesError) -> Campaign {
    try load(CampaignLoader(campaign: code, source: .kept(files))).campaign
  }

  private static func load(
    _ loader: CampaignLoader
  ) throws(CampaignFilesError) -> (campaign: Campaign, files: CampaignFiles) {
    var loader = loader
    let campaign = loader.load()
    if let error = CampaignFilesError(loader.problems) { throw error }
    guard var campaign else { throw unread(loader.campaign) }
    campaign.files = try? loader.files.digestButDecisions()
    return (campaign, loader.files)
  }

  /// The campaigns of a workspace: folders of `schedules/` that hold a campaign.yaml, sorted.
  ///
  /// None when there is no such folder; one that cannot be read is not an empty one.
  package static func list(in workspace: URL) throws(FileFailure) -> [Code] {
    let schedules = workspace.appendingPathComponent("schedules").path
    var found: [Code] = []
    for code in try (textNames(in: schedules) ?? []).compactMap({ Code($0) }) {
      let folder = "\(schedules)/\(code)"
      // A campaign that cannot be looked at is one: loading it says why.
      let file = Result { () throws(FileFailure) in try facts(of: "\(folder)/campaign.yaml") }
      if case .success(nil) = file { continue }
      if case .failure(let failure) = file, failure.code == ENOTDIR { continue }
      found.append(code)
    }
    return found.sorted()
  }

  private static func absentFolder(_ code: Code, in workspace: URL) -> CampaignFilesError? {
    let folder = "schedules/\(code)"
    let path = workspace.appendingPathComponent(folder).path
    // What cannot be looked at is told of by its files, one by one.
    if (try? isFolder(path)) ?? true { return nil }
    var log = ProblemLog(file: folder)
    log.refuse(
      at: .wholeFile,
      Bilingual(zh: "没有“\(code)”这个整改专项", en: "there is no campaign “\(code)”"),
      remedy: log.didYouMean(
        code.text, among: ((try? list(in: workspace)) ?? []).map(\.text),
        otherwise: Bilingual(
          zh: "请建立这个文件夹，放入 \(fileNames.joined(separator: "、"))",
          en: "make the folder, with \(fileNames.joined(separator: ", ")) in it")))
    return CampaignFilesError(log.problems)
  }

  /// Never thrown as long as a reader that gives up says why.
  private static func unread(_ code: Code) -> CampaignFilesError {
    CampaignFilesError(
      first: CampaignProblem(
        file: "schedules/\(code)", message: Bilingual(zh: "无法读取", en: "it cannot be read"),
        remedy: Bilingual(zh: "请报告这个缺陷", en: "please report this defect")))
  }
}
