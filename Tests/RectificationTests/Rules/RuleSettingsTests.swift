import Rectification
import TestSupport
import Testing

/// What a campaign may make of the rules.
struct RuleSettingsTests {
  private func finding(_ rule: RuleCode) -> Finding {
    Finding(
      rule, at: .start, Bilingual(zh: "错", en: "wrong"), remedy: Bilingual(zh: "改", en: "mend"))
  }

  @Test func tightensRelaxesAndSilences() {
    let settings = RuleSettings(changed: [
      .staleText: .error, .missingEntry: .warning, .noMovement: .off,
    ])
    let weighed = settings.weigh([.staleText, .missingEntry, .noMovement, .late].map(finding))
    #expect(weighed.map(\.rule) == [.staleText, .missingEntry, .late])
    #expect(weighed.map(\.severity) == [.error, .warning, .warning])
    #expect(Verdict(weighed) == .rejected)
  }

  @Test func neverTouchesWhatProtectsTheLedger() {
    for rule in RuleCode.allCases where !rule.isAdjustable {
      #expect(RuleSettings(changed: [rule: .off])[rule] == rule.severity)
    }
    #expect(!RuleCode.secrecyMark.isAdjustable && !RuleCode.senderMismatch.isAdjustable)
    #expect(RuleCode.completedWithoutEvidence.isAdjustable && RuleCode.late.isAdjustable)
  }

  @Test func listsTheGravestOfAFloodAndCountsTheRest() throws {
    let flood =
      Array(repeating: finding(.noMovement), count: FindingLimit.count)
      + [finding(.missingEntry), finding(.staleText)]
    let listed = FindingLimit.listed(flood)
    #expect(listed.count == FindingLimit.count + 1)
    #expect(listed.contains { $0.rule == .missingEntry })
    let last = try #require(listed.last)
    #expect(last.rule == .moreFindings && last.severity == .note)
    #expect(last.message.zh == "问题太多，只列出 1000 条，另有 2 条（no-movement 1、stale-text 1）")
    #expect(
      FindingLimit.listed(Array(flood.prefix(FindingLimit.count))).count == FindingLimit.count)
  }
}
