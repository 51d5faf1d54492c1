import Rectification

/// Reads a weekly report: bytes, to text, to a tree with places, to typed values.
///
/// Pure: nothing outside of the bytes is looked at. Checks that need the register, the calendar or last
/// week come after it.
package struct ReportDecoder: Sendable {
  package init() {}

  package func decode(_ bytes: [UInt8], limits: Limits = Limits()) -> Decoded {
    guard bytes.count <= limits.reportBytes else { return tooLarge(bytes.count, limits) }
    let text: DecodedText
    do {
      text = try TextDecoder.decode(bytes)
    } catch {
      return Decoded(syntax: nil, report: nil, findings: [error.finding])
    }
    guard let syntax = text.syntax else {
      return Decoded(syntax: nil, report: nil, findings: [Self.neitherXMLNorJSON])
    }
    let map = SourceMap(text.bytes)
    do {
      return read(try Self.scan(text.bytes, syntax, map), syntax, map)
    } catch {
      return Decoded(syntax: syntax, report: nil, findings: [error.finding])
    }
  }

  private static func scan(
    _ bytes: [UInt8], _ syntax: Syntax, _ map: SourceMap
  ) throws(Refusal) -> DocumentNode {
    switch syntax {
    case .xml:
      do {
        return try XMLScanner.scan(bytes)
      } catch {
        throw Refusal(
          error.rule, at: map.place(at: error.offset), error.message, remedy: error.remedy)
      }
    case .json:
      let root: DocumentNode
      do {
        root = try JSONScanner.scan(bytes)
      } catch {
        throw unreadable(error, map)
      }
      try refuseIfForeign(root, map)
      return root
    }
  }

  private func read(_ root: DocumentNode, _ syntax: Syntax, _ map: SourceMap) -> Decoded {
    var walk = FieldWalk(map)
    let field = Field(
      ReportFormat.root, .object(ReportFormat.fields), zh: "周报告", en: "weekly report")
    let value = walk.value(root, field, .root(syntax, named: ReportFormat.root))
    guard case .record(let record)? = value else {
      return Decoded(syntax: syntax, report: nil, findings: walk.findings.all)
    }
    let outcomes = record.records("outcomes").compactMap {
      OutcomeReading.outcome($0, &walk.findings)
    }
    let requests = record.records("coordinationRequests")
      .compactMap(ReportReading.coordinationRequest)
    let report = ReportReading.report(record, coordinationRequests: requests, outcomes: outcomes)
    return Decoded(
      syntax: syntax, report: walk.findings.isEmpty ? report : nil, findings: walk.findings.all)
  }
}
