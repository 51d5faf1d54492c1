import Foundation
import Rectification
import TestSupport
import Testing

@testable import Publishing

/// The Word documents of a week, read by python-docx.
@Suite(.enabled(if: PaperJudge.has("docx"), "python3-docx is not installed"))
struct DocumentTests {
  private func papers(_ sample: SampleWeek) throws -> [OutboxFile] {
    let summary = try sample.summary()
    let notices = summary.alerts.compactMap { alert in
      Notice.Matter(alert).map { ($0, alert) }
    }.enumerated().map { number, due in
      Notice(matter: due.0, alert: due.1, number: .init(year: 2023, ordinal: number + 1))
    }
    return try weeklyPapers(
      summary, problems: sample.problems, notices: notices, templates: WordTemplates())
  }

  private func lines(_ file: OutboxFile) throws -> [String] {
    try PaperJudge.lines(Self.script, file.bytes, as: "paper.docx")
  }

  private static let script = """
    import sys, docx, re
    document = docx.Document(sys.argv[1])
    section = document.sections[0]
    print("page", *[round(x.mm) for x in (section.page_width, section.page_height, section.top_margin,
          section.bottom_margin, section.left_margin, section.right_margin)])
    print("tables", len(document.tables))
    xml = document.element.xml
    print("fields", len(re.findall("w:fldSimple|w:instrText|w:fldChar|w:hyperlink", xml)))
    for paragraph in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        print("text", "".join(t.text or "" for t in paragraph.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")))
    """

  private func named(_ path: String, _ files: [OutboxFile]) throws -> OutboxFile {
    try #require(files.first { $0.path == path })
  }

  @Test func theSummarySaysWhatThePageSays() throws {
    let sample = SampleWeek(.middle)
    let summary = try sample.summary()
    let lines = try lines(named("summary.docx", papers(sample)))
    #expect(lines.contains("page 210 297 37 35 28 26"))
    #expect(lines.contains("text " + bulletin(summary).trimmingCharacters(in: .newlines)))
    for row in summary.measures where row.daysOverdue != nil {
      #expect(lines.contains("text \(row.code)"), "\(row.code) is overdue")
    }
    for unit in summary.reporting where unit.state == .missing {
      #expect(
        lines.contains { $0.hasPrefix("text 未报：") && $0.contains(summary.name(of: unit.unit)) })
    }
    #expect(lines.contains("fields 0"))
    #expect(!lines.contains { $0.contains("{{") || $0.contains("}}") })
  }

  @Test func theAgendaHasEveryPoint() throws {
    let sample = SampleWeek(.middle)
    let agenda = try sample.summary().agenda.items
    let lines = try lines(named("agenda.docx", papers(sample)))
    let points = agenda.filter { !$0.kind.isRoutine }
    #expect(points.count > 3)
    for number in points.indices { #expect(lines.contains("text 议题\(number + 1)")) }
    #expect(!lines.contains("text 议题\(points.count + 1)"))
    #expect(lines.count { $0 == "text □销号　□退回" } == agenda.count { $0.kind == .closeOut })
    #expect(lines.count { $0 == "text □巩固　□重开" } == agenda.count { $0.kind == .secondLook })
  }

  /// An office writes 增加3条, and never 其中已销号+3条.
  @Test func changesAreToldInWords() throws {
    let lines = try lines(named("summary.docx", papers(SampleWeek(.middle))))
    let told = try #require(lines.first { $0.contains("与上周相比，") })
    #expect(told.contains("已销号增加2条") && told.contains("逾期整改措施减少1条"))
    #expect(!told.contains("其中") && !told.contains { "+−-".contains($0) })
  }

  @Test func aUnitGetsOneFormForEveryMatterWithASlip() throws {
    let files = try papers(SampleWeek(.middle)).filter { $0.path.hasPrefix("alerts/") }
    #expect(files.count > 3)
    var numbers: [String] = []
    for file in files {
      let lines = try lines(file)
      let forms = lines.count { $0 == "text 回　执" }
      #expect(forms > 0)
      #expect(lines.contains("tables \(2 * forms)"))
      numbers += lines.filter { $0.hasPrefix("text 整改督〔2023〕") }
    }
    let due = try SampleWeek(.middle).summary().alerts.compactMap(Notice.Matter.init)
    #expect(Set(numbers).count == due.count)
    // On the form and on its slip.
    #expect(numbers.count == due.count)
  }

  @Test(arguments: HostileTextTests.texts.dropLast())
  func textFromUnitsIsNeverAnElement(_ hostile: String) throws {
    func tags(_ file: OutboxFile) throws -> [String] {
      let part = try #require(
        WordPackage(file.bytes).parts.first { $0.name == "word/document.xml" })
      return String(decoding: part.bytes, as: UTF8.self).matches(of: /<[^>]*>/)
        .map { String($0.output) }
    }
    let plain = try papers(SampleWeek(.middle, text: { _ in "x" }))
    let files = try papers(SampleWeek(.middle, text: { _ in hostile }))
    for (file, same) in zip(files, plain) where file.path.hasSuffix(".docx") {
      #expect(try tags(file) == tags(same), "\(file.path)")
    }
  }

  @Test func theSameWeekGivesTheSameBytes() throws {
    #expect(try papers(SampleWeek()) == papers(SampleWeek()))
  }
}
