import Rectification
import TestSupport
import Testing

@testable import Intake

/// What the reporting unit gets to read, word for word.
struct FindingGalleryTests {
  private static let inputs: [(name: String, bytes: [UInt8])] = [
    ("empty", []), ("xlsx", [0x50, 0x4B, 3, 4]), ("plain text", Array("本周无进展".utf8)),
    ("big5", Array("<?xml version='1.0' encoding='big5'?><a/>".utf8)),
    ("GBK undeclared", encoded(Sample.xml(), as: "GBK")),
    ("UTF-8 cut", Array("<a>进展".utf8.dropLast())),
    ("control", Array(Sample.xml(progress: "a\u{1}b").utf8)),
    ("other root", Array("<report/>".utf8)), ("no namespace", Array("<weeklyReport/>".utf8)),
    ("other JSON", Array("{\"a\": 1}".utf8)),
    ("doctype", Array(Sample.xml(declaration: "<!DOCTYPE a>").utf8)),
    ("tag mismatch", Array(Sample.xml(entry: "<plan>a</plna>").utf8)),
    ("ampersand", Array(Sample.xml(entry: "<plan>a & b</plan>").utf8)),
    ("XML cut", Array(Sample.xml().utf8.dropLast(30))),
    ("attributes", Array(Sample.xml(entry: "<plan lang='zh'>x</plan>").utf8)),
    ("stray text", Array(Sample.xml(entry: "见附件").utf8)),
    ("JSON cut", Array(Sample.json().utf8.dropLast(8))),
    ("trailing comma", Array(Sample.json(entry: ",").utf8)),
    ("quoted number", Array(Sample.json(percent: "\"40\"").utf8)),
    ("null", Array(Sample.json(progress: "null").utf8)),
    ("doubled", Array(Sample.json(head: "\"unit\": \"BM02\",").utf8)),
    ("Chinese name", Array(Sample.json(head: "\"修订号\": 2,").utf8)),
    ("blank text", Array(Sample.json(progress: "\"　\"").utf8)),
  ]

  private static let changes: [(path: String, change: PlainValue?)] = [
    ("week", .text("2023-W53")), ("unit", nil), ("revision", .number("0")),
    ("entries/0/status", .text("已完成")), ("entries/0/delay/expectedDate", .text("2023-02-29")),
    ("submittedBy", .text(String(repeating: "长", count: 101))),
    ("coordinationRequests/0/unitsWanted", .list(item: "unit", [])),
    ("outcomes/0/count", nil),
    ("outcomes/1/amountUnit", nil), ("outcomes/1/amount", .text("0.0000001")),
    ("outcomes/1/amount", .text("12,000")),
  ]

  @Test func saysWhatIsWrongAndHowToMendIt() throws {
    let changed = Self.changes.map { change in
      (change.path, Array(Sample.plain.setting(change.path, to: change.change).json().utf8))
    }
    let lines = (Self.inputs.map { ($0.name, $0.bytes) } + changed).flatMap { name, bytes in
      ["# \(name)"]
        + decode(bytes).findings.flatMap { finding in
          [
            "\(finding.place.line):\(finding.place.column) \(finding.rule.rawValue)",
            "  \(finding.message.zh)。\(finding.remedy.zh)。",
            "  \(finding.message.en); \(finding.remedy.en)",
          ]
        }
    }
    try expectGolden(lines.joined(separator: "\n") + "\n", named: "findings.txt")
  }
}
