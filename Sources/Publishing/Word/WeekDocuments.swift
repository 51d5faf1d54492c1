import Rectification

/// summary.docx, agenda.docx, and a file of notices for every unit that is sent one.
func weekDocuments(
  _ summary: WeekSummary, problems: [Problem], notices: [Notice], templates: WordTemplates
) -> [Piece] {
  let paper = WeekPaper(summary)
  let week = weekFields.values(of: paper)
  let titles = firstOfEach(problems.map { ($0.code, $0.title) })
  let byLead = Dictionary(grouping: notices) { notice in
    paper.rows[notice.matter.identity.subject]?.state.measure.leadUnit
  }
  let forms = byLead.compactMap { unit, notices -> (Code, Piece)? in
    unit.map { unit in
      let form = NoticePaper(unit: unit, notices: notices, paper: paper, problems: titles)
      return (
        unit,
        {
          OutboxFile(
            path: "alerts/\(unit).docx",
            bytes: try templates.alert.filled(with: noticeFields.values(of: form)))
        }
      )
    }
  }
  return [
    { OutboxFile(path: "agenda.docx", bytes: try templates.agenda.filled(with: week)) },
    { OutboxFile(path: "summary.docx", bytes: try templates.summary.filled(with: week)) },
  ] + forms.sorted { $0.0 < $1.0 }.map(\.1)
}
