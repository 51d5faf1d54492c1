import Rectification

/// 回执 for machines, in both languages.
package func receiptJSON(_ receipt: Receipt, _ context: ReceiptContext) -> String {
  receiptMembers.object(of: ReceiptSubject(receipt: receipt, context: context)).source
}

/// The published JSON Schema (draft 2020-12) of a receipt.
package var receiptSchema: String {
  var schema = receiptMembers.objectSchema()
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
  schema["$id"] = "urn:zhouhui:receipt:1"
  schema["$comment"] = "由程序生成，请勿手改。Made by `zhouhui schema receipt`; do not edit."
  schema["title"] = "周报告回执"
  schema["description"] = "Receipt for a weekly report. Readers ignore members they do not know."
  schema["allOf"] = .list(Verdict.allCases.map(consequence))
  schema["$defs"] = .object(definitions)
  return Json.object(schema).source
}

/// What a verdict says of the counts, and of what may be shown.
private func consequence(_ verdict: Verdict) -> Json {
  let must: Json =
    switch verdict {
    case .accepted: counts(most: [.quarantine, .error, .warning])
    case .acceptedWithWarnings: counts(least: .warning, most: [.quarantine, .error])
    case .rejected: counts(least: .error, most: [.quarantine])
    case .quarantined: sealed
    }
  return [
    "if": ["properties": ["verdict": ["const": .text(verdict.rawValue)]]],
    "then": ["properties": must],
  ]
}

private func counts(least: Severity? = nil, most noughts: [Severity]) -> Json {
  var properties = Dictionary(
    uniqueKeysWithValues: noughts.map { ($0.rawValue, ["const": .int(0)] as Json) })
  if let least { properties[least.rawValue] = ["minimum": .int(1)] }
  return ["counts": ["properties": .object(properties)]]
}

private let sealed: Json = [
  "fileName": ["type": "null"], "revision": ["type": "null"],
  "counts": ["properties": ["quarantine": ["minimum": .int(1)]]],
  "findings": [
    "items": [
      "properties": [
        "severity": ["const": "quarantine"], "measure": ["type": "null"],
        "place": ["properties": ["pointer": ["const": ""]]],
      ]
    ]
  ],
]

private let definitions: [String: Json] = [
  "code": ["type": "string", "pattern": .text("^(?:\(Code.pattern))$")],
  "week": ["type": "string", "pattern": "^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$"],
  "moment": [
    "type": "string",
    "pattern":
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$",
  ],
  "bilingual": [
    "type": "object", "required": ["zh", "en"],
    "properties": [
      "zh": ["type": "string", "minLength": .int(1)],
      "en": ["type": "string", "minLength": .int(1)],
    ],
  ],
  "place": [
    "type": "object", "required": ["line", "column", "pointer"],
    "dependentRequired": ["sheet": ["cell"], "cell": ["sheet"]],
    "properties": [
      "line": ["type": "integer", "minimum": .int(0)],
      "column": ["type": "integer", "minimum": .int(0)],
      "pointer": ["type": "string"],
      "sheet": ["enum": .list(FormSheet.allCases.map { .text($0.rawValue) })],
      "cell": ["type": "string", "pattern": "^[A-Z]{1,3}[1-9][0-9]*$"],
    ],
  ],
  "finding": .object(findingMembers.objectSchema()),
]

/// The members, as docs/formats/outputs.md lists them.
package var receiptTable: String {
  (["| member | 中文 | meaning |", "|---|---|---|"] + receiptMembers.table()
    + findingMembers.table(prefix: "findings[].")).joined(separator: "\n")
}
