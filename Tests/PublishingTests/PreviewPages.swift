import Foundation
import Publishing
import Rectification
import Testing

/// Pages to look at, written only when a folder for them is named.
struct PreviewPages {
  @Test func writesThem() throws {
    guard let folder = ProcessInfo.processInfo.environment["PREVIEW_PAGES"] else { return }
    let out = URL(fileURLWithPath: folder)
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: out.appendingPathComponent(name))
    }
    let receipts =
      Verdict.allCases.map { ($0.rawValue, sampleReceipt($0)) }
      + [("unreadable", unreadableReceipt), ("flood", floodReceipt)]
    for (name, receipt) in receipts {
      for file in receiptFiles(receipt, sampleContext) {
        try write(
          "receipt-\(name).\(file.path.suffix(4))", String(decoding: file.bytes, as: UTF8.self))
      }
      try write("receipt-\(name).txt", receiptText(receipt, sampleTrial))
    }
    let english = receiptFiles(sampleReceipt(.rejected), sampleContext, language: .en)[0]
    try write("receipt-rejected-en.html", String(decoding: english.bytes, as: UTF8.self))
    for (name, sample) in [
      ("end", SampleWeek()), ("middle", SampleWeek(.middle)),
      ("large", SampleWeek(.middle, scale: 46)),
    ] {
      let summary = try sample.summary()
      let page = summaryPage(summary, problems: sample.problems)
      try write("\(name).html", page)
      for file in try weeklyFiles(summary) {
        try write("\(name)-\(file.path)", String(decoding: file.bytes, as: UTF8.self))
      }
      try write("\(name)-brief.txt", brief(summary))
      try write("\(name)-brief-en.txt", brief(summary, language: .en))
      try write("\(name)-en.html", summaryPage(summary, problems: sample.problems, language: .en))
    }
  }
}
