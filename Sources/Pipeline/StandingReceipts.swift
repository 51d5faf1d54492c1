import Files
import Foundation
import Publishing
import Rectification

/// A receipt as it lies in the outbox, by its path: `2024-W03/receipts/JD01/2024-W03-0f343b093112.json`.
struct StandingReceipt: Hashable {
  /// Below the folder of the campaign.
  let path: String
  let sender: Code
  /// The first digits of the submission's SHA-256.
  let digestPrefix: String

  /// Without its ending.
  static func path(of week: Week, _ sender: Code, _ digest: Digest) -> String {
    "\(week)/receipts/\(sender)/\(week)-\(digest.hex.prefix(Receipt.namedDigits))"
  }

  /// The receipts of one week, one for each submission.
  static func all(of week: Week, in root: String) throws -> [StandingReceipt] {
    let folder = "\(week)/receipts"
    var found: [StandingReceipt] = []
    for sender in (try textNames(in: "\(root)/\(folder)") ?? []).compactMap({ Code($0) }) {
      for name in try textNames(in: "\(root)/\(folder)/\(sender)") ?? []
      where name.hasSuffix(".json") {
        guard let prefix = name.dropLast(5).split(separator: "-").last,
          prefix.count == Receipt.namedDigits, prefix.allSatisfy(\.isHexDigit)
        else { continue }
        found.append(
          StandingReceipt(
            path: "\(folder)/\(sender)/\(name)", sender: sender, digestPrefix: String(prefix)))
      }
    }
    return found
  }

  /// What it says was received; nil when it cannot be read as a receipt of this sender.
  func submission(in root: String, of campaign: Code) throws -> Submission? {
    guard let bytes = try readFile("\(root)/\(path)"),
      let written = try? JSONDecoder().decode(Written.self, from: Data(bytes)),
      written.campaign == campaign.text, written.unit == sender.text,
      let channel = Submission.Channel(rawValue: written.channel),
      let digest = Digest(written.sha256), let receivedAt = Moment(written.receivedAt)
    else { return nil }
    return Submission(
      campaign: campaign, sender: sender, channel: channel, fileName: written.fileName,
      digest: digest, size: written.size, receivedAt: receivedAt)
  }

  private struct Written: Decodable {
    let campaign, unit, channel, fileName, sha256, receivedAt: String
    let size: Int
  }
}
