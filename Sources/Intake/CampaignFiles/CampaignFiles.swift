import Files
import Rectification

/// The bytes of a campaign's own files, by their path in the workspace.
package struct CampaignFiles: Hashable, Sendable {
  /// `schedules/jingan-2023/register.csv` to its bytes.
  package private(set) var contents: [String: [UInt8]]

  package init(_ contents: [String: [UInt8]] = [:]) {
    self.contents = contents
  }

  package subscript(path: String) -> [UInt8]? {
    get { contents[path] }
    set { contents[path] = newValue }
  }

  package func digest(of path: String) throws(DigestingError) -> Digest? {
    guard let bytes = contents[path] else { return nil }
    return try Digesting.digest(of: bytes)
  }

  /// The list of the files as `sha256sum` writes it, by path: whoever knows its SHA-256 knows them all.
  package func manifest() throws(DigestingError) -> [UInt8] {
    var lines = ""
    for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) {
      lines += "\(try Digesting.digest(of: bytes))  \(path)\n"
    }
    return Array(lines.utf8)
  }

  /// One SHA-256 of all but the files that grow by the week, decisions.csv and resolutions.csv.
  func digestButDecisions() throws(DigestingError) -> Digest {
    let lasting = contents.filter {
      !$0.key.hasSuffix("/decisions.csv") && !$0.key.hasSuffix("/resolutions.csv")
    }
    return try Digesting.digest(of: CampaignFiles(lasting).manifest())
  }

  /// Puts the files of a manifest together again; `bytes` looks each up by its SHA-256.
  ///
  /// Nil when a line is no such line.
  package init?(
    manifest: [UInt8], _ bytes: (Digest) throws -> [UInt8]
  ) rethrows {
    var contents: [String: [UInt8]] = [:]
    for line in String(decoding: manifest, as: UTF8.self).split(separator: "\n") {
      guard let digest = Digest(line.prefix(64)), line.dropFirst(64).hasPrefix("  ") else {
        return nil
      }
      contents[String(line.dropFirst(66))] = try bytes(digest)
    }
    self.contents = contents
  }
}
