import Rectification

/// `review.html`: the month of every unit on one page, which prints on A4 landscape.
package func reviewPage(_ review: MonthlyReview, language: Language = .zh) -> String {
  ReviewPage(words: ReviewWords(review, say: Wording(language: language))).html.source
}

private struct ReviewPage {
  let words: ReviewWords

  private var review: MonthlyReview { words.review }
  private var say: Wording { words.say }

  var html: Html {
    document(
      title: "\(review.settings.title) \(words.month) \(say("月评", "monthly review"))",
      language: say.language, style: reviewStyle,
      body: """
        <header>
        <h1>\(review.settings.title)</h1>
        <p class="issue">\(say("月评", "Monthly review"))　\(words.month) <span class="edition">\(words.standing)</span></p>
        <p class="facts">\(words.span)　\(review.settings.office)</p>
        </header>
        <main>
        \(provision)<p class="lead">\(words.paragraph)</p>
        \(section(say("排名", "Ranking"), rule, columns: rankingHeads, rows: words.marked.map(ranking)))
        \(section(say("敷衍提示", "Perfunctory flags"), flagNote, columns: flagHeads, rows: words.flagged.map(flags)))
        \(section(say("预警", "Alerts"), alertNote, columns: alertHeads, rows: words.alerted.map(alerts)))
        \(section(say("各周报送", "Week by week"), "<p>\(say(MonthlyReview.weekRule))\(say("。", "."))</p>", columns: weekHeads, rows: review.units.map(weeks)))
        </main>
        <footer><p>\(say("按台账计算，不另要单位填报。", "Computed from the ledger; nothing more is asked of the units."))</p></footer>

        """)
  }

  private var provision: Html {
    review.isProvisional ? "<p class=\"preview\">\(words.provision)</p>\n" : .none
  }

  private var rule: Html {
    """
    <p class="rule"><b>\(say("规则：", "The rule: "))</b>\(say(MonthlyReview.rule))</p>
    <p class="soft">\(say(MonthlyReview.ruleNotes))</p>
    \(group(say("得满分", "Full marks"), words.full))
    \(group(say("不排名", "Not ranked"), words.unranked))
    <p>\(say("其余\(words.marked.count)家：", "The other \(words.marked.count):"))</p>
    """
  }

  private func group(_ title: String, _ units: [UnitReview]) -> Html {
    "<p><b>\(title) \(units.count)\(say("家：", ": "))</b>\(words.names(units))</p>"
  }

  private func section(_ title: String, _ note: Html, columns: [String], rows: [Html]) -> Html {
    let table: Html = """
      <div class="scroll" role="region" tabindex="0" aria-label="\(title)"><table><thead><tr>\(columns.map(head))</tr></thead><tbody>
      \(rows)</tbody></table></div>
      """
    return """
      <section><h2>\(title)</h2>
      \(note)
      \(rows.isEmpty ? "<p class=\"nothing\">\(say("没有。", "None."))</p>" : table)</section>
      """
  }

  /// Names and states stand on the left, numbers under the right end of their heads.
  private func head(_ name: String) -> Html {
    let isText = name == say("单位", "Unit") || name.contains("-W")
    return "<th scope=\"col\"\(isText ? .none : " class=\"n\"")>\(name)</th>"
  }

  private var rankingHeads: [String] {
    [
      say("名次", "Rank"), say("单位", "Unit"), say("得分", "Score"), say("应报", "Owed"),
      say("按时", "On time"), say("零报告", "Zero"), say("迟报", "Late"), say("退回", "Rejected"),
      say("隔离", "Set aside"), say("未报", "Missing"), say("抓取失败", "Fetch failed"),
      say("按时率", "Punctual"), say("报全率", "Complete"), say("更正", "Corrected"),
      say("敷衍", "Flagged"), say("仍有预警", "Alerts"),
    ]
  }

  private func ranking(_ unit: UnitReview) -> Html {
    let states: [UnitWeek.State] = [.zero, .late, .rejected, .quarantined, .missing, .fetchFailed]
    let counts: [Html] =
      [number(unit.owed), number(unit.punctual)]
      + states.map { number(unit.count($0), isLate: $0 == .missing) }
    return """
      <tr><td class="n"><b>\(words.rank(unit))</b></td><th scope="row">\(words.name(unit))</th><td class="n"><b>\(words.score(unit))</b></td>\(counts)<td class="n">\(words.percent(unit.punctuality))</td><td class="n">\(words.percent(unit.completeness))</td>\(number(unit.corrections))\(number(unit.flaggedReports))\(number(unit.alerts.standing))</tr>

      """
  }

  private func number(_ count: Int, isLate: Bool = false) -> Html {
    let style: Html = count == 0 ? " none" : isLate ? " late" : .none
    return "<td class=\"n\(style)\">\(count)</td>"
  }

  private var weekHeads: [String] {
    [say("单位", "Unit")]
      + review.weeks.map { week in
        let (first, last) = (week.monday, week.sunday)
        return "\(week) (\(first.month).\(first.day)–\(last.month).\(last.day))"
      }
  }

  private func weeks(_ unit: UnitReview) -> Html {
    let own = firstOfEach(unit.weeks.map { ($0.week, $0) })
    let cells = review.weeks.map { week -> Html in
      guard let week = own[week] else { return "<td class=\"n\">—</td>" }
      let style: Html = week.isOwed ? "\(week.state.rawValue)" : "exempt"
      return "<td class=\"heat \(style)\">\(words.state(week))\(notes(week))</td>"
    }
    return "<tr><th scope=\"row\">\(words.name(unit))</th>\(cells)</tr>\n"
  }

  private func notes(_ week: ReviewedWeek) -> Html {
    let notes = [
      week.corrections > 0 ? say("更正\(week.corrections)", "corrected \(week.corrections)") : nil,
      week.flags.isEmpty ? nil : say("敷衍\(week.flags.count)", "flags \(week.flags.count)"),
    ].compactMap(\.self)
    return notes.isEmpty ? .none : "<small>\(say.list(notes))</small>"
  }

  private var flagNote: Html {
    let rules = RuleCode.perfunctory.map { "\(say($0.entry.title)) (\($0.rawValue))" }
    return
      "<p class=\"soft\">\(say("采用的报告上的提示，按措施条数：", "On the reports that count, one for each measure: "))\(say.list(rules))\(say("。", "."))</p>"
  }

  private var flagHeads: [String] {
    [say("单位", "Unit"), say("有提示的报告", "Reports with one")]
      + RuleCode.perfunctory.map { say($0.entry.title) }
  }

  private func flags(_ unit: UnitReview) -> Html {
    """
    <tr><th scope="row">\(words.name(unit))</th>\(number(unit.flaggedReports))\(RuleCode.perfunctory.map { number(unit.flags($0)) })</tr>

    """
  }

  private var alertNote: Html {
    "<p class=\"soft\">\(say("单位自己的和它牵头措施的；用时从发出之日到确认解除的汇总日，按工作日。", "A unit's own and those of measures it leads; the time runs from the day one was raised to the summary that found it cleared, in working days."))</p>"
  }

  private var alertHeads: [String] {
    [
      say("单位", "Unit"), say("新增", "Raised"), say("解除", "Cleared"),
      say("期末仍有", "Standing"), say("解除平均工作日", "Mean working days to clear"),
    ]
  }

  private func alerts(_ unit: UnitReview) -> Html {
    let tally = unit.alerts
    return """
      <tr><th scope="row">\(words.name(unit))</th>\(number(tally.raised))\(number(tally.cleared))\(number(tally.standing, isLate: true))<td class="n">\(words.days(unit))</td></tr>

      """
  }
}
