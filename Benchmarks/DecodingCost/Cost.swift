import HostileDocuments
import Intake
import Rectification

/// What one document costs at the size cap, and at a cap of 4 MiB.
struct Cost {
  static let cap = Limits().reportBytes
  static let raisedCap = 4 << 20

  let name: String
  let bytes: Int
  let verdict: String
  let seconds: Double
  let raisedSeconds: Double

  init(_ name: String, _ document: (Int) -> [UInt8]) {
    self.name = name
    let content = document(Self.cap)
    bytes = content.count
    var decoded: Decoded?
    seconds = ProcessTime.worst { decoded = Self.decode(content) }
    verdict =
      decoded.map { $0.report == nil ? "\($0.findings.count) findings" : "read" } ?? ""
    let raised = document(Self.raisedCap)
    raisedSeconds = ProcessTime.worst { _ = Self.decode(raised) }
  }

  /// How much more a byte costs in the large file; near 1 when the cost is linear.
  var growth: Double { raisedSeconds / seconds / (Double(Self.raisedCap) / Double(Self.cap)) }

  private static func decode(_ bytes: [UInt8]) -> Decoded {
    var limits = Limits()
    limits.reportBytes = bytes.count
    return ReportDecoder().decode(bytes, limits: limits)
  }
}
