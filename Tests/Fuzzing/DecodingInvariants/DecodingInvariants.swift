import Intake
import Rectification

/// What must hold of the decoder whatever bytes it is given; for the fuzzers and for the tests.
package enum DecodingInvariants {
  /// What does not hold, in words; empty when all is well.
  package static func breaches(of bytes: [UInt8]) -> [String] {
    let decoded = ReportDecoder().decode(bytes)
    return refusal(decoded) + repetition(decoded, bytes) + places(decoded, bytes)
      + wording(decoded) + (decoded.report.map(roundTrip) ?? [])
  }

  private static func refusal(_ decoded: Decoded) -> [String] {
    var breaches: [String] = []
    if (decoded.report == nil) == decoded.findings.isEmpty {
      breaches.append("neither a report nor a finding, or both")
    }
    if decoded.findings.count > FindingLimit.count + 1 {
      breaches.append("\(decoded.findings.count) findings are listed")
    }
    return breaches
  }

  private static func repetition(_ decoded: Decoded, _ bytes: [UInt8]) -> [String] {
    let again = ReportDecoder().decode(bytes)
    let isSame =
      again.report == decoded.report && again.findings == decoded.findings
      && again.syntax == decoded.syntax
    return isSame ? [] : ["decoded twice, it reads differently"]
  }

  private static func places(_ decoded: Decoded, _ bytes: [UInt8]) -> [String] {
    let page = Page(bytes)
    return (decoded.findings.map(\.place) + (decoded.report?.allPlaces ?? []))
      .filter { !page.has($0) }.map { "no such place in the file: \($0)" }
  }

  /// A message goes to a terminal and to a log: it must not move the cursor there.
  private static func wording(_ decoded: Decoded) -> [String] {
    decoded.findings.flatMap { finding in
      [finding.message.zh, finding.message.en, finding.remedy.zh, finding.remedy.en]
    }
    .filter { text in
      text.isEmpty || text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    .map { "a control character in a message, or none: \($0.debugDescription)" }
  }

  private static func roundTrip(_ report: WeeklyReport) -> [String] {
    let (json, xml) = (canonicalJSON(of: report), canonicalXML(of: report))
    // A report as large as may be can grow by being indented.
    var limits = Limits()
    limits.reportBytes = max(json.count, xml.count)
    return [("JSON", json), ("XML", xml)].compactMap { name, bytes in
      guard let again = ReportDecoder().decode(bytes, limits: limits).report else {
        return "an accepted report is refused in canonical \(name)"
      }
      let isSame = canonicalJSON(of: again) == json && canonicalXML(of: again) == xml
      return isSame ? nil : "an accepted report changes by way of canonical \(name)"
    }
  }
}

extension WeeklyReport {
  fileprivate var allPlaces: [Place] {
    places.head.map(\.value) + entries.map(\.place) + entries.flatMap { $0.places.map(\.value) }
      + coordinationRequests.map(\.place) + outcomes.map(\.place)
  }
}
