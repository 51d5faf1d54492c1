/// 周报告: what one unit says of one week.
package struct WeeklyReport: Hashable, Sendable {
  package var campaign: Code
  /// As it names itself; who sent it is the submission's to say.
  package var unit: UnitName
  package var week: Week
  /// 1 for the first report of the week; a correction counts up.
  package var revision: Int
  package var submittedAt: Moment
  /// Who filled it in, by post.
  package var submittedBy: String
  /// 零报告: an explicit “nothing new this week”, never the same as silence.
  package var isZeroReport: Bool
  package var entries: [Entry]
  package var coordinationRequests: [CoordinationRequest]
  package var outcomes: [Outcome]
  /// Where each part stands in what was received.
  package var places: Places

  package init(
    campaign: Code, unit: UnitName, week: Week, revision: Int, submittedAt: Moment,
    submittedBy: String,
    isZeroReport: Bool, entries: [Entry], coordinationRequests: [CoordinationRequest],
    outcomes: [Outcome], places: Places = Places()
  ) {
    self.campaign = campaign
    self.unit = unit
    self.week = week
    self.revision = revision
    self.submittedAt = submittedAt
    self.submittedBy = submittedBy
    self.isZeroReport = isZeroReport
    self.entries = entries
    self.coordinationRequests = coordinationRequests
    self.outcomes = outcomes
    self.places = places
  }

  /// The places of the fields of the head, by their names in the format (`unit`, `week`, …).
  package struct Places: Hashable, Sendable {
    package var head: [String: Place]

    package init(head: [String: Place] = [:]) {
      self.head = head
    }

    package subscript(field: String) -> Place { head[field] ?? .start }
  }
}

/// 进展: what a report says of one measure.
package struct Entry: Hashable, Codable, Sendable {
  package var measure: Code
  package var status: ReportedStatus
  /// 0 to 100.
  package var percent: Int
  /// 本周进展.
  package var progress: String
  /// 下周计划; may be empty.
  package var plan: String
  package var evidence: [Evidence]
  package var delay: Delay?
  package var extensionRequest: ExtensionRequest?
  package var closeOutRequest: CloseOutRequest?
  package var place: Place
  /// The places of its fields, by their names in the format (`percent`, `status`, …).
  package var places: [String: Place]

  package init(
    measure: Code, status: ReportedStatus, percent: Int, progress: String, plan: String = "",
    evidence: [Evidence] = [], delay: Delay? = nil, extensionRequest: ExtensionRequest? = nil,
    closeOutRequest: CloseOutRequest? = nil, place: Place = .start, places: [String: Place] = [:]
  ) {
    self.measure = measure
    self.status = status
    self.percent = percent
    self.progress = progress
    self.plan = plan
    self.evidence = evidence
    self.delay = delay
    self.extensionRequest = extensionRequest
    self.closeOutRequest = closeOutRequest
    self.place = place
    self.places = places
  }
}

/// What a unit may say of a measure; 已销号 is the office's to say.
package enum ReportedStatus: String, CaseIterable, Codable, Sendable {
  case notStarted = "not-started"
  case inProgress = "in-progress"
  case completed

  /// As people call it.
  package var title: Bilingual {
    switch self {
    case .notStarted: Bilingual(zh: "未启动", en: "not started")
    case .inProgress: Bilingual(zh: "正在推进", en: "in progress")
    case .completed: Bilingual(zh: "已完成", en: "completed")
    }
  }

  /// As people call it and as files write it, in Chinese: `“已完成”（completed）`.
  var quoted: String { "“\(title.zh)”（\(rawValue)）" }
}

/// 佐证材料.
package struct Evidence: Hashable, Codable, Sendable {
  package var name: String
  /// 64 lower-case hexadecimal digits.
  package var sha256: String
  package var link: String?

  package init(name: String, sha256: String, link: String? = nil) {
    self.name = name
    self.sha256 = sha256
    self.link = link
  }
}

/// Why a measure is late, and when the unit expects it.
package struct Delay: Hashable, Codable, Sendable {
  package var reason: String
  package var expectedDate: CivilDate?

  package init(reason: String, expectedDate: CivilDate?) {
    self.reason = reason
    self.expectedDate = expectedDate
  }
}

/// 延期申请.
package struct ExtensionRequest: Hashable, Codable, Sendable {
  package var newDeadline: CivilDate
  package var reason: String

  package init(newDeadline: CivilDate, reason: String) {
    self.newDeadline = newDeadline
    self.reason = reason
  }
}

/// 销号申请.
package struct CloseOutRequest: Hashable, Codable, Sendable {
  package var statement: String

  package init(statement: String) {
    self.statement = statement
  }
}

/// 需协调事项.
package struct CoordinationRequest: Hashable, Codable, Sendable {
  package var subject: String
  package var request: String
  package var unitsWanted: [UnitName]
  package var place: Place

  package init(subject: String, request: String, unitsWanted: [UnitName], place: Place = .start) {
    self.subject = subject
    self.request = request
    self.unitsWanted = unitsWanted
    self.place = place
  }
}

/// 成效: what the unit has done of one kind since the drive began, counted by itself alone.
package struct Outcome: Hashable, Sendable {
  package var kind: Code
  package var value: Value
  package var place: Place

  package enum Value: Hashable, Codable, Sendable {
    case count(Int)
    case amount(Amount)
  }

  package init(kind: Code, value: Value, place: Place = .start) {
    self.kind = kind
    self.value = value
    self.place = place
  }
}
