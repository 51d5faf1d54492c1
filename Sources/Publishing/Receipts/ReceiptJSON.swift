import Rectification

/// 回执 for machines, in both languages.
package func receiptJSON(_ receipt: Receipt, _ context: ReceiptContext) -> String {
  let (zh, en) = (Wording(language: .zh), Wording(language: .en))
  let submission = receipt.submission
  let json: Json = [
    "format": "zhouhui-receipt", "version": .int(1), "campaign": Json(submission.campaign),
    "unit": Json(submission.sender), "week": Json(receipt.week),
    "revision": Json(receipt.revision), "verdict": .text(receipt.verdict.rawValue),
    "channel": .text(submission.channel.rawValue), "sha256": .text(submission.digest.hex),
    "fileName": receipt.verdict == .quarantined ? .null : .text(submission.fileName),
    "size": .int(submission.size),
    "receivedAt": .text(submission.receivedAt.text(in: context.zone)),
    "due": Json(context.due?.text(in: context.zone)),
    "next": Json(Bilingual(zh: receipt.nextStep(context, zh), en: receipt.nextStep(context, en))),
    "findings": .list(
      receipt.findings.map { finding in
        [
          "rule": .text(finding.rule.rawValue), "severity": .text(finding.severity.rawValue),
          "place": Json(finding.place), "message": Json(finding.message),
          "remedy": Json(finding.remedy),
        ]
      }),
  ]
  return json.source
}
