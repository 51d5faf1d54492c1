/// The entries of a report that are in the file and could not be read.
///
/// They have findings of their own; no rule may call them missing as well.
package struct UnreadEntries: Hashable, Sendable {
  /// Those whose measure at least is known.
  package let measures: Set<Code>
  /// Whether there are others, of which not even that is known.
  package let hasNameless: Bool

  package static let none = UnreadEntries(measures: [], hasNameless: false)
  /// The list itself could not be read.
  package static let all = UnreadEntries(measures: [], hasNameless: true)

  package init(measures: Set<Code>, hasNameless: Bool) {
    self.measures = measures
    self.hasNameless = hasNameless
  }
}
