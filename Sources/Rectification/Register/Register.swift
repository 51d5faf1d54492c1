/// 三张清单: the problem list, the task list and the responsibility list, which are three views of
/// one table of measures.
package struct Register: Hashable, Sendable {
  package let aspects: [Aspect]
  package let problems: [Problem]
  package let items: [Item]
  /// In the order of the register.
  package let measures: [Measure]

  package init(aspects: [Aspect], problems: [Problem], items: [Item], measures: [Measure]) {
    self.aspects = aspects
    self.problems = problems
    self.items = items
    self.measures = measures
  }
}

/// 方面, the first level.
package struct Aspect: Hashable, Sendable {
  package let code: Code
  package let title: String

  package init(code: Code, title: String) {
    self.code = code
    self.title = title
  }
}

/// 问题, the second level.
package struct Problem: Hashable, Sendable {
  package let code: Code
  package let aspect: Code
  package let title: String

  package init(code: Code, aspect: Code, title: String) {
    self.code = code
    self.aspect = aspect
    self.title = title
  }
}

/// 整改事项, the third level.
package struct Item: Hashable, Sendable {
  package let code: Code
  package let problem: Code
  package let title: String

  package init(code: Code, problem: Code, title: String) {
    self.code = code
    self.problem = problem
    self.title = title
  }
}

/// 整改措施, the fourth level and the one that is tracked.
package struct Measure: Hashable, Codable, Sendable {
  package let code: Code
  package let item: Code
  package internal(set) var text: String
  /// 整改要求; may be empty.
  package internal(set) var requirement: String
  /// 牵头区领导, by post; may be empty.
  package internal(set) var leader: String
  /// 牵头单位: exactly one.
  package internal(set) var leadUnit: Code
  /// 配合单位: zero or more, never the lead.
  package internal(set) var supportingUnits: [Code]
  package internal(set) var start: CivilDate
  package internal(set) var deadline: Deadline
  /// The row of register.csv, for the trace.
  package let line: Int

  package init(
    code: Code, item: Code, text: String, requirement: String, leader: String, leadUnit: Code,
    supportingUnits: [Code], start: CivilDate, deadline: Deadline, line: Int
  ) {
    self.code = code
    self.item = item
    self.text = text
    self.requirement = requirement
    self.leader = leader
    self.leadUnit = leadUnit
    self.supportingUnits = supportingUnits
    self.start = start
    self.deadline = deadline
    self.line = line
  }
}

/// 完成时限.
package struct Deadline: Hashable, Codable, Sendable {
  package enum Kind: Hashable, Codable, Sendable {
    /// A day.
    case date(CivilDate)
    /// 立行立改: at once, which the campaign counts in working days from the start.
    case immediate
    /// 长期坚持: no day of its own, never overdue.
    case standing
  }

  package let kind: Kind
  /// 长期坚持 as a flag: kept up after it is completed.
  package let isStanding: Bool

  package init(_ kind: Kind, isStanding: Bool = false) {
    self.kind = kind
    self.isStanding = isStanding || kind == .standing
  }
}

extension Deadline {
  /// `2024-01-31`, `立行立改`, `长期坚持`, `2024-01-31并长期坚持`.
  package var inWords: String {
    let base =
      switch kind {
      case .date(let date): date.description
      case .immediate: "立行立改"
      case .standing: "长期坚持"
      }
    return isStanding && kind != .standing ? base + "并长期坚持" : base
  }
}
