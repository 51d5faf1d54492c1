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
    for (name, sample) in [
      ("end", SampleWeek()), ("middle", SampleWeek(.middle)),
      ("large", SampleWeek(.middle, scale: 46)),
    ] {
      let summary = try sample.summary()
      let page = summaryPage(summary, problems: sample.problems)
      try write("\(name).html", page)
      for file in weeklyFiles(summary) {
        try write("\(name)-\(file.path)", String(decoding: file.bytes, as: UTF8.self))
      }
      try write("\(name)-brief.txt", brief(summary))
      try write("\(name)-brief-en.txt", brief(summary, language: .en))
      try write("\(name)-en.html", summaryPage(summary, problems: sample.problems, language: .en))
    }
  }
}
