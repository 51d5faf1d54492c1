/// 面上共性问题: a problem found elsewhere that the drive checks itself for.
package struct CommonProblem: Hashable, Sendable {
  package let code: Code
  package let title: String
  package let finding: Finding
  /// The first row of common-problems.csv that it stands on.
  package let line: Int

  /// 自查结论.
  package enum Finding: Hashable, Sendable {
    /// 不涉及, and why.
    case notApplicable(String)
    /// 已有具体体现: these items of the register deal with it.
    case covered([Code])
    /// 自查未发现: nothing was found, and these measures keep it so.
    case clear([PreventiveMeasure])

    package var name: Bilingual {
      switch self {
      case .notApplicable: Bilingual(zh: "不涉及", en: "not applicable")
      case .covered: Bilingual(zh: "已有具体体现", en: "covered by items of the register")
      case .clear: Bilingual(zh: "自查未发现", en: "checked and clear")
      }
    }
  }

  /// 预防措施.
  package struct PreventiveMeasure: Hashable, Sendable {
    package let text: String
    package let unit: Code
    package let line: Int

    package init(text: String, unit: Code, line: Int) {
      self.text = text
      self.unit = unit
      self.line = line
    }
  }

  package init(code: Code, title: String, finding: Finding, line: Int) {
    self.code = code
    self.title = title
    self.finding = finding
    self.line = line
  }
}
