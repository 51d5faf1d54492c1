import Rectification
import TestSupport
import Testing

@testable import Publishing

/// 日析 and 月评 as people read them.
struct CadenceTests {
  private func review(isProvisional: Bool = false) throws -> MonthlyReview {
    let names = ["2023-W48", "2023-W49", "2023-W50", "2023-W51"]
    let weeks = names.prefix(isProvisional ? 3 : 4).map { week($0) }
    let units = SampleWeek().index.campaign.units.prefix(9)
    return MonthlyReview(
      settings: try SampleWeek().summary().settings, month: try #require(Month("2023-12")),
      weeks: Array(weeks), openWeeks: names.dropFirst(weeks.count).map { week($0) },
      units: units.enumerated().map { number, unit in
        UnitReview(
          unit: unit.code,
          weeks: weeks.enumerated().map { turn, week in reviewed(number, turn, week) },
          alerts: number % 3 == 1
            ? .init(raised: number, cleared: 2, standing: number - 1, workdaysToClear: 7) : .init())
      },
      closedAt: moment("2023-12-22 12:00"),
      unitNames: Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 }))
  }

  private func reviewed(_ unit: Int, _ turn: Int, _ week: Week) -> ReviewedWeek {
    let states: [[UnitWeek.State]] = [
      [.onTime], [.zero], [.late, .onTime], [.rejected, .onTime], [.missing], [.fetchFailed],
      [.onTime], [.exempt], [.quarantined, .onTime],
    ]
    let own = states[unit]
    return ReviewedWeek(
      week: week, state: own[turn % own.count], isOwed: own != [.exempt],
      corrections: unit == 6 && turn == 0 ? 1 : 0, rejected: unit == 3 ? 1 : 0,
      flags: unit == 6 && turn < 2 ? [.staleText, .noMovement] : [])
  }

  @Test(arguments: [Language.zh, .en])
  func printsTheMonth(_ language: Language) throws {
    try expectGolden(
      reviewText(try review(), language: language), named: "review-\(language.rawValue).txt")
    try expectGolden(
      reviewPage(try review(), language: language), named: "review-\(language.rawValue).html")
  }

  @Test func theMonthForMachines() throws {
    try expectGolden(reviewJSON(try review()), named: "review.json")
  }

  @Test(arguments: [Language.zh, .en])
  func aMonthThatIsNotOverSaysSo(_ language: Language) throws {
    let (open, whole) = (try review(isProvisional: true), try review())
    for (word, provision) in [("暂定", "2023-W51 汇总后还会变化"), ("provisional", "2023-W51 still")]
    where (language == .zh) == (word == "暂定") {
      for text in [reviewText(open, language: language), reviewPage(open, language: language)] {
        #expect(text.contains(word) && text.contains(provision))
      }
      #expect(!reviewPage(whole, language: language).contains(word))
    }
  }

  @Test func theFilesOfAMonthDependOnItsValuesAlone() throws {
    let templates = try WordTemplates()
    let files = try reviewFiles(review(), templates: templates)
    #expect(files.map(\.path) == ["review.docx", "review.html", "review.json", "review.xlsx"])
    #expect(try reviewFiles(review(), templates: templates) == files)
  }

  private func analysis(isQuiet: Bool = false) throws -> DailyAnalysis {
    let sample = SampleWeek(.nearEnd)
    let now = try sample.summary(.preview)
    let before = isQuiet ? now : try SampleWeek(.middle).summary()
    let received = [
      sampleReceipt(.accepted, at: "2024-01-18 16:05"),
      sampleReceipt(.rejected, at: "2024-01-18 17:20"),
      sampleReceipt(.quarantined, at: "2024-01-18 20:00"),
      sampleReceipt(.acceptedWithWarnings, at: "2024-01-17 08:00"),
    ]
    return try DailyAnalysis(
      since: moment("2024-01-18 09:00"), until: moment("2024-01-19 09:00"), before: before,
      now: now, received: isQuiet ? [] : received,
      decisions: isQuiet ? [] : [extended], cycle: sample.index.cycle)
  }

  private var extended: Decision {
    Decision(
      code: code("D7"), decidedAt: moment("2024-01-18 15:30"), measure: code("M021"),
      action: .extend(day("2024-02-28")), reason: "设计方案需重新公示", basis: "", decidedBy: "整改办主任",
      line: 9)
  }

  @Test(arguments: [Language.zh, .en])
  func printsTheDay(_ language: Language) throws {
    try expectGolden(
      todayText(try analysis(), language: language), named: "today-\(language.rawValue).txt")
    try expectGolden(
      todayPage(try analysis(), language: language), named: "today-\(language.rawValue).html")
  }

  @Test func theDayForMachines() throws {
    try expectGolden(todayJSON(try analysis()), named: "today.json")
  }

  /// Neither the name it came under nor what was found in it.
  @Test func ofWhatIsInQuarantineOnlyTheFactIsShown() throws {
    let analysis = try DailyAnalysis(
      since: moment("2024-01-18 09:00"), until: moment("2024-01-19 09:00"),
      before: try SampleWeek().summary(), now: try SampleWeek().summary(),
      received: [sampleReceipt(.quarantined)], decisions: [], cycle: SampleWeek().index.cycle)
    let name = sampleReceipt(.quarantined).submission.fileName
    for text in [todayJSON(analysis), todayPage(analysis), todayText(analysis)] {
      #expect(!text.contains(name) && text.contains("2024-W03"))
    }
    #expect(todayText(analysis).contains(Verdict.quarantined.name.zh))
  }

  @Test func theDayFitsAScreen() throws {
    #expect(todayText(try analysis()).split(separator: "\n").count <= 60)
  }

  @Test func aQuietDayIsToldInALine() throws {
    let text = todayText(try analysis(isQuiet: true))
    #expect(text.contains("没有收到报告，没有决定") && text.contains("日程"))
    #expect(!text.contains("措施 "))
  }

  /// A column head alone says less than a sentence: an empty list takes its table with it.
  @Test(.enabled(if: PaperJudge.has("docx"), "python3-docx is not installed"))
  func theDocumentHasTheRankingAndNoEmptyTable() throws {
    let script = """
      import sys, docx
      document = docx.Document(sys.argv[1])
      for table in document.tables:
          print("table", len(table.rows), table.rows[0].cells[0].text)
      for table in document.tables:
          for row in table.rows: print("|".join(cell.text for cell in row.cells))
      """
    let whole = try lines(review(), script)
    #expect(
      whole.filter { $0.hasPrefix("table") }.map { $0.split(separator: " ")[2] } == [
        "名次", "单位", "单位",
      ])
    #expect(whole.contains { $0.contains("|93.3|") || $0.contains("|90.0|") })
    let full = MonthlyReview(
      settings: try review().settings, month: try review().month, weeks: try review().weeks,
      openWeeks: [], units: Array(try review().units.prefix(1)), closedAt: try review().closedAt,
      unitNames: [:])
    #expect(try lines(full, script).isEmpty)
  }

  private func lines(_ review: MonthlyReview, _ script: String) throws -> [String] {
    let files = try reviewFiles(review, templates: WordTemplates())
    let document = try #require(files.first { $0.path == "review.docx" })
    return try PaperJudge.lines(script, document.bytes, as: "review.docx")
  }
}
