import Rectification

/// Reads a weekly report: bytes, to text, to a tree with places, to typed values.
///
/// Pure: nothing outside of the bytes is looked at. Checks that need the register, the calendar or last
/// week come after it.
package struct ReportDecoder: Sendable {
  package init() {}

  /// What a file says, or every mistake in it.
  ///
  /// A file that bears one of `marks` has a single finding, and nothing of it is read on.
  package func decode(
    _ bytes: [UInt8], limits: Limits = Limits(), marks: SecrecyMarks = .standard
  ) -> Decoded {
    guard bytes.count <= limits.reportBytes else { return tooLarge(bytes.count, limits) }
    if Workbook.isPacked(bytes), let form = decodeWorkbook(bytes, marks: marks) { return form }
    let text: DecodedText
    do {
      text = try TextDecoder.decode(bytes)
    } catch {
      let isMarked = SecrecyScan.marks(marks, undecodable: bytes)
      return Decoded(nil, findings: [isMarked ? .secrecyMark(at: .whole) : error.finding])
    }
    let map = SourceMap(text.bytes)
    if let offset = marks.firstMark(in: text.bytes) {
      return Decoded(text.syntax, findings: [.secrecyMark(at: map.place(at: offset))])
    }
    if let page = Self.webPage(text.bytes) { return Decoded(nil, findings: [page]) }
    guard let syntax = text.syntax else {
      return Decoded(nil, findings: [Self.neitherXMLNorJSON])
    }
    do {
      let root = try Self.scan(text.bytes, syntax, map)
      if let offset = SecrecyScan.firstMark(in: root, marks) {
        return Decoded(syntax, findings: [.secrecyMark(at: map.place(at: offset))])
      }
      if syntax == .json { try Self.refuseIfForeign(root, map) }
      return read(root, syntax, .text(map))
    } catch {
      return Decoded(syntax, findings: [error.finding])
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
      do {
        return try JSONScanner.scan(bytes)
      } catch {
        throw unreadable(error, map)
      }
    // No text is one: the workbook has its own way in.
    case .xlsx: throw Refusal(neitherXMLNorJSON)
    }
  }

  /// Reads a tree; `besides` are findings that were made on the way to it.
  func read(
    _ root: DocumentNode, _ syntax: Syntax, _ map: PlaceMap, besides: FindingList = FindingList()
  ) -> Decoded {
    var walk = FieldWalk(map, besides)
    let field = Field(
      ReportFormat.root, .object(ReportFormat.fields), zh: "周报告", en: "weekly report")
    let value = walk.value(root, field, .root(syntax, named: ReportFormat.root))
    guard case .record(let record)? = value else {
      return Decoded(
        syntax, findings: ordered(walk.findings.listed), unlisted: walk.findings.unlisted)
    }
    let outcomes = record.records("outcomes").compactMap {
      OutcomeReading.outcome($0, &walk.findings)
    }
    let requests = record.records("coordinationRequests")
      .compactMap(ReportReading.coordinationRequest)
    let findings = ordered(walk.findings.listed)
    let flawed = ReportReading.flawedEntries(findings)
    return Decoded(
      syntax,
      readable: ReportReading.report(
        record, flawed: flawed, coordinationRequests: requests, outcomes: outcomes),
      unread: ReportReading.unreadEntries(record, flawed: flawed),
      findings: ReportReading.naming(findings, by: record), unlisted: walk.findings.unlisted)
  }
}
