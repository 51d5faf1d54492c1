/// What one unit did about its report of one week.
package struct UnitWeek: Hashable, Codable, Sendable {
  package let unit: Code
  package let state: State
  /// The report that counts, where one was accepted.
  package let effective: Submission?
  package let verdict: Verdict?
  /// Submissions for the week, whatever became of them.
  package let received: Int
  package let rejected: Int
  /// Weeks in a row without an accepted report that was owed; this one is among them once it is due.
  package let silentWeeks: Int
  /// Weeks in a row in which the report was late; this one is among them once it is due.
  package let lateWeeks: Int
  /// Why a fetch failed, where one did.
  package let failure: FailedFetch?

  package init(
    unit: Code, state: State, effective: Submission?, verdict: Verdict?, received: Int,
    rejected: Int, silentWeeks: Int, lateWeeks: Int = 0, failure: FailedFetch?
  ) {
    self.unit = unit
    self.state = state
    self.effective = effective
    self.verdict = verdict
    self.received = received
    self.rejected = rejected
    self.silentWeeks = silentWeeks
    self.lateWeeks = lateWeeks
    self.failure = failure
  }

  /// 报送状态, all distinct; a failed fetch is never a missing report.
  package enum State: String, CaseIterable, Codable, Sendable {
    case onTime = "on-time"
    case zero
    case late
    case rejected
    case quarantined
    case fetchFailed = "fetch-failed"
    case missing
    case exempt

    package var name: Bilingual {
      switch self {
      case .onTime: Bilingual(zh: "按时报送", en: "on time")
      case .zero: Bilingual(zh: "零报告", en: "zero report")
      case .late: Bilingual(zh: "迟报", en: "late")
      case .rejected: Bilingual(zh: "退回未重报", en: "rejected")
      case .quarantined: Bilingual(zh: "隔离待处理", en: "quarantined")
      case .fetchFailed: Bilingual(zh: "抓取失败", en: "fetch failed")
      case .missing: Bilingual(zh: "未报", en: "missing")
      case .exempt: Bilingual(zh: "免报", en: "exempt")
      }
    }

    /// A report for the week was accepted.
    package var hasReport: Bool { self == .onTime || self == .zero || self == .late }
  }
}
