import Rectification

extension Outbox {
  /// The list of an edition's files, in its folder: hidden, one path a line.
  package static let listName = ".edition"

  /// The paths a list names; one that somebody tampered with names nothing outside.
  package static func paths(listed bytes: [UInt8]) -> Set<String> {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return Set(lines.filter { (try? OutboxPath($0)) != nil })
  }

  /// That list for files of these paths.
  package static func list(of paths: [String]) -> [UInt8] {
    Array(
      paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined().utf8)
  }

  /// The files of one edition, and the list by which the next one knows which were this one's.
  struct Edition {
    let files: [OutboxPath: [UInt8]]

    /// - Throws: `OutboxError.unsafePath`, also for a path that comes twice.
    init(_ files: [OutboxFile]) throws(OutboxError) {
      var found: [OutboxPath: [UInt8]] = [:]
      for file in files {
        let path = try OutboxPath(file.path)
        guard found.updateValue(file.bytes, forKey: path) == nil else {
          throw .unsafePath(file.path)
        }
      }
      self.files = found
    }

    var sorted: [(OutboxPath, [UInt8])] {
      files.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
        .map { ($0.key, $0.value) }
    }

    var list: [UInt8] { Outbox.list(of: files.keys.map(\.text)) }

  }
}
