import Rectification
import Testing

@testable import Publishing

struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("周汇总", 6), ("（）", 4), ("𠮷", 2), ("e\u{301}", 1), ("", 0), ("①—“", 3),
  ])
  func countsColumns(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func cutsOnWholeCharacters() {
    #expect(shortened("周汇总", to: 6) == "周汇总")
    #expect(shortened("周汇总", to: 5) == "周汇…")
    #expect(shortened("周汇总", to: 4) == "周…")
  }

  @Test func wrapsWithinTheWidth() {
    let lines = wrapped("整改措施 M051 逾期 12 天，由牵头区领导督办，明确办结日期。", to: 20)
    #expect(lines.allSatisfy { displayWidth($0) <= 22 })
    #expect(lines.joined().replacing(" ", with: "") == "整改措施M051逾期12天，由牵头区领导督办，明确办结日期。")
    #expect(!lines.contains { $0.hasPrefix("，") || $0.hasPrefix("。") })
  }

  @Test func showsWhatIsHidden() {
    #expect(visible("a\u{202E}b\u{0}c\nd") == "a[U+202E]b[U+0000]c d")
  }
}
