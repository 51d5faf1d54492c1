import Rectification

/// What the script of a form goes by: the fields, the measures, and what would be said of them.
struct FormData {
  let form: UnitForm
  let words: (Field) -> [FieldWords]

  var json: Json {
    let settings = form.settings
    return [
      "format": .text(ReportFormat.identifier), "campaign": Json(settings.code),
      "unit": Json(form.unit.code), "week": Json(form.week),
      "zone": .text(settings.zone.description), "revision": .int(form.revision),
      "monday": Json(form.week.monday),
      "fields": .list(ReportFormat.fields.map(field)),
      "measures": .list(form.measures.map(measure)),
      "outcomes": .list(settings.outcomeKinds.map(outcome)),
      "unitNames": .list(form.unitNames.map(Json.text)),
      "severities": .object(
        Dictionary(
          uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, .text($0.name.zh)) })),
      "secrecy": [
        "rule": .text(RuleCode.secrecyMark.rawValue),
        // Back to front: the page itself bears no mark, and passes the gates it comes by.
        "marksReversed": .list(SecrecyMarks.standardWords.map { .text(String($0.reversed())) }),
        "message": "带有密级标志或内部标识，不得在本系统填报，也没有存入草稿",
        "remedy": "请删去；确属涉密的，按保密规定处理，并报告协调办公室",
      ],
      "rules": .object(
        Dictionary(
          uniqueKeysWithValues: RuleCode.allCases.map { ($0.rawValue, .text($0.entry.title.zh)) })),
    ]
  }

  private func field(_ field: Field) -> Json {
    var members: [String: Json] = [
      "name": .text(field.name), "title": .text(field.title.zh), "note": .text(field.note.zh),
      "required": .bool(field.isRequired), "fullWidth": .bool(field.type.takesFullWidth),
    ]
    members.merge(type(field.type)) { _, new in new }
    members["words"] = .object(
      Dictionary(
        uniqueKeysWithValues: words(field).map { word in
          (
            word.name,
            [
              "rule": .text(word.rule.rawValue), "message": .text(word.message.zh),
              "remedy": .text(word.remedy.zh),
            ]
          )
        }))
    return .object(members)
  }

  private func type(_ type: FieldType) -> [String: Json] {
    var members: [String: Json] = type.pattern.map { ["pattern": .text($0)] } ?? [:]
    switch type {
    case .text(let length):
      members["type"] = "text"
      (members["least"], members["most"]) = (.int(length.lowerBound), .int(length.upperBound))
    case .unitName:
      let length = FieldType.unitNameLength
      members["type"] = "text"
      (members["least"], members["most"]) = (.int(length.lowerBound), .int(length.upperBound))
    case .integer(let range):
      members["type"] = "integer"
      (members["least"], members["most"]) = (.int(range.lowerBound), .int(range.upperBound))
    case .choice(let choices):
      members["type"] = "choice"
      members["choices"] = .list(
        choices.map { ["value": .text($0.value), "title": .text($0.title.zh)] })
    case .link(let max):
      members["type"] = "pattern"
      members["most"] = .int(max)
    case .object(let fields):
      members["type"] = "object"
      members["fields"] = .list(fields.map(field))
    case .list(let item, let count):
      members["type"] = "list"
      members["item"] = field(item)
      (members["least"], members["most"]) = (.int(count.lowerBound), .int(count.upperBound))
    case .boolean: members["type"] = "boolean"
    case .date: members["type"] = "date"
    default: members["type"] = "pattern"
    }
    return members
  }

  private func measure(_ one: UnitForm.OpenMeasure) -> Json {
    [
      "code": Json(one.measure.code), "text": .text(one.measure.text),
      "requirement": .text(one.measure.requirement), "isLead": .bool(one.isLead),
      "due": .text(one.dueText),
      "last": one.last.map { last in
        [
          "status": .text(last.status.title.zh), "percent": .int(last.percent),
          "progress": .text(last.progress), "plan": .text(last.plan), "week": Json(one.lastWeek),
        ]
      } ?? .null,
      "foreseen": .list(one.foreseen.map(foreseen)),
    ]
  }

  private func foreseen(_ finding: ForeseenFinding) -> Json {
    [
      "rule": .text(finding.rule.rawValue), "severity": .text(finding.severity.rawValue),
      "message": .text(finding.message.zh), "remedy": .text(finding.remedy.zh),
      "when": when(finding.when),
    ]
  }

  private func when(_ condition: ForeseenFinding.Condition) -> Json {
    switch condition {
    case .percentOutside(let status, let range):
      [
        "kind": "percent-outside", "status": .text(status.rawValue),
        "least": .int(range.lowerBound), "most": .int(range.upperBound),
      ]
    case .completedWithoutEvidence: ["kind": "completed-without-evidence"]
    case .status(let status, let isExplained):
      ["kind": "status", "status": .text(status.rawValue), "isExplained": .bool(isExplained)]
    case .percentBelow(let bound): ["kind": "percent-below", "bound": .int(bound)]
    case .sameText(let status): ["kind": "same-text", "status": .text(status.rawValue)]
    case .unmoved(let percent): ["kind": "unmoved", "percent": .int(percent)]
    case .extensionUpTo(let day): ["kind": "extension-up-to", "day": Json(day)]
    case .expectedAfter(let day): ["kind": "expected-after", "day": Json(day)]
    case .overdueUnexplained(let day): ["kind": "overdue-unexplained", "day": Json(day)]
    }
  }

  private func outcome(_ kind: OutcomeKind) -> Json {
    let isMoney = if case .money = kind.measure { true } else { false }
    return [
      "kind": Json(kind.code), "name": .text(kind.name), "word": .text(kind.measure.word),
      "isMoney": .bool(isMoney), "last": Json(form.totals[kind.code].map { amount($0, in: kind) }),
    ]
  }
}
