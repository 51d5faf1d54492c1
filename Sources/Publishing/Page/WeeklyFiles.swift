import Rectification

/// A file that is still to be made.
package typealias Piece = @Sendable () throws -> OutboxFile

/// Every file of one edition, to be made in any order: none of them hangs on another.
///
/// What takes longest comes first.
package func editionPieces(
  _ summary: WeekSummary, problems: [Problem], notices: [Notice], templates: WordTemplates
) -> [Piece] {
  [{ try workbook(summary, problems: problems) }]
    + weeklyPieces(summary, problems: problems, language: .zh)
    + weekDocuments(summary, problems: problems, notices: notices, templates: templates)
}

/// The files of one edition that are text, in the order of their names.
///
/// `problems` gives the register its headings; without them the codes stand alone.
package func weeklyFiles(
  _ summary: WeekSummary, problems: [Problem] = [], language: Language = .zh
) throws -> [OutboxFile] {
  try weeklyPieces(summary, problems: problems, language: language).map { try $0() }
    .sorted { $0.path < $1.path }
}

/// `summary.html` alone.
package func summaryPage(
  _ summary: WeekSummary, problems: [Problem] = [], language: Language = .zh
) -> String {
  SummaryPage(summary, problems: problems, language: language).html.source
}

/// The papers of one edition, which open in Excel, WPS and Word.
package func weeklyPapers(
  _ summary: WeekSummary, problems: [Problem] = [], notices: [Notice] = [],
  templates: WordTemplates
) throws -> [OutboxFile] {
  try weekDocuments(summary, problems: problems, notices: notices, templates: templates)
    .map { try $0() } + [workbook(summary, problems: problems)]
}

private func workbook(_ summary: WeekSummary, problems: [Problem]) throws -> OutboxFile {
  OutboxFile(path: "summary.xlsx", bytes: try SummaryWorkbook(summary, problems: problems).bytes())
}

private func weeklyPieces(
  _ summary: WeekSummary, problems: [Problem], language: Language
) -> [Piece] {
  [
    { OutboxFile(path: "summary.json", text: summaryJSON(summary)) },
    {
      OutboxFile(
        path: "summary.html", text: summaryPage(summary, problems: problems, language: language))
    },
    { OutboxFile(path: "measures.csv", text: measuresTable(summary, problems: problems)) },
    { OutboxFile(path: "alerts.csv", text: alertsTable(summary)) },
    { OutboxFile(path: "bulletin.txt", text: bulletin(summary)) },
    { OutboxFile(path: "deadlines.ics", text: deadlineCalendar(summary)) },
    { OutboxFile(path: "reporting.csv", text: reportingTable(summary)) },
  ]
}
