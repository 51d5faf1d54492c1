/// 审核决定: what the office decided on one measure.
package struct Decision: Hashable, Codable, Sendable {
  package let code: Code
  package let decidedAt: Moment
  package let measure: Code
  package let action: Action
  /// 理由.
  package let reason: String
  /// 依据, the document it rests on; may be empty.
  package let basis: String
  /// By whom, by post.
  package let decidedBy: String
  /// The row of decisions.csv, for the trace.
  package let line: Int

  package enum Action: Hashable, Codable, Sendable {
    /// 销号.
    case close
    /// 退回: completed goes back to in progress.
    case `return`
    /// 延期, with the new deadline.
    case extend(CivilDate)
    /// 重开 (回头看反弹): a closed measure starts a new round, with the deadline of that round; nil where
    /// none is given (时限待定).
    case reopen(CivilDate?)
    /// 回头看: a closed measure was looked at again, and holds.
    case secondLook

    /// Whether it starts a new round.
    package var reopens: Bool { if case .reopen = self { true } else { false } }

    /// The deadline that it sets; nil where it sets none.
    package var newDeadline: CivilDate? {
      switch self {
      case .extend(let date): date
      case .reopen(let date): date
      case .close, .return, .secondLook: nil
      }
    }

    /// As it stands in the column 决定.
    package var word: String {
      switch self {
      case .close: "销号"
      case .return: "退回"
      case .extend: "延期"
      case .reopen: "重开"
      case .secondLook: "回头看"
      }
    }
  }

  package init(
    code: Code, decidedAt: Moment, measure: Code, action: Action, reason: String, basis: String,
    decidedBy: String, line: Int
  ) {
    self.code = code
    self.decidedAt = decidedAt
    self.measure = measure
    self.action = action
    self.reason = reason
    self.basis = basis
    self.decidedBy = decidedBy
    self.line = line
  }
}
