import Publishing
import Rectification

let sampleContext = ReceiptContext(
  campaignTitle: "示例区巡视整改专项", office: "示例区整改工作领导小组办公室", unitName: "示例一街道",
  zone: .beijing, due: moment("2024-01-18 17:00"))

func sampleReceipt(_ verdict: Verdict, at received: String = "2024-01-18 10:05") -> Receipt {
  Receipt(
    submission: Submission(
      campaign: code("trial"), sender: code("U11"), channel: .inbox, fileName: "第3周报告.xml",
      digest: digest(7), size: 8_412, receivedAt: moment(received)), week: week("2024-W03"),
    revision: verdict == .quarantined ? nil : 1, verdict: verdict, findings: findings(verdict))
}

private func findings(_ verdict: Verdict) -> [Finding] {
  switch verdict {
  case .accepted: []
  case .acceptedWithWarnings: [staleText]
  case .rejected: [missingEvidence, staleText]
  case .quarantined:
    [
      Finding(
        .unreadable, at: .start,
        Bilingual(zh: "文件带有密级标志，已隔离", en: "the file bears a secrecy mark and is set aside"),
        remedy: Bilingual(zh: "请按保密规定联系主管部门", en: "follow the secrecy rules"),
        severity: .quarantine)
    ]
  }
}

private let missingEvidence = Finding(
  .completedWithoutEvidence,
  at: Place(line: 12, column: 7, pointer: "/weeklyReport/entries/entry[2]"),
  Bilingual(zh: "措施 M051 报“已完成”，但没有佐证材料", en: "M051 is reported completed without evidence"),
  remedy: Bilingual(
    zh: "补充佐证材料的名称和 SHA-256，或把状态改为“正在推进”", en: "add the evidence, or report it in progress"))

private let staleText = Finding(
  .staleText, at: Place(line: 20, column: 9, pointer: "/weeklyReport/entries/entry[3]/progress"),
  Bilingual(zh: "措施 M022 的进展与上周一字不差", en: "the progress of M022 is last week's, word for word"),
  remedy: Bilingual(zh: "写明本周做了什么", en: "say what was done this week"))
