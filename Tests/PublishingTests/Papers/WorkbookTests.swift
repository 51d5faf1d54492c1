import Foundation
import Rectification
import TestSupport
import Testing

@testable import Publishing

/// summary.xlsx, read by openpyxl.
@Suite(.enabled(if: PaperJudge.has("openpyxl"), "python3-openpyxl is not installed"))
struct WorkbookTests {
  private func lines(_ sample: SampleWeek) throws -> [String] {
    let bytes = try SummaryWorkbook(sample.summary(), problems: sample.problems).bytes()
    return try PaperJudge.lines(Self.script, bytes, as: "summary.xlsx")
  }

  private static let script = """
    import sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    print("created", book.properties.created)
    for sheet in book:
        print("sheet", sheet.title, sheet.max_row, sheet.freeze_panes, sheet.print_title_rows or "-",
              sheet.page_setup.orientation, sheet.page_setup.paperSize,
              # One page across is what fitting means unless it says otherwise.
              (sheet.page_setup.fitToWidth or 1) if sheet.sheet_properties.pageSetUpPr.fitToPage else 0,
              sheet.auto_filter.ref or "-", len(sheet._charts))
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f": print("formula", cell.coordinate)
                if cell.hyperlink: print("link", cell.coordinate)
                if cell.is_date: print("date", sheet.title, cell.value.date())
                if cell.number_format == "0%": print("percent", sheet.title, round(cell.value * 100))
    """

  @Test func hasASheetForEveryQuestion() throws {
    let sample = SampleWeek(.middle)
    let summary = try sample.summary()
    let lines = try lines(sample)
    let sheets = lines.filter { $0.hasPrefix("sheet ") }.map { $0.split(separator: " ") }
    #expect(sheets.map { $0[1] } == ["总览", "三张清单台账", "报送情况", "逾期与预警", "协调事项", "成效"])
    for sheet in sheets {
      #expect(sheet[5...7] == ["landscape", "9", "1"])
      guard sheet[1] != "总览" else { continue }
      #expect(sheet[3].hasSuffix("4"), "\(sheet[1]) keeps its heads in sight")
      #expect(sheet[4] == "$3:$3")
      #expect(sheet[8].hasPrefix("A3:"))
    }
    // Three rows of heading above the first measure.
    #expect(sheets[1][2] == "\(summary.measures.count + 3)")
    #expect(sheets[2][2] == "\(summary.reporting.count + 3)")
    #expect(sheets[4][2] == "\(summary.agenda.items.count + 3)")
  }

  @Test func datesAndSharesAreNumbers() throws {
    let sample = SampleWeek(.middle)
    let measures = try sample.summary().measures
    let lines = try lines(sample)
    let days = measures.flatMap {
      [$0.state.measure.start] + ($0.state.deadline.map { [$0] } ?? [])
    }
    #expect(
      lines.filter { $0.hasPrefix("date 三张清单台账 ") } == days.map { "date 三张清单台账 \($0)" })
    #expect(
      lines.filter { $0.hasPrefix("percent 三张清单台账 ") }
        == measures.map { "percent 三张清单台账 \($0.state.percent)" })
  }

  @Test func holdsNoFormulaAndNoLink() throws {
    let lines = try lines(SampleWeek(.middle, text: { _ in "=HYPERLINK(\"http://x.invalid/\")" }))
    #expect(!lines.contains { $0.hasPrefix("formula") || $0.hasPrefix("link") })
    #expect(lines.count { $0.hasPrefix("sheet ") } == 6)
  }

  @Test(
    arguments: HostileTextTests.texts + [
      "=1+1", "+1", "@SUM(A1)", "{=1}", "http://x.invalid/", "#REF!",
    ])
  func textFromOutsideMakesNoElementOfItsOwn(_ hostile: String) throws {
    let sample = SampleWeek(.middle, text: { _ in hostile })
    let bytes = try SummaryWorkbook(sample.summary(), problems: sample.problems).bytes()
    let archive = try ZipReader(bytes)
    for number in 0..<archive.count {
      let part = try archive.bytes(of: number, upTo: 16 << 20)
      let text = String(decoding: part, as: UTF8.self)
      let isSheet = try archive.name(of: number).hasPrefix("xl/worksheets/sheet")
      #expect(!isSheet || !text.contains("<f>") && !text.contains("<hyperlink"))
      // Every part is well-formed.
      _ = try MarkupReader.read(part)
    }
  }

  @Test func theClockIsNotInIt() throws {
    let sample = SampleWeek()
    let bytes = try SummaryWorkbook(sample.summary(), problems: []).bytes()
    #expect(try SummaryWorkbook(sample.summary(), problems: []).bytes() == bytes)
    let cutOff = try sample.summary().edition.cutOffs.summary
    let created = cutOff.text(in: .utc).prefix(16).replacing("T", with: " ")
    #expect(try lines(sample).first?.hasPrefix("created \(created)") == true)
  }
}
