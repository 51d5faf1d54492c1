/// 成效 of one kind: the sum of what each unit last counted for itself.
package struct OutcomeTotal: Hashable, Sendable {
  package let kind: OutcomeKind
  package let total: Figure.Value
  package let parts: [Part]

  package struct Part: Hashable, Codable, Sendable {
    package let unit: Code
    package let value: Outcome.Value
    package let submission: Submission
    package let place: Place

    package init(unit: Code, value: Outcome.Value, submission: Submission, place: Place) {
      self.unit = unit
      self.value = value
      self.submission = submission
      self.place = place
    }
  }

  package init(kind: OutcomeKind, total: Figure.Value, parts: [Part]) {
    self.kind = kind
    self.total = total
    self.parts = parts
  }
}
