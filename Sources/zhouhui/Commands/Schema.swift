import ArgumentParser
import Rectification

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印周报告的格式规范 / print the schema of the weekly report")

  enum Syntax: String, CaseIterable, ExpressibleByArgument {
    case xsd, json
  }

  @Argument(help: "xsd 或 json / xsd or json") var syntax: Syntax

  func run() {
    print(syntax == .xsd ? ReportFormat.xsd : ReportFormat.jsonSchema, terminator: "")
  }
}
