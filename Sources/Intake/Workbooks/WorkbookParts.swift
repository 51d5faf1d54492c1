import CLibZip

/// The parts of an office document, unpacked as they are asked for and counted as they swell.
struct WorkbookParts {
  private let archive: ZipArchive
  private let numbers: [String: Int]
  private let limits: WorkbookLimits
  private var left: Int
  /// The names as they stand in the archive.
  let names: [String]

  init(_ bytes: [UInt8], _ limits: WorkbookLimits) throws(WorkbookFault) {
    self.limits = limits
    left = limits.unpackedBytes
    do throws(BundleFault) {
      archive = try ZipArchive(bytes)
      guard archive.count <= limits.parts else { throw BundleFault.tooLarge }
      var numbers: [String: Int] = [:]
      var names: [String] = []
      for number in 0..<archive.count {
        guard let raw = try archive.name(of: number) else { continue }
        // Some writers part folders as Windows does, which APPNOTE 4.4.17 forbids and every program reads.
        let name = String(decoding: raw, as: UTF8.self).replacing("\\", with: "/")
        // Two parts of one name: programs differ in which of them they show.
        guard numbers.updateValue(number, forKey: name.lowercased()) == nil else {
          throw BundleFault.damaged
        }
        names.append(name)
      }
      (self.numbers, self.names) = (numbers, names)
    } catch {
      throw Self.fault(error)
    }
  }

  /// Part names are compared without regard to case (ECMA-376, part 2).
  func has(_ name: String) -> Bool { numbers[name.lowercased()] != nil }

  /// Nil when there is no such part.
  mutating func bytes(of name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let number = numbers[name.lowercased()] else { return nil }
    do {
      let bytes = try archive.bytes(of: number, upTo: left)
      left -= bytes.count
      return bytes
    } catch {
      throw Self.fault(error)
    }
  }

  /// The XML of a part; nil when there is no such part.
  mutating func xml(_ name: String) throws(WorkbookFault) -> XMLPartReader? {
    guard let bytes = try bytes(of: name) else { return nil }
    return try Self.reader(bytes)
  }

  static func reader(_ bytes: [UInt8]) throws(WorkbookFault) -> XMLPartReader {
    do {
      return try XMLPartReader(bytes)
    } catch {
      throw .damaged
    }
  }

  private static func fault(_ fault: BundleFault) -> WorkbookFault {
    switch fault {
    case .encrypted: .encrypted
    case .tooLarge: .tooLarge
    default: .damaged
    }
  }
}

extension XMLPartReader {
  /// The next step; what is no XML is a damaged workbook.
  func step() throws(WorkbookFault) -> Event? {
    do {
      return try next()
    } catch {
      throw .damaged
    }
  }
}
