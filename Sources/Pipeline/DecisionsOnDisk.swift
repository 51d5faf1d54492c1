import DurableFiles
import Foundation
import Intake
import Rectification

/// decisions.csv of one campaign, to which a row is added without its office losing anything.
struct DecisionsOnDisk {
  let campaign: Campaign
  let workspace: Workspace

  /// Writes the new file beside the old one and renames it, as its owner and with its mode.
  ///
  /// Refused while WPS, Excel or LibreOffice has the file open: their next saving would take the row
  /// away again.
  func append(_ release: Release) throws {
    let named = "\(workspace.root)/schedules/\(campaign.settings.code)/decisions.csv"
    // A link keeps pointing where it points.
    let path = URL(fileURLWithPath: named).resolvingSymlinksInPath().path
    try refuseWhileOpen(path)
    guard let bytes = try readFile(path) else { throw FileFailure("open", path, code: 2) }
    let owned = try FileManager.default.attributesOfItem(atPath: path)
    let result = try DecisionRow.appending(release, to: bytes, of: campaign)
    guard try readFile(path) == bytes else { throw QuarantineError.changedMeanwhile }
    try writeDurably(result, to: path)
    try restore(owned, of: path)
  }

  private func refuseWhileOpen(_ path: String) throws {
    let folder = folder(of: path)
    let name = URL(fileURLWithPath: path).lastPathComponent
    for mark in [".~lock.\(name)#", "~$\(name)", ".~\(name)"]
    where FileManager.default.fileExists(atPath: "\(folder)/\(mark)") {
      throw QuarantineError.openElsewhere("\(folder)/\(mark)")
    }
  }

  /// The mode always; the owner where this account may set it, which it may when it is root.
  private func restore(_ owned: [FileAttributeKey: Any], of path: String) throws {
    let now = try FileManager.default.attributesOfItem(atPath: path)
    var changes: [FileAttributeKey: Any] = [:]
    for key in [FileAttributeKey.posixPermissions, .ownerAccountID, .groupOwnerAccountID] {
      guard let value = owned[key] as? NSNumber, value != now[key] as? NSNumber else { continue }
      changes[key] = value
    }
    guard !changes.isEmpty else { return }
    try FileManager.default.setAttributes(changes, ofItemAtPath: path)
  }
}
