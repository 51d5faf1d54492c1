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

/// One campaign as its files are now, with unexplained changes of the register held, as a run would.
package func campaign(_ code: Code, in workspace: Workspace) throws -> Campaign {
  try accountedSnapshot(code, in: workspace).campaign
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
