import Rectification
import Testing

struct WeekTests {
  @Test(arguments: ["2025-W53", "2026-W00", "2026-W+5", "2026W34", "26-W34", ""])
  func refuses(_ text: String) {
    #expect(Week(text) == nil)
  }
}
