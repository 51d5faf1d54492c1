import Rectification

/// 来源文件: every file a row of the page rests on, once, with its hash and how it came.
extension SummaryPage {
  var files: Html {
    guard !submissions.isEmpty else { return .none }
    let columns: [(Html, String)] = [
      ("", say("文件", "File")), ("", say("单位", "Unit")), ("", say("渠道", "Channel")),
      ("", say("收到", "Received")), ("n", say("字节", "Bytes")), ("wide", "SHA-256"),
    ]
    return section(
      "files", "\(say("来源文件（\(submissions.count)份）", "Source files (\(submissions.count))"))",
      """
      <p>\(say("页上的每个数字都出自下列文件、审核决定（decisions.csv）和清单（register.csv）。", "Every number on this page comes from these files, the decisions (decisions.csv) and the register (register.csv)."))</p>
      <table><thead><tr>\(heads(columns))</tr></thead><tbody>
      \(submissions.map(fileRow))</tbody></table>
      """)
  }

  private func fileRow(_ submission: Submission) -> Html {
    """
    <tr id="file-\(fileNumbers[submission] ?? 0)"><th scope="row">\(submission.fileName)</th><td>\(name(of: submission.sender))</td><td>\(say(submission.channel.name))</td><td class="date">\(submission.receivedAt.short(in: zone))</td><td class="n">\(submission.size)</td><td><code>\(submission.digest.hex)</code></td></tr>

    """
  }

  /// Where a row comes from: the file and the place in it.
  func source(_ submission: Submission, _ place: Place) -> Html {
    """
    <span class="source"><a href="#file-\(fileNumbers[submission] ?? 0)">\(submission.fileName)</a> <code>\(place.text)</code></span>
    """
  }
}

extension WeekSummary {
  /// Each file once, by unit in the order of units.csv, then by arrival.
  var submissions: [Submission] {
    let states = measures.map(\.state)
    let entries = states.flatMap { $0.contributions + [$0.entry].compactMap(\.self) }
    let found =
      Set(entries.map(\.submission) + reporting.compactMap(\.effective))
      .union(outcomes.flatMap { $0.parts.map(\.submission) })
      .union((agenda.items + agenda.listed).compactMap { $0.source?.submission })
    let order = Dictionary(
      reporting.enumerated().map { ($0.element.unit, $0.offset) }, uniquingKeysWith: min)
    func rank(_ one: Submission) -> Int { order[one.sender] ?? .max }
    return found.sorted {
      (rank($0), $0.receivedAt, $0.digest, $0.fileName)
        < (rank($1), $1.receivedAt, $1.digest, $1.fileName)
    }
  }
}

extension Submission.Channel {
  var name: Bilingual {
    switch self {
    case .inbox: Bilingual(zh: "收件夹", en: "inbox")
    case .http: Bilingual(zh: "网上抓取", en: "fetched")
    }
  }
}
