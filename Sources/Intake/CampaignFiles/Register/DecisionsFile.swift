import Rectification

/// 审核决定, decisions.csv: decisions on measures, and on what is in quarantine.
struct DecisionsFile {
  static let layout = CSVTable.Layout(
    required: ["决定编号", "作出时间", "决定", "措施编号", "作出人"], optional: ["新时限", "报送", "周", "理由", "依据"])

  private static let words =
    ["销号", "退回", "延期", "重开", "回头看"] + ReleaseRow.words + IssueOrderRow.words

  struct Content {
    var decisions: [Decision] = []
    var releases: [Release] = []
    var issueOrders: [IssueOrder] = []
    var adoptions: [Adoption] = []
  }

  /// Times without an offset are in this zone.
  let zone: ZoneOffset
  /// Nil when the register could not be read; then no measure is looked up.
  let measures: [Code: Measure]?

  func read(_ table: CSVTable, _ log: inout ProblemLog) -> Content {
    var content = Content()
    var lines: [Code: Int] = [:]
    for row in table.rows {
      if ReleaseRow.isRelease(row) {
        if let release = ReleaseRow.read(row, in: zone, &log) { content.releases.append(release) }
      } else if IssueOrderRow.isOrder(row) {
        if let order = IssueOrderRow.read(row, in: zone, &log) { content.issueOrders.append(order) }
      } else if IssueOrderRow.isAdoption(row) {
        if let adoption = IssueOrderRow.adoption(row, in: zone, &log) {
          content.adoptions.append(adoption)
        }
      } else if let decision = decision(row, &log) {
        content.decisions.append(decision)
      }
      refuseWeek(row, &log)
      guard let code = Code(row["决定编号"].text) else { continue }
      if let line = lines[code] {
        log.refuse(
          at: row["决定编号"].spot,
          Bilingual(
            zh: "决定编号“\(code)”重复，第\(line)行已有",
            en: "the decision “\(code)” is already on line \(line)"),
          remedy: Bilingual(zh: "请另编编号", en: "give it another code"))
      }
      lines[code] = lines[code] ?? row.line
    }
    ReleaseRow.refuseAfterRelease(content.releases, &log)
    refuseEarlierDeadlines(content.decisions, &log)
    return content
  }

  private func decision(_ row: CSVTable.Row, _ log: inout ProblemLog) -> Decision? {
    let code = row["决定编号"].code(&log)
    let decidedAt = row["作出时间"].moment(in: zone, &log)
    let measure = measure(row["措施编号"], &log)
    let action = action(row, &log)
    refuseSubmission(row, &log)
    let decidedBy = row["作出人"].required(&log)
    guard let code, let decidedAt, let measure, let action, let decidedBy else { return nil }
    return Decision(
      code: code, decidedAt: decidedAt, measure: measure, action: action, reason: row["理由"].text,
      basis: row["依据"].text, decidedBy: decidedBy, line: row.line)
  }

  private func measure(_ cell: WrittenText, _ log: inout ProblemLog) -> Code? {
    guard let code = cell.code(&log) else { return nil }
    guard let measures, measures[code] == nil else { return code }
    log.refuse(
      at: cell.spot,
      Bilingual(zh: "三张清单里没有措施“\(code)”", en: "the register has no measure “\(code)”"),
      remedy: log.didYouMean(
        code.text, among: measures.keys.map(\.text).sorted(),
        otherwise: Bilingual(
          zh: "请填写 register.csv 里的措施编号", en: "write the code of a measure of register.csv")))
    return nil
  }

  private func action(_ row: CSVTable.Row, _ log: inout ProblemLog) -> Decision.Action? {
    guard let word = row["决定"].required(&log) else { return nil }
    guard Self.words.contains(word) else {
      let list = Self.words.joined(separator: "、")
      log.refuse(
        at: row["决定"].spot,
        Bilingual(zh: "没有“\(row["决定"].quoted)”这种决定", en: "“\(row["决定"].quoted)” is no decision"),
        remedy: Bilingual(zh: "请写：\(list)", en: "write one of: \(list)"))
      return nil
    }
    if word != "销号", row["理由"].isEmpty {
      log.refuse(
        at: row["理由"].spot,
        Bilingual(zh: "“\(word)”没有写理由", en: "there is no reason for “\(word)”"),
        remedy: Bilingual(zh: "请填写“理由”", en: "fill in “理由”"))
    }
    let deadline = newDeadline(row, word: word, &log)
    return switch word {
    case "销号": .close
    case "退回": .return
    case "重开": .reopen(deadline)
    case "回头看": .secondLook
    default: deadline.map(Decision.Action.extend)
    }
  }

  /// 延期 after 延期: each new deadline lies behind the one before it.
  private func refuseEarlierDeadlines(_ decisions: [Decision], _ log: inout ProblemLog) {
    let inOrder = decisions.sorted { ($0.decidedAt, $0.line) < ($1.decidedAt, $1.line) }
    var latest: [Code: (date: CivilDate, line: Int)] = [:]
    for decision in inOrder {
      // A new round begins with a deadline of its own.
      if decision.action.reopens { latest[decision.measure] = nil }
      guard case .extend(let date) = decision.action else { continue }
      if let before = latest[decision.measure], date <= before.date {
        log.refuse(
          at: Spot(line: decision.line, column: 1),
          Bilingual(
            zh: "“新时限”\(date)不晚于第\(before.line)行已延到的\(before.date)",
            en:
              "“新时限” \(date) is not later than \(before.date), to which line \(before.line) moved it"
          ),
          remedy: Bilingual(zh: "延期只能往后延，请改正", en: "an extension only makes it later; correct it"))
      }
      latest[decision.measure] = (date, decision.line)
    }
  }

  private func refuseWeek(_ row: CSVTable.Row, _ log: inout ProblemLog) {
    guard !row["周"].isEmpty, !IssueOrderRow.words.contains(row["决定"].text) else { return }
    log.refuse(
      at: row["周"].spot,
      Bilingual(
        zh: "只有“\(IssueOrderRow.words.joined(separator: "”“"))”才填“周”",
        en: "only \(IssueOrderRow.words.joined(separator: " and ")) name a 周"),
      remedy: Bilingual(zh: "请清空这一格", en: "empty it"))
  }

  private func refuseSubmission(_ row: CSVTable.Row, _ log: inout ProblemLog) {
    guard !row["报送"].isEmpty else { return }
    log.refuse(
      at: row["报送"].spot,
      Bilingual(
        zh: "只有“放行”“不予放行”才填“报送”", en: "only 放行 and 不予放行 name a 报送"),
      remedy: Bilingual(zh: "请清空这一格", en: "empty it"))
  }

  /// What 延期 must have and 重开 may have; nil where there is none, or it cannot be read.
  private func newDeadline(
    _ row: CSVTable.Row, word: String, _ log: inout ProblemLog
  ) -> CivilDate? {
    let cell = row["新时限"]
    switch word {
    case "延期": return extended(row, &log)
    case "重开": return cell.isEmpty ? nil : newRound(row, &log)
    default:
      if !cell.isEmpty {
        log.refuse(
          at: cell.spot,
          Bilingual(zh: "“\(word)”不能有“新时限”", en: "“\(word)” has no “新时限”"),
          remedy: Bilingual(
            zh: "请清空这一格；要改时限请另写一行“延期”", en: "empty it; a new deadline is a 延期 of its own"))
      }
      return nil
    }
  }

  private func extended(_ row: CSVTable.Row, _ log: inout ProblemLog) -> CivilDate? {
    let measure = Code(row["措施编号"].text).flatMap { measures?[$0] }
    let cell = row["新时限"]
    guard let date = cell.date(near: measure?.start, &log) else { return nil }
    if case .date(let deadline)? = measure?.deadline.kind, date <= deadline {
      log.refuse(
        at: cell.spot,
        Bilingual(
          zh: "“新时限”\(date)不晚于原时限\(deadline)",
          en: "“新时限” \(date) is not later than the deadline, \(deadline)"),
        remedy: Bilingual(zh: "延期只能往后延，请改正", en: "an extension only makes it later; correct it"))
    }
    return date
  }

  private func newRound(_ row: CSVTable.Row, _ log: inout ProblemLog) -> CivilDate? {
    var unheard = ProblemLog(file: log.file)
    let decided = row["作出时间"].moment(in: zone, &unheard)?.date(in: zone)
    let cell = row["新时限"]
    guard let date = cell.date(near: decided, &log) else { return nil }
    if let decided, date < decided {
      log.refuse(
        at: cell.spot,
        Bilingual(
          zh: "“新时限”\(date)早于重开的日子\(decided)",
          en: "“新时限” \(date) is before the day of the reopening, \(decided)"),
        remedy: Bilingual(
          zh: "请改正；还定不下来的留空，记为“时限待定”", en: "correct it; leave it empty while it is not settled"))
    }
    return date
  }
}
