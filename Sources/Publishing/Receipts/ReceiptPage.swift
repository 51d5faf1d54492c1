import Rectification

/// 回执 as a page: what came, what became of it, what to mend and until when.
func receiptPage(_ receipt: Receipt, _ context: ReceiptContext, language: Language) -> Html {
  let say = Wording(language: language)
  let bad: Html = receipt.verdict.isAccepted ? .none : " bad"
  let facts = receiptFacts(receipt, context, say)
  return document(
    title: say("周报告回执 \(receipt.name)", "Receipt \(receipt.name)"), language: language,
    style: "\(fontStyle)\(receiptStyle)",
    body: """
      <main>
      <p class="campaign">\(context.campaignTitle)</p>
      <h1>\(say("周报告回执", "Receipt for a weekly report"))</h1>
      <p class="verdict\(bad)">\(say(receipt.verdict.name))</p>
      <p class="next">\(receipt.nextStep(context, say))</p>
      <table class="facts">\(facts.map { "<tr><th>\($0.0)</th><td>\($0.1)</td></tr>\n" })</table>
      \(findings(receipt, say))
      <p class="office">\(context.office)</p>
      </main>

      """)
}

/// The facts of a receipt, for the page and the terminal alike.
func receiptFacts(
  _ receipt: Receipt, _ context: ReceiptContext, _ say: Wording
) -> [(String, String)] {
  let submission = receipt.submission
  return [
    (
      say("单位", "Unit"),
      say("\(context.unitName)（\(submission.sender)）", "\(context.unitName) (\(submission.sender))")
    ),
    (say("所报周次", "Week"), say.week(receipt.week)),
    (say("版次", "Revision"), receipt.revision.map(String.init) ?? say("无法读出", "unreadable")),
    (say("收到文件", "File"), receipt.fileName(say)),
    (say("大小", "Size"), say("\(submission.size)字节", "\(submission.size) bytes")),
    (say("收到时间", "Received"), say.moment(submission.receivedAt, in: context.zone)),
    (
      say("渠道", "Channel"),
      submission.channel == .inbox ? say("收件目录", "inbox") : say("网络抓取", "fetched")
    ),
    ("SHA-256", submission.digest.hex),
  ]
}

private func findings(_ receipt: Receipt, _ say: Wording) -> Html {
  guard !receipt.findings.isEmpty else {
    return "<p>\(say("检查未发现问题。", "The checks found nothing."))</p>"
  }
  let rows: [Html] = receipt.findings.enumerated().map { number, finding in
    """
    <tr class="\(finding.severity.rawValue)"><td>\(number + 1)</td><td class="severity">\(say(finding.severity.name))</td><td>\(receipt.position(finding.place, say))</td><td>\(say(finding.message))<br><small>\(finding.rule.rawValue)</small></td><td>\(say(finding.remedy))</td></tr>

    """
  }
  return """
    <h2>\(say("检查结果（\(receipt.findings.count)条）", "Findings (\(receipt.findings.count))"))</h2>
    <table><thead><tr><th>\(say("序号", "No."))</th><th>\(say("程度", "Severity"))</th><th>\(say("位置", "Place"))</th><th>\(say("问题", "What is wrong"))</th><th>\(say("怎么改", "How to mend it"))</th></tr></thead><tbody>
    \(rows)</tbody></table>
    """
}

private let receiptStyle: Html = """
  main{max-width:900px;margin:0 auto;padding:24px}h1{font:700 26px/1.4 var(--title);text-align:center;margin:0 0 12px}.campaign{text-align:center;color:var(--soft);margin:0}
  h2{font:700 17px/1.4 var(--hei);margin:22px 0 8px}.verdict{text-align:center;font:700 22px/1.4 var(--hei);margin:0;border:2px solid var(--blue);color:var(--blue);padding:6px}
  .verdict.bad{border-color:var(--late);color:var(--late);text-decoration:underline}.next{text-align:center;font-size:15px;margin:8px 0 16px}
  table{border-collapse:collapse;width:100%;font-size:14px}th,td{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
  thead th,.facts th{background:var(--pale);white-space:nowrap}.facts th{width:8em}small{color:var(--soft)}
  .severity{white-space:nowrap}.error .severity,.quarantine .severity{color:var(--late);font-weight:700;text-decoration:underline}.office{text-align:right;margin-top:24px}
  @page{size:A4 portrait;margin:20mm 15mm 18mm}
  @media print{main{max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid;page-break-inside:avoid}h2{break-after:avoid;page-break-after:avoid}}

  """
