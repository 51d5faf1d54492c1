import Rectification

/// A ZIP archive of reports, unpacked in memory.
///
/// Names in it are shown and never become paths. What comes out is counted as it comes, so that an
/// archive made to swell (Fifield, "A better zip bomb") ends at the limit.
enum ZipBundle {
  static func parts(
    of bytes: [UInt8], limit: Int, marks: SecrecyMarks
  ) throws(BundleFault) -> [ReportBundle.Part] {
    let archive = try ZipArchive(bytes)
    guard archive.count <= ReportBundle.partLimit else { throw .tooMany }
    var parts: [(name: [UInt8], bytes: [UInt8])] = []
    var room = limit
    for number in 0..<archive.count {
      guard let name = try archive.name(of: number), !isPassedOver(name) else { continue }
      let bytes = try archive.bytes(of: number, upTo: room)
      room -= bytes.count
      parts.append((name, bytes))
    }
    return paired(parts, marks)
  }

  /// Folders, and what programs leave about, as in an inbox.
  private static func isPassedOver(_ name: [UInt8]) -> Bool {
    let last = Array(name.split(separator: UInt8(ascii: "/")).last ?? [])
    return name.last == UInt8(ascii: "/") || name.starts(with: "__MACOSX/".utf8)
      || Litter.holds(last) || Litter.isBackup(last) || Litter.isUnderWay(last)
  }

  /// The reports, each with the signatures named like it.
  private static func paired(
    _ files: [(name: [UInt8], bytes: [UInt8])], _ marks: SecrecyMarks
  ) -> [ReportBundle.Part] {
    let names = Set(files.map(\.name))
    var signatures: [[UInt8]: [String: [UInt8]]] = [:]
    var reports: [(name: [UInt8], bytes: [UInt8])] = []
    for file in files {
      let suffix = SigningKey.suffixes.first {
        file.name.suffix($0.utf8.count).elementsEqual($0.utf8)
      }
      let report = suffix.map { Array(file.name.dropLast($0.utf8.count)) }
      if let suffix, let report, names.contains(report) {
        signatures[report, default: [:]][suffix] = file.bytes
      } else {
        reports.append(file)
      }
    }
    return reports.map { report in
      ReportBundle.Part(
        name: ShownName.text(report.name, withholding: marks), bytes: report.bytes,
        signatures: signatures[report.name] ?? [:])
    }
  }
}
