import Rectification
import Testing

/// What counts as a secrecy mark, and what only looks like one.
struct SecrecyMarksTests {
  @Test(arguments: [
    "绝密★10年", "机密★", "秘密★1年", "机密 ★", "机　密\u{200B}★", "密级：\n秘\n密\n★ 长期", "機密☆", "机密⭐\u{FE0F}5年",
    "秘密*10年", "秘密＊１年", "机密*长期", "内部资料", "【内部\u{A0}资料】注意保存", "\\u673a\\u5bc6\\u2605",
    "&#x673A;&#23494;&#x2605;",
    "\u{5B}机\u{AD}密★\u{5D}",
  ])
  func findsAMarkHoweverItIsWritten(_ text: String) {
    #expect(SecrecyMarks.standard.mark(text))
  }

  @Test(arguments: [
    "", "严守党的秘密", "机密性要求", "秘密工作人员★", "加强保密教育，杜绝泄密", "**秘密**", "机密* 注", "★机密", "内部控制资料",
    "\\u673a\\u5bc6", "&#x673A;密;★", "绝 对 保 密",
  ])
  func leavesOrdinaryWordsAlone(_ text: String) {
    #expect(!SecrecyMarks.standard.mark(text))
  }

  /// By what a reader sees: radicals, compatibility ideographs, circled ones, traditional forms, and dots and
  /// strokes in between.
  @Test(arguments: [
    "⼯作秘密", "工作\u{3299}密", "工作祕密", "⼯作祕密", "工作·秘密", "工·作·秘·密", "工作-秘密", "工作—秘密",
    "工_作_秘_密", "工作…秘密", "工作/秘密", "工作~秘密", "工\u{200D}作\u{2060}秘密", "内部资\u{F9BE}", "內部資料",
    "內部资料", "内部資\u{F9BE}", "内·部·资·料", "内-部-资-料", "机密·★", "機密★", "绝密—★30年", "\u{3299}密★",
    "\\u5167\\u90E8\\u8CC7\\u6599", "&#x2F2F;作秘密",
  ])
  func seesThroughLookAlikes(_ text: String) {
    #expect(SecrecyMarks(words: ["工作秘密"]).mark(text))
  }

  /// A clause ends with a comma or a full stop, and what follows is another thought.
  @Test(arguments: [
    "做好本职工作，秘密保管", "推进工作。秘密进行", "工作、秘密两手抓", "内部，资料齐全", "内部；资料", "内部管理资料", "工作（秘密）",
    "内部|资料", "工作”，“秘密",
  ])
  func aClauseThatEndsPartsTwoWords(_ text: String) {
    #expect(!SecrecyMarks(words: ["工作秘密"]).mark(text))
  }

  @Test func knowsTheWordsOfTheCampaignBesideItsOwn() {
    let marks = SecrecyMarks(words: ["工作秘密", "INTERNAL ONLY"])
    #expect(marks.mark("此为工 作秘密，不得外泄") && marks.mark("internal: INTERNALONLY"))
    #expect(marks.mark("内部资料") && !SecrecyMarks.standard.mark("此为工作秘密"))
    #expect(!SecrecyMarks.none.mark("绝密★30年"))
  }

  @Test(arguments: [("a机密★", 1), ("本周\n  秘密★1年", 9), ("\\u673a密★", 0)])
  func tellsWhereItBegins(_ text: String, _ offset: Int) {
    #expect(SecrecyMarks.standard.firstMark(in: Array(text.utf8)) == offset)
  }

  @Test func readsOnOverBytesThatAreNoText() {
    let bytes: [UInt8] = [0xFF, 0xE6] + Array("机".utf8) + [0xC0, 0x80] + Array("密★".utf8)
    #expect(SecrecyMarks.standard.firstMark(in: bytes) == 2)
  }
}
