import Rectification
import Testing

/// Who fills in a form has never seen the names of XML and JSON.
struct FormWordsTests {
  private func told(_ zh: String) -> String {
    Finding(
      .schema, at: Place(line: 1, column: 1, pointer: ""), Bilingual(zh: zh, en: zh),
      remedy: Bilingual(zh: zh, en: zh)
    ).inFormWords.message.zh
  }

  @Test(arguments: [
    ("expectedDate（预计完成日期）填写不合要求：“2024年3月”", "预计完成日期填写不合要求：“2024年3月”"),
    ("缺少必填项 progress（本周进展）", "缺少必填项 本周进展"), ("应填：true 或 false", "应填：是 或 否"),
    ("把 zeroReport 改为 false，或删去全部条目", "把“零报告”改为“否”，或删去全部条目"),
    ("把 week 改为“2024-W05”", "把“报告周”改为“2024-W05”"),
    ("在滞后原因（delay.reason）中说明退回的原因", "在滞后原因中说明退回的原因"),
    ("应填：带时区的时间，如 2024-01-18T16:20:00+08:00", "应填：时间，如 2024-01-18 16:20"),
    ("应填：十进制数文本，如 410.36（JSON 中加引号）", "应填：数字，如 410.36"),
    ("应填：下列之一：not-started（未启动）、completed（已完成）", "应填：下列之一：未启动、已完成"),
    ("请在此处补上 amount：数字", "请在此处补上“金额”：数字"), ("本单位 JD01 的 M001 未报进展", "本单位 JD01 的 M001 未报进展"),
    ("SHA-256 校验值，64 位十六进制", "SHA-256 校验值，64 位十六进制"), ("", ""),
  ])
  func aFindingSpeaksOfTheColumns(_ written: String, _ told: String) {
    #expect(self.told(written) == told)
  }

  /// Whatever a rule of the format can say of a field, no name of a field is in it.
  @Test(arguments: [
    "zeroReport", "submittedAt", "expectedDate", "newDeadline", "amountUnit", "unitsWanted",
    "sha256",
    "coordinationRequests", "extensionRequest", "closeOutRequest", "percent", "revision",
  ])
  func noFieldIsCalledByItsName(_ name: String) {
    #expect(!told("\(name)（某项）不对，请改 \(name)。").contains(name))
  }
}
