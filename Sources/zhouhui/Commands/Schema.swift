import ArgumentParser
import Publishing
import Rectification

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印周报告、回执的格式规范 / print the schema of the weekly report, or of a receipt",
    discussion: """
      xsd      周报告的 XML Schema / of the weekly report in XML
      json     周报告的 JSON Schema / of the weekly report in JSON
      receipt  回执（JSON）的 JSON Schema / of a receipt in JSON
      """)

  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case xsd, json, receipt

    var schema: String {
      switch self {
      case .xsd: ReportFormat.xsd
      case .json: ReportFormat.jsonSchema
      case .receipt: receiptSchema
      }
    }
  }

  @Argument(help: "xsd、json 或 receipt / xsd, json or receipt") var subject: Subject

  func run() {
    print(subject.schema, terminator: "")
  }
}
