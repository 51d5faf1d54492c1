import Publishing
import Rectification

let sampleContext = ReceiptContext(
  campaignTitle: "示例区巡视整改专项", office: "示例区整改工作领导小组办公室", unitName: "示例一街道",
  zone: .beijing, due: moment("2024-01-18 17:00"))

/// The same, of a file that is only tried out.
var sampleTrial: ReceiptContext {
  var context = sampleContext
  context.isTrial = true
  return context
}

func sampleReceipt(_ verdict: Verdict, at received: String = "2024-01-18 10:05") -> Receipt {
  sampleReceipt(verdict, findings(verdict), at: received)
}

func sampleReceipt(
  _ verdict: Verdict, _ findings: [Finding], revision: Int? = 1,
  at received: String = "2024-01-18 10:05"
) -> Receipt {
  Receipt(
    submission: Submission(
      campaign: code("trial"), sender: code("U11"), channel: .inbox, fileName: "第3周报告.xml",
      digest: digest(7), size: 8_412, receivedAt: moment(received)), week: week("2024-W03"),
    revision: revision, verdict: verdict, findings: findings)
}

/// What came cannot be read at all.
let unreadableReceipt = sampleReceipt(
  .rejected,
  [
    Finding(
      .tooLarge, at: Place(line: 0, column: 0, pointer: ""),
      Bilingual(
        zh: "文件有 300000 字节，超过上限 262144 字节", en: "the file has 300000 bytes; the limit is 262144"),
      remedy: Bilingual(zh: "请只报文字", en: "send text alone"))
  ], revision: nil)

/// As many findings as a receipt lists, and the line that counts the rest.
let floodReceipt = sampleReceipt(
  .rejected,
  FindingLimit.listed(
    (0..<1_000).map { number in
      Finding(
        number % 2 == 0 ? .schema : .badDate,
        at: Place(
          line: 20 + number * 7, column: 15,
          pointer: "/entries/\(number / 4)/extensionRequest/newDeadline"),
        Bilingual(
          zh: "新时限 newDeadline“2024年底前”填写不合要求", en: "newDeadline is not written as it should be"),
        remedy: Bilingual(zh: "应填：日期，如 2024-01-20", en: "what to write: a day, 2024-01-20"))
    }, besides: [.schema: 4_000]), revision: nil)

private func findings(_ verdict: Verdict) -> [Finding] {
  switch verdict {
  case .accepted: []
  case .acceptedWithWarnings: [late, staleText, conflict]
  case .rejected: [left, missingEvidence, staleText, missingDate, wrongPercent]
  case .quarantined: [secret, quotingSecret]
  }
}

private let late = Finding(
  .late, at: Place(line: 5, column: 9, pointer: "/weeklyReport/week"),
  Bilingual(
    zh: "迟报：2024-W03 的报送截止是 2024年1月18日 17:00，收到于 2024年1月18日 17:20",
    en: "late: 2024-W03 was due 2024-01-18 17:00, received 2024-01-18 17:20"),
  remedy: Bilingual(zh: "本次照常计入；下周请在截止前报送", en: "it counts; report before the cut-off next week"))

private let left = Finding(
  .missingEntry, at: Place(line: 8, column: 3, pointer: "/weeklyReport/entries"),
  Bilingual(
    zh: "牵头的措施“M044”（建立健全老旧小区加装电梯联席会议制度，每季度通报一次）未报进展",
    en: "measure M044, which your unit leads, is not reported"),
  remedy: Bilingual(
    zh: "补上这一条；全部措施本周均无新进展的，可报零报告",
    en: "add the entry, or send a zero report when nothing at all is new"), measure: code("M044"))

private let missingEvidence = Finding(
  .completedWithoutEvidence,
  at: Place(line: 12, column: 7, pointer: "/weeklyReport/entries/entry[2]/status"),
  Bilingual(zh: "措施“M051”报已完成，但没有佐证材料", en: "M051 is reported completed without evidence"),
  remedy: Bilingual(
    zh: "在佐证材料（evidence）中列出名称和 SHA-256", en: "list the evidence with its name and SHA-256"),
  measure: code("M051"))

private let wrongPercent = Finding(
  .statusPercent, at: Place(line: 31, column: 7, pointer: "/weeklyReport/entries/entry[2]/percent"),
  Bilingual(
    zh: "措施“M051”的状态是“已完成”（completed），完成率却是 90%", en: "M051 is completed and yet at 90 %"),
  remedy: Bilingual(
    zh: "“已完成”（completed）的完成率应为 100，请改其一", en: "completed goes with 100 %; correct one of the two"),
  measure: code("M051"))

private let staleText = Finding(
  .staleText, at: Place(line: 20, column: 9, pointer: "/weeklyReport/entries/entry[3]/progress"),
  Bilingual(
    zh: "措施“M022”的进展与 2024-W02 一字不差",
    en: "the progress of M022 is that of 2024-W02, word for word"),
  remedy: Bilingual(
    zh: "写明本周做了什么；确无进展的报零报告", en: "say what was done this week, or send a zero report"),
  measure: code("M022"))

private let missingDate = Finding(
  .badDate,
  at: Place(
    line: 28, column: 11, pointer: "/weeklyReport/entries/entry[4]/extensionRequest/newDeadline"),
  Bilingual(
    zh: "新时限 newDeadline“2024-02-30<b>\u{202E}\u{AD}”是不存在的日期或时间",
    en: "newDeadline: there is no such day or time as “2024-02-30<b>\u{202E}\u{AD}”"),
  remedy: Bilingual(zh: "应填：日期，如 2024-01-20", en: "what to write: a day, 2024-01-20"))

private let conflict = Finding(
  .leadSupportConflict,
  at: Place(line: 24, column: 9, pointer: "/weeklyReport/entries/entry[4]/status"),
  Bilingual(
    zh: "措施“M067”本单位报正在推进，牵头单位“U02”在 2024-W02 报已完成",
    en: "you report M067 in progress; its lead U02 reported it completed in 2024-W02"),
  remedy: Bilingual(
    zh: "无需改报；将列入周协调议程", en: "nothing to mend; it goes on the agenda"), measure: code("M067"))

private let secret = Finding(
  .secrecyMark, at: Place(line: 9, column: 3, pointer: "/entries/0/内部资料名称"),
  Bilingual(zh: "带有“机密★”：会议纪要", en: "bears 机密★: 会议纪要"),
  remedy: Bilingual(zh: "删去会议纪要", en: "remove 会议纪要"), measure: code("M003"))

private let quotingSecret = Finding(
  .schema, at: Place(line: 10, column: 3, pointer: "/entries/0/会议纪要"),
  Bilingual(zh: "没有名为“会议纪要”的项目", en: "there is no field “会议纪要” here"),
  remedy: Bilingual(zh: "请删除", en: "delete it"))
