// A kept state is read at every run, and most of it is history: what there is much of is written as one text.

extension MeasureState.Point: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let parts = try container.decode(String.self).split(separator: " ").map(String.init)
    guard parts.count == 3, let week = Week(parts[0]),
      let status = MeasureStatus(rawValue: parts[1]),
      let percent = Int(parts[2])
    else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "no point") }
    self.init(week: week, status: status, percent: percent)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("\(week) \(status.rawValue) \(percent)")
  }
}

/// `2023-W47`, then each state with the codes of the units in it.
extension ReportingWeek: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let groups = try container.decode(String.self).split(separator: ";").map {
      $0.split(separator: " ").map(String.init)
    }
    guard let week = groups.first?.first.flatMap({ Week($0) }) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no week")
    }
    var states: [Code: UnitWeek.State] = [:]
    for group in groups.dropFirst() {
      guard let state = group.first.flatMap(UnitWeek.State.init(rawValue:)) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no state")
      }
      for text in group.dropFirst() {
        guard let unit = Code(text) else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "no code")
        }
        states[unit] = state
      }
    }
    self.init(week: week, states: states)
  }

  package func encode(to encoder: any Encoder) throws {
    let groups = Dictionary(grouping: states.keys, by: { states[$0] ?? .exempt })
    let told = groups.sorted { $0.key.rawValue < $1.key.rawValue }.map { state, units in
      ";\(state.rawValue) " + units.map(\.text).sorted().joined(separator: " ")
    }
    var container = encoder.singleValueContainer()
    try container.encode("\(week)" + told.joined())
  }
}
