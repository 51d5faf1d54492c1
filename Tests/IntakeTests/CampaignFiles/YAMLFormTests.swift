import Rectification
import Testing

struct YAMLFormTests {
  @Test(arguments: [
    Mistake("title: 集中整改", "title: &a 集中整改", "2:8 这里不用锚点“&” → 请写出内容本身；文字以该符号开头时加引号"),
    Mistake("title: 集中整改", "title: *a", "2:8 这里不用别名“*” → 请写出内容本身；文字以该符号开头时加引号"),
    Mistake("title: 集中整改", "title: !!str 集中整改", "2:8 这里不用标签“!” → 请写出内容本身；文字以该符号开头时加引号"),
    Mistake("title: 集中整改", "title: |\n  集中整改", "2:8 这里不用多行文字“|” → 请写出内容本身；文字以该符号开头时加引号"),
    Mistake("  on-holiday", "\ton-holiday", "11:1 缩进里有制表符（Tab） → 请用空格缩进"),
    Mistake(
      "title: 集中整改", "title: 集中整改\ntitle: 又一个\noffice: 重复",
      "3:1 “title”写了两次，先见于第2行 → 请只保留一个", "5:1 “office”写了两次，先见于第4行 → 请只保留一个"),
    Mistake(
      "{remind: 1, urge: 3}", "{remind: 1, remind: 3}", "13:10 “remind”写了两次，先见于第13行 → 请只保留一个"),
    Mistake("title: 集中整改", "title: \"a\\0b\"", "2:8 “title”里有控制字符 → 请删去它"),
  ])
  func placesAMistakeOfForm(_ mistake: Mistake) throws {
    let sample = SampleFiles("demo/campaign.yaml", replacing: mistake.old, with: mistake.new)
    let found = try sample.told()
    #expect(found == mistake.told.map { "demo/campaign.yaml:\($0)" })
  }

  @Test(arguments: [
    "title: 'it''s * & !'", "title: \"* &a !b\\\" *c\"", "title: a & b * c ! d",
    "title: 集中 # *a &b",
  ])
  func letsSignsStandInsideTexts(_ line: String) throws {
    let sample = SampleFiles("demo/campaign.yaml", replacing: "title: 集中整改", with: line)
    #expect(try sample.told().allSatisfy { !$0.contains("这里不用") })
  }

  @Test func refusesABombWithoutUnfoldingIt() throws {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in 1...40 {
      let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(alias)]")
    }
    lines.append("? *a40\n: x")
    let problems = try SampleFiles("demo/campaign.yaml", lines.joined(separator: "\n")).problems()
    #expect(problems.first?.line == 1)
    #expect(problems.allSatisfy { $0.file.hasSuffix("campaign.yaml") })
  }

  /// A continued plain text hides a quote from the scan, and with it what follows.
  @Test func refusesABombBehindAnUnclosedQuote() throws {
    var lines = ["a: x", "  \"y", "b0: &b0 [x, x]"]
    for level in 1...40 { lines.append("b\(level): &b\(level) [*b\(level - 1), *b\(level - 1)]") }
    lines.append("? *b40\n: x")
    #expect(
      try !SampleFiles("demo/campaign.yaml", lines.joined(separator: "\n")).problems().isEmpty)
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 60_000), "a: b: c",
    "a: [b", "a: 'b",
    "--- a\n--- b", "- a", "a", "", "# only a comment", "? a", ": ", "%YAML 9.9\n---\na: b",
    "\u{FEFF}", "a: \"\\uD800\"",
  ])
  func refusesWhatIsNoSettingsFile(_ text: String) throws {
    let problems = try SampleFiles("demo/campaign.yaml", text).problems()
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.remedy.zh.isEmpty })
  }

  @Test func readsAByteOrderMarkAndCarriageReturns() throws {
    let text = "\u{FEFF}" + SampleFiles.settings.replacing("\n", with: "\r\n")
    #expect(try SampleFiles("demo/campaign.yaml", text).load() == SampleFiles().load())
  }
}
