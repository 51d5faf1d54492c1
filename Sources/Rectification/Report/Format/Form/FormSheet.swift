/// The sheets of the workbook form that the unit fills in, by the names on their tabs.
package enum FormSheet: String, CaseIterable, Codable, Sendable {
  case basics = "基本情况"
  case entries = "进展"
  case evidence = "佐证材料"
  case coordinationRequests = "需协调事项"
  case outcomes = "成效"

  /// Their order in the workbook, from 1.
  package var order: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// What may be filled in, one column each; on the first sheet one row each.
  package var columns: [FormColumn] {
    switch self {
    case .basics: FormLayout.basics
    case .entries: FormLayout.entries
    case .evidence: FormLayout.evidence
    case .coordinationRequests: FormLayout.coordinationRequests
    case .outcomes: FormLayout.outcomes
    }
  }
}

/// One column of a form, found by its heading.
package struct FormColumn: Hashable, Sendable {
  package let heading: String
  /// The field within an item of its list, `delay.reason`; nil for what is there to be looked at alone.
  package let path: String?
  /// Written by the program, and locked: the unit fills in the others.
  package let isGiven: Bool
  /// In characters.
  package let width: Double

  init(_ heading: String, _ path: String?, given: Bool = false, _ width: Double) {
    self.heading = heading
    self.path = path
    isGiven = given || path == nil
    self.width = width
  }
}
