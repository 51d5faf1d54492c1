import Rectification

extension Outbox {
  /// The files of one edition, and the list by which the next one knows which were this one's.
  struct Edition {
    /// Hidden, one path a line.
    static let listName = ".edition"

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

    var list: [UInt8] { Array(sorted.map { $0.0.text + "\n" }.joined().utf8) }

    /// The paths a list names; one that somebody tampered with names nothing outside.
    static func paths(listed bytes: [UInt8]) -> Set<String> {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      return Set(lines.filter { (try? OutboxPath($0)) != nil })
    }
  }
}
