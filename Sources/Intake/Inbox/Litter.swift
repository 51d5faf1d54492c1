/// What file managers and office programs leave about: never a report, and nothing to wait for.
package enum Litter {
  /// Whether a name, by its bytes, is one of theirs; letters count the same large and small.
  package static func holds(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return names.contains(text) || beginnings.contains(where: text.hasPrefix)
      || text.hasPrefix(".~lock.") && text.hasSuffix("#")
  }

  /// Windows and macOS put them into every folder they show.
  private static let names: Set<String> = [
    "thumbs.db", "desktop.ini", ".ds_store", ".directory", "ehthumbs.db",
  ]
  /// Excel, Word and WPS beside an open document, and macOS beside every file on a foreign disk.
  private static let beginnings = ["~$", ".~", "._"]
}
