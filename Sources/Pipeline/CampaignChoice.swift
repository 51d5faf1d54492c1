import Foundation
import Intake
import Rectification

/// A campaign was named that the workspace does not have.
package struct UnknownCampaign: Error, Hashable {
  package let named: Code?
  package let known: [Code]

  package var message: Bilingual {
    let list = known.map(\.text).joined(separator: ", ")
    guard let named else {
      return Bilingual(
        zh: "工作区的 schedules/ 下没有整改专项：应有 schedules/<专项>/campaign.yaml",
        en: "no campaign under schedules/: expected schedules/<campaign>/campaign.yaml")
    }
    return Bilingual(
      zh: "没有整改专项“\(named)”；现有：\(list)", en: "no campaign \(named); there are: \(list)")
  }
}

/// The campaigns named, or all of the workspace when none is.
package func campaignsToRun(_ named: [Code], in workspace: Workspace) throws -> [Campaign] {
  try campaignCodes(named, in: workspace).map {
    try CampaignFolder.load($0, in: URL(fileURLWithPath: workspace.root))
  }
}

/// The same with the bytes of their files, for what is to be done by them and kept.
package func snapshotsToRun(_ named: [Code], in workspace: Workspace) throws
  -> [CampaignSnapshot]
{
  try campaignCodes(named, in: workspace).map {
    try CampaignSnapshot($0, in: workspace)
  }
}

/// The codes alone, for what does not need the files to be right.
package func campaignCodes(_ named: [Code], in workspace: Workspace) throws -> [Code] {
  try EncodingTables.load()
  let known = try CampaignFolder.list(in: URL(fileURLWithPath: workspace.root))
  for campaign in named where !known.contains(campaign) {
    throw UnknownCampaign(named: campaign, known: known)
  }
  guard !known.isEmpty else { throw UnknownCampaign(named: nil, known: []) }
  return named.isEmpty ? known : named
}
