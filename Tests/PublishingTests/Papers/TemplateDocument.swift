import Foundation
import Rectification

@testable import Publishing

/// A Word document with the given body, as small as Word takes it.
func wordDocument(_ body: String, others: [(name: String, bytes: [UInt8])] = []) throws -> [UInt8] {
  let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  let document = "<w:document xmlns:w=\"\(space)\"><w:body>\(body)</w:body></w:document>"
  return try ZipWriter.archive([("word/document.xml", Array(document.utf8))] + others)
}

func paragraph(_ runs: String...) -> String {
  "<w:p>\(runs.map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined())</w:p>"
}

func row(_ cells: String...) -> String {
  "<w:tr>\(cells.map { "<w:tc>\($0)</w:tc>" }.joined())</w:tr>"
}

/// 题名, and the list 逾期 of 编号 and 措施.
let trialFields = FieldTable(
  values: [("题名", .init(zh: "", en: ""))],
  lists: [
    (
      "逾期", .init(zh: "", en: ""),
      FieldTable(
        values: [("编号", .init(zh: "", en: "")), ("措施", .init(zh: "", en: ""))],
        lists: [
          (
            "单位", .init(zh: "", en: ""),
            FieldTable(values: [("名称", .init(zh: "", en: ""))], lists: [])
          )
        ])
    )
  ])

func overdue(_ rows: (code: String, text: String)...) -> DocumentValues {
  DocumentValues(
    values: ["题名": "静安"],
    lists: [
      "逾期": rows.map { row in
        DocumentValues(
          values: ["编号": row.code, "措施": row.text],
          lists: ["单位": ["甲", "乙"].map { DocumentValues(values: ["名称": $0]) }])
      }
    ])
}

/// The body of the template, filled.
func filled(_ body: String, _ values: DocumentValues) throws -> String {
  let template = try WordTemplate(wordDocument(body), fields: trialFields)
  let parts = try WordPackage(template.filled(with: values)).parts
  let text = String(decoding: parts[0].bytes, as: UTF8.self)
  let start = text.range(of: "<w:body>"), end = text.range(of: "</w:body>")
  guard let start, let end else { throw CocoaError(.fileReadCorruptFile) }
  return String(text[start.upperBound..<end.lowerBound])
}

/// What stands between the tags, paragraph by paragraph.
func paragraphs(_ body: String) -> [String] {
  body.components(separatedBy: "</w:p>").dropLast().map {
    $0.replacing(/<[^>]*>/, with: "")
  }
}
