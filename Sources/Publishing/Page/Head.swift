import Rectification

/// The head: what this is, of which week, in which edition, as of when.
extension SummaryPage {
  var head: Html {
    let edition = summary.edition
    let isHeld = edition.goneUnits?.isHeld ?? false
    let preview: Html =
      edition.kind == .preview && !isHeld
      ? "<p class=\"preview\">\(say("预览稿，汇总截止前数据仍会变化，不作正式使用。", "A preview: figures may change until the summary cut-off."))</p>"
      : .none
    return """
      <header id="top">
      <h1>\(summary.settings.title)</h1>
      <p class="issue"><span class="doc">\(say("周汇总", "Weekly summary"))</span> \(say.week(summary.week)) <span class="edition">\(say(edition.name))</span></p>
      \(preview)\(guardNotice)
      <dl class="facts">
      \(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" })</dl>
      <nav aria-label="\(say("目录", "Contents"))">\(contents.map { "<a href=\"#\($0.0)\">\($0.1)</a>" }.joined(" "))</nav>
      </header>
      """
  }

  /// Why there is no issue, or by whose word there is one.
  private var guardNotice: Html {
    guard let gone = summary.edition.goneUnits else { return .none }
    return "<p class=\"preview\">\(say(gone.message))</p>"
  }

  private var facts: [(String, String)] {
    let cutOffs = summary.edition.cutOffs
    let asOf = summary.edition.latestInput.map { say.moment($0, in: zone) }
    return [
      (say("编印", "Office"), summary.settings.office),
      (say("数据截至", "Data until"), asOf ?? say("尚未收到", "nothing received")),
      (say("报送截止", "Reports due"), say.moment(cutOffs.report, in: zone)),
      (say("汇总时间", "Summary"), say.moment(cutOffs.summary, in: zone)),
      (say("协调会", "Meeting"), say.moment(cutOffs.meeting, in: zone)),
    ]
  }

  private var contents: [(Html, String)] {
    [
      ("aspects", say("进度", "Progress")), ("wall", say("挂图", "Wall chart")),
      ("late", say("逾期与临期", "Overdue and due")), ("forecast", say("预测", "Forecast")),
      ("reporting", say("报送", "Reporting")),
      ("agenda", say("协调议题", "Agenda")), ("outcomes", say("成效", "Outcomes")),
      ("alerts", say("预警催办", "Alerts")), ("register", say("措施明细", "Register")),
      ("files", say("来源文件", "Files")), ("rules", say("规则", "Rules")),
    ]
  }

  var foot: Html {
    """
    <footer><p>\(say("时限按 \(day) 计算；点数字看明细，点编号看该措施及其来源文件。", "Time left is counted from \(day); open a number for the rows behind it, a code for the measure and its source."))</p>\(fingerprints)</footer>
    """
  }

  /// What the edition is made of and what came before it, to be compared with `edition.json`.
  private var fingerprints: Html {
    guard let inputs = summary.edition.inputs else { return .none }
    let previous = summary.edition.previous.map { String($0.hex.prefix(16)) }
    return """
      <p>\(say("本期输入指纹", "Inputs")) <code>\(String(inputs.hex.prefix(16)))</code>　\(say("上一期次存证指纹", "Edition before")) <code>\(previous ?? say("无", "none"))</code></p>
      """
  }
}
