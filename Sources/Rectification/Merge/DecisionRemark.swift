/// A decision that does not fit what the measure had come to when it was made.
package struct DecisionRemark: Hashable, Codable, Sendable {
  package let decision: Decision
  package let kind: Kind
  /// The week that the decision belongs to; nil while it is only being tried out.
  package private(set) var week: Week?

  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// 销号 before the lead unit had reported it completed.
    case closedUnreported = "closed-unreported"
    /// 销号 of what is closed already.
    case closedTwice = "closed-twice"
    /// 退回 of what was not completed.
    case nothingToReturn = "nothing-to-return"
    /// 重开 or 回头看 of what is not closed.
    case notClosed = "not-closed"
    /// 延期 of what is closed.
    case extendedClosed = "extended-closed"

    /// Whether the decision counts all the same: the office's word on a close-out stands.
    package var isApplied: Bool { self == .closedUnreported }

    package var name: Bilingual {
      switch self {
      case .closedUnreported:
        Bilingual(
          zh: "牵头单位尚未报完成就销号", en: "closed before the lead unit had reported it completed")
      case .closedTwice: Bilingual(zh: "已经销号，不能再销号", en: "it is closed already")
      case .nothingToReturn:
        Bilingual(zh: "没有报完成，无可退回", en: "it was not completed, nothing to return")
      case .notClosed: Bilingual(zh: "没有销号，不能重开或回头看", en: "it is not closed")
      case .extendedClosed:
        Bilingual(zh: "已经销号，不能延期", en: "it is closed, there is no deadline to move")
      }
    }
  }

  package init(_ decision: Decision, _ kind: Kind) {
    self.decision = decision
    self.kind = kind
  }

  func found(in week: Week) -> DecisionRemark {
    var remark = self
    remark.week = week
    return remark
  }
}

extension MeasureState {
  /// What is wrong with a decision on the measure as it stands; nil when it fits.
  package func remark(on decision: Decision) -> DecisionRemark? {
    let kind: DecisionRemark.Kind? =
      switch decision.action {
      case .close: status == .closed ? .closedTwice : status.isDone ? nil : .closedUnreported
      // 退回 also refuses an extension that is asked for.
      case .return: status == .completed || openExtension != nil ? nil : .nothingToReturn
      case .reopen, .secondLook: status == .closed ? nil : .notClosed
      case .extend: status == .closed ? .extendedClosed : nil
      }
    return kind.map { DecisionRemark(decision, $0) }
  }

  /// The extension that is asked for and undecided; nil when the deadline is as late by now.
  package var openExtension: ExtensionRequest? {
    guard extensionAsked != nil, !status.isDone, let request = entry?.entry.extensionRequest,
      deadline.map({ $0 < request.newDeadline }) ?? true
    else { return nil }
    return request
  }

  /// The day on which a closed measure is due for a second look; nil when it has been looked at.
  package func secondLookDue(after days: Int) -> CivilDate? {
    guard status == .closed, secondLookOn == nil else { return nil }
    return closedOn.map { $0 + days }
  }
}
