import DurableFiles
import Foundation
import Intake
import Ledger
import Publishing
import Rectification

/// A campaign as its files have it at one moment, with the bytes of those files.
///
/// Every run keeps them beside the archive before it judges anything, so that what it made can be made again.
package struct CampaignSnapshot: Sendable {
  package let campaign: Campaign
  package let templates: WordTemplates
  package let files: CampaignFiles

  /// From the workspace, as the files are now.
  package init(_ code: Code, in workspace: Workspace) throws(CampaignFilesError) {
    var (campaign, files) = try CampaignFolder.loadWithFiles(
      code, in: URL(fileURLWithPath: workspace.root))
    let (templates, own) = try wordTemplates(of: campaign.settings, in: workspace)
    for (path, bytes) in own.contents { files[path] = bytes }
    (self.campaign, self.templates, self.files) = (campaign, templates, files)
  }

  /// As an earlier run kept it.
  init(_ code: Code, keptAs digest: Digest, in archive: Archive) throws {
    func kept(_ digest: Digest) throws -> [UInt8] {
      guard let bytes = try archive.bytes(of: digest) else {
        throw LostCampaignFile(path: archive.path(of: digest))
      }
      return bytes
    }
    guard let files = try CampaignFiles(manifest: kept(digest), kept) else {
      throw LostCampaignFile(path: archive.path(of: digest))
    }
    campaign = try CampaignFolder.load(code, from: files)
    templates = try wordTemplates(of: campaign.settings, from: files)
    self.files = files
  }

  /// Puts the files and their list where they are kept; the digest of the list stands for all of them.
  func keep(in archive: Archive) throws -> Digest {
    for bytes in files.contents.values { try archive.keep(bytes) }
    return try archive.keep(files.manifest())
  }
}

/// The archive has lost what a campaign's files were when something was judged or issued by them.
package struct LostCampaignFile: Error, Hashable {
  package let path: String

  package var message: Bilingual {
    Bilingual(
      zh: "\(path)：当时的专项文件已丢失或损坏，请从备份恢复",
      en: "\(path): the campaign's files as they were then are lost or damaged; restore them")
  }
}

extension Archive {
  /// Keeps bytes that are all at hand.
  @discardableResult
  func keep(_ bytes: [UInt8]) throws -> Digest {
    let digest = try Digesting.digest(of: bytes)
    try keep(digest) { append in try bytes.withUnsafeBytes(append) }
    return digest
  }
}
