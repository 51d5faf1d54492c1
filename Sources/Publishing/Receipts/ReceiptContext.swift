import Rectification

/// What a receipt says beside its own facts.
package struct ReceiptContext: Hashable, Sendable {
  package let campaignTitle: String
  package let office: String
  package let unitName: String
  package let zone: ZoneOffset
  /// The report cut-off of the receipt's week; nil when the week has none.
  package let due: Moment?
  /// Whether the file was only tried out, as `zhouhui check` does, and nothing was sent.
  package var isTrial = false

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
