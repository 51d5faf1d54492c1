/// What file managers, office programs, browsers and editors leave about: never a report.
package enum Litter {
  /// Whether a name, by its bytes, is one that nobody waits for; letters count the same large and small.
  package static func holds(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return names.contains(text) || beginnings.contains(where: text.hasPrefix)
      || text.hasPrefix(".~lock.") && text.hasSuffix("#")
      || endings.contains(where: text.hasSuffix)
  }

  /// Whether a name is that of a file which only keeps an empty folder in place.
  package static func isPlaceholder(_ name: [UInt8]) -> Bool {
    [".gitkeep", ".keep", ".gitignore"].contains(String(decoding: name, as: UTF8.self))
  }

  /// Whether a name is that of a file under way: it gets another one once it is whole.
  package static func isUnderWay(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return text.hasPrefix(".") || underWay.contains(where: text.hasSuffix)
  }

  /// Whether a name is that of a copy that an editor keeps beside the file: an older state of it, or none.
  package static func isBackup(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return backups.contains(where: text.hasSuffix) || text.hasSuffix("~")
      || text.hasPrefix("#") && text.hasSuffix("#")
  }

  /// Windows and macOS put them into every folder they show.
  private static let names: Set<String> = [
    "thumbs.db", "desktop.ini", ".ds_store", ".directory", "ehthumbs.db", "ehthumbs_vista.db",
    ".localized", "__macosx", ".stfolder", ".stignore",
  ]
  /// Excel, Word and WPS beside an open document, macOS beside every file on a foreign disk, and NFS and FUSE
  /// in place of a file that was removed while it was open.
  private static let beginnings = ["~$", ".~", "._", ".nfs", ".fuse_hidden"]
  /// Vim beside an open file, and the states of downloads of 迅雷 and others.
  private static let endings = [".swp", ".swo", ".td.cfg", ".xltd.cfg", ".aria2"]
  /// Uploads (WinSCP, FileZilla), browsers, 迅雷, 百度网盘 and others.
  private static let underWay = [
    ".part", ".tmp", ".temp", ".filepart", ".partial", ".crdownload", ".download", ".opdownload",
    ".td", ".xltd", ".downloading", ".!ut", ".!qb", ".bc!",
    ".unconfirmed", ".incomplete", ".uploading",
  ]
  private static let backups = [".bak", ".old", ".orig", ".xlk", ".wbk", ".backup", ".sav"]
}
