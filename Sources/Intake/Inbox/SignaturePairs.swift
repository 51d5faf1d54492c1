import Files
import Glibc
import Rectification

/// A signature as it lay beside its report.
package struct ReceivedSignature {
  package let bytes: [UInt8]
  package let digest: Digest

  init(bytes: [UInt8], digest: Digest) {
    self.bytes = bytes
    self.digest = digest
  }

  package init(_ bytes: [UInt8]) throws(DigestingError) {
    self.init(bytes: bytes, digest: try Digesting.digest(of: bytes))
  }
}

/// Which file of a folder is the signature of which: `report.xml.sig` of `report.xml`.
extension UnitFolder {
  /// Nil for a unit that signs nothing.
  var signingKey: SigningKey? { scan.signingKeys[unit] }

  /// Whether a name is that of a signature; then it is never a report.
  func isSignature(_ name: [UInt8]) -> Bool { reportName(ofSignature: name) != nil }

  /// Names the signatures whose reports have not come; they wait.
  func reportLoneSignatures(_ passedOver: (PassedOver) -> Void) {
    guard signingKey != nil else { return }
    let present = Set(names)
    for name in names {
      guard let report = reportName(ofSignature: name), !present.contains(report) else { continue }
      passedOver(note(name, .signatureWithoutReport))
    }
  }

  /// The signature that lies beside a report, held open; nil when there is none.
  func signature(of report: [UInt8]) throws -> (file: SteadyFile, name: [UInt8])? {
    guard let key = signingKey else { return nil }
    let name = report + Array(key.scheme.suffix.utf8)
    guard isListed(name) else { return nil }
    return (try SteadyFile(name, in: folder, ceiling: SignatureLines.sizeLimit), name)
  }

  /// By halving, for the names are in order: a sender that floods must not make this slow.
  private func isListed(_ name: [UInt8]) -> Bool {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low] == name
  }

  private func reportName(ofSignature name: [UInt8]) -> [UInt8]? {
    guard let key = signingKey else { return nil }
    let suffix = Array(key.scheme.suffix.utf8)
    guard name.count > suffix.count, name.suffix(suffix.count).elementsEqual(suffix) else {
      return nil
    }
    return Array(name.dropLast(suffix.count))
  }
}
