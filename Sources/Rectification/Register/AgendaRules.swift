/// In which order the agenda takes its points, and how many of a kind it takes.
package struct AgendaRules: Hashable, Sendable {
  /// Every kind once.
  package var order = AgendaItem.Kind.allCases
  /// At most so many of a kind are taken up; the others are listed.
  package var quotas: [AgendaItem.Kind: Int] = [:]

  package init() {}
}
