import Rectification

/// Every file of one edition, in the order of their names.
///
/// `problems` gives the register its headings; without them the codes stand alone.
package func weeklyFiles(
  _ summary: WeekSummary, problems: [Problem] = [], language: Language = .zh
) -> [OutboxFile] {
  [
    OutboxFile(path: "alerts.csv", text: alertsTable(summary)),
    OutboxFile(path: "bulletin.txt", text: bulletin(summary)),
    OutboxFile(path: "deadlines.ics", text: deadlineCalendar(summary)),
    OutboxFile(path: "measures.csv", text: measuresTable(summary, problems: problems)),
    OutboxFile(path: "reporting.csv", text: reportingTable(summary)),
    OutboxFile(
      path: "summary.html", text: summaryPage(summary, problems: problems, language: language)),
    OutboxFile(path: "summary.json", text: summaryJSON(summary)),
  ]
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
  let workbook = try SummaryWorkbook(summary, problems: problems).bytes()
  return try weekDocuments(summary, problems: problems, notices: notices, templates: templates)
    + [OutboxFile(path: "summary.xlsx", bytes: workbook)]
}
