import Rectification

/// summary.docx, agenda.docx, and a file of notices for every unit that is sent one.
func weekDocuments(
  _ summary: WeekSummary, problems: [Problem], notices: [Notice], templates: WordTemplates
) throws(ZipFailure) -> [OutboxFile] {
  let paper = WeekPaper(summary)
  let week = weekFields.values(of: paper)
  var files = [
    OutboxFile(path: "agenda.docx", bytes: try templates.agenda.filled(with: week)),
    OutboxFile(path: "summary.docx", bytes: try templates.summary.filled(with: week)),
  ]
  let titles = firstOfEach(problems.map { ($0.code, $0.title) })
  let lead = { (notice: Notice) in
    paper.rows[notice.matter.identity.subject]?.state.measure.leadUnit
  }
  let units = Set(notices.compactMap(lead)).sorted()
  for unit in units {
    let form = NoticePaper(
      unit: unit, notices: notices.filter { lead($0) == unit }, paper: paper, problems: titles)
    files.append(
      OutboxFile(
        path: "alerts/\(unit).docx",
        bytes: try templates.alert.filled(with: noticeFields.values(of: form))))
  }
  return files
}
