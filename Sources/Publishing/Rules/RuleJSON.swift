import Rectification

/// The rules for machines, in both languages.
package func ruleJSON(_ codes: [RuleCode], settings: RuleSettings = RuleSettings()) -> String {
  let rules = codes.map { code -> Json in
    let entry = code.entry
    return [
      "code": .text(code.rawValue), "topic": .text(entry.topic.rawValue),
      "title": Json(entry.title), "raised": Json(entry.raised), "mending": Json(entry.mending),
      "keys": .list(entry.keys.map(Json.text)),
      // Null when the campaign has switched it off.
      "severity": Json(settings[code]?.rawValue),
      "defaultSeverity": .text(code.severity.rawValue), "adjustable": .bool(code.isAdjustable),
    ]
  }
  let json: Json = ["format": "zhouhui-rules", "version": .int(1), "rules": .list(rules)]
  return json.source
}
