import Rectification

/// The templates of the Word documents: the campaign's own, and for the others the shipped ones.
package struct WordTemplates: Sendable {
  let summary: WordTemplate
  let agenda: WordTemplate
  let alert: WordTemplate

  /// Their names in `schedules/<campaign>/templates/`.
  package static let names = ["agenda.docx", "alert.docx", "summary.docx"]

  /// The file that the program brings with it.
  package static func shipped(_ name: String) -> [UInt8]? {
    switch name {
    case "agenda.docx": PackageResources.agenda_docx
    case "alert.docx": PackageResources.alert_docx
    case "summary.docx": PackageResources.summary_docx
    default: nil
    }
  }

  /// What is wrong with templates of a campaign, by file.
  package struct Faults: Error {
    package internal(set) var faults: [(name: String, fault: TemplateFault)] = []
  }

  /// - Throws: `Faults`, one for each of the campaign's own files that cannot be used.
  package init(own: [String: [UInt8]] = [:], marks: SecrecyMarks = .standard) throws(Faults) {
    var faults = Faults()
    let week = weekFields.table
    let summary = Self.read("summary.docx", own, week, marks, &faults)
    let agenda = Self.read("agenda.docx", own, week, marks, &faults)
    let alert = Self.read("alert.docx", own, noticeFields.table, marks, &faults)
    guard let summary, let agenda, let alert else { throw faults }
    self.summary = summary
    self.agenda = agenda
    self.alert = alert
  }

  private static func read(
    _ name: String, _ own: [String: [UInt8]], _ fields: FieldTable, _ marks: SecrecyMarks,
    _ faults: inout Faults
  ) -> WordTemplate? {
    do {
      return try WordTemplate(own[name] ?? shipped(name) ?? [], fields: fields, marks: marks)
    } catch {
      faults.faults.append((name, error))
      return nil
    }
  }
}
