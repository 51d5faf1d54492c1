import Foundation
import Rectification
import TestSupport
import Testing

@testable import Publishing

private let office = "/usr/bin/soffice"
private let reader = "/usr/bin/pdftotext"
private let canRender = [office, reader].allSatisfy {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// The papers as LibreOffice lays them out on paper.
@Suite(.enabled(if: canRender, "LibreOffice or pdftotext is not installed"))
struct RenderingTests {
  /// The text of every page without its blanks, by file.
  private func pages(_ files: [OutboxFile]) throws -> [String: [String]] {
    try withTemporaryFolder { folder in
      let names = try files.enumerated().map { number, file in
        // summary.docx and summary.xlsx must not become one summary.pdf.
        let kind = file.path.split(separator: ".").last ?? ""
        let name = folder.appendingPathComponent("\(number).\(kind)")
        try Data(file.bytes).write(to: name)
        return name.path
      }
      // A profile of its own: another instance would take the order and answer for this one.
      _ = try run(
        office,
        [
          "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
          "pdf",
          "--outdir", folder.path,
        ] + names)
      var pages: [String: [String]] = [:]
      for (file, name) in zip(files, names) {
        let pdf = String(name.prefix { $0 != "." }) + ".pdf"
        let text = try run(reader, ["-layout", pdf, "-"])
        // Spaces are where pdftotext guesses them.
        pages[file.path] = text.components(separatedBy: "\u{C}").dropLast().map { page in
          page.filter { !$0.isWhitespace }
        }
      }
      return pages
    }
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: read, as: UTF8.self)
  }

  @Test func everyPaperOpensAndStandsOnItsPages() throws {
    let sample = SampleWeek(.middle)
    let summary = try sample.summary()
    let due = summary.alerts.compactMap { alert in Notice.Matter(alert).map { ($0, alert) } }
    let notices = due.prefix(2).enumerated().map { number, due in
      Notice(matter: due.0, alert: due.1, number: .init(year: 2023, ordinal: number + 1))
    }
    let papers = try weeklyPapers(
      summary, problems: sample.problems, notices: notices, templates: WordTemplates())
    let pages = try pages(papers)
    for (path, found) in pages {
      for (number, text) in found.enumerated() {
        #expect(text.contains("—\(number + 1)—"), "\(path), page \(number + 1)")
      }
    }
    let forms = pages.filter { $0.key.hasPrefix("alerts/") }
    #expect(forms.values.map(\.count).reduce(0, +) == 2 * notices.count, "a sheet a matter")
    for form in forms.values {
      #expect(form[0].contains("〔2023〕") && form[1].contains("签收人"))
    }
    #expect(pages["summary.docx"]?[0].contains("一、总体情况") == true)
    #expect(pages["agenda.docx"]?[0].contains("周协调会议程") == true)
    #expect(pages["summary.xlsx"]?[0].contains("分方面：实际与序时进度") == true)
  }
}
