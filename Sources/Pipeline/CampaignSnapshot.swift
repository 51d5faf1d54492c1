import Files
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

  private init(_ campaign: Campaign, _ templates: WordTemplates, _ files: CampaignFiles) {
    (self.campaign, self.templates, self.files) = (campaign, templates, files)
  }

  /// The same with other files of the campaign.
  func with(_ files: CampaignFiles) throws -> CampaignSnapshot {
    CampaignSnapshot(
      try CampaignFolder.load(campaign.settings.code, from: files), templates, files)
  }

  /// As an earlier run kept it.
  init(_ code: Code, keptAs digest: Digest, in archive: Archive) throws {
    guard let files = try CampaignFiles(manifest: archive.bytes(of: digest), archive.bytes) else {
      throw ArchiveFault(path: archive.path(of: digest), kind: .altered)
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

extension Archive {
  /// Keeps bytes that are all at hand.
  @discardableResult
  func keep(_ bytes: [UInt8]) throws -> Digest {
    let digest = try Digesting.digest(of: bytes)
    try keep(digest) { append in try bytes.withUnsafeBytes(append) }
    return digest
  }
}
