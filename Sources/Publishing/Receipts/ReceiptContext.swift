import Rectification

/// What a receipt says beside its own facts.
package struct ReceiptContext: Hashable, Sendable {
  package let campaignTitle: String
  package let office: String
  package let unitName: String
  package let zone: ZoneOffset
  /// The report cut-off of the receipt's week; nil when the week has none.
  package let due: Moment?

  package init(
    campaignTitle: String, office: String, unitName: String, zone: ZoneOffset, due: Moment?
  ) {
    self.campaignTitle = campaignTitle
    self.office = office
    self.unitName = unitName
    self.zone = zone
    self.due = due
  }
}

extension Receipt {
  /// `2024-W03-0f343b093112`: never the received name, which is the sender's to choose.
  package var name: String { "\(week)-\(submission.digest.hex.prefix(12))" }

  /// The received name as a receipt may show it.
  ///
  /// Of a quarantined file nothing is echoed, for its very name may be what must not get about.
  func fileName(_ say: Wording) -> String {
    verdict == .quarantined
      ? say("（隔离文件，不显示名称）", "(quarantined, name withheld)") : submission.fileName
  }

  /// What the unit has to do now, and until when.
  func nextStep(_ context: ReceiptContext, _ say: Wording) -> String {
    switch verdict {
    case .accepted: say("无须再报。", "Nothing more to do.")
    case .acceptedWithWarnings:
      say(
        "本次报告已采用；请核对下列警示，确有差错的，更正后提高版次重报。",
        "The report counts; look at the warnings, and send a higher revision if something is wrong."
      )
    case .quarantined:
      say("请勿再次发送，立即与\(context.office)联系。", "Do not send it again; call \(context.office) at once.")
    case .rejected: resend(context, say)
    }
  }

  private func resend(_ context: ReceiptContext, _ say: Wording) -> String {
    guard let due = context.due else {
      return say("请逐条改正后尽快重新报送整份报告。", "Mend every error and send the whole report again soon.")
    }
    let time = say.moment(due, in: context.zone)
    if submission.receivedAt > due {
      return say(
        "报送截止时间（\(time)）已过，请逐条改正后立即重新报送整份报告，按迟报登记。",
        "The cut-off (\(time)) has passed: mend every error and send the whole report at once; it counts as late."
      )
    }
    return say(
      "本次报告未被采用，请逐条改正后于\(time)前重新报送整份报告。",
      "The report does not count: mend every error and send the whole report again by \(time).")
  }

  /// `第12行第7列 /entries/0/percent`, as a person looks for it in the file.
  func position(_ place: Place, _ say: Wording) -> String {
    let line =
      place.line == 0
      ? "" : say("第\(place.line)行第\(place.column)列", "line \(place.line), column \(place.column)")
    return [line, place.pointer].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Both forms of one receipt, below the folder of the week: `receipts/<unit>/<name>.html` and `.json`.
package func receiptFiles(
  _ receipt: Receipt, _ context: ReceiptContext, language: Language = .zh
) -> [OutboxFile] {
  let path = "receipts/\(receipt.submission.sender)/\(receipt.name)"
  return [
    OutboxFile(
      path: path + ".html", text: receiptPage(receipt, context, language: language).source),
    OutboxFile(path: path + ".json", text: receiptJSON(receipt, context)),
  ]
}
