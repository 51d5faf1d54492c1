/// A higher revision of the unit for this week counts already; this one is kept, and does not.
@Sendable func superseded(_ context: CheckContext) -> [Finding] {
  guard let standing = context.standing, standing.revision > context.report.revision else {
    return []
  }
  let next = standing.revision + 1
  return [
    revisionFinding(
      .superseded, context,
      Bilingual(
        zh:
          "这一份是第 \(context.report.revision) 版，不计入：计入的是第 \(standing.revision) 版，\(context.cite(standing).zh)",
        en:
          "this is revision \(context.report.revision) and does not count; revision \(standing.revision) does, \(context.cite(standing).en)"
      ),
      remedy: Bilingual(
        zh: "要用这一份代替，请把修订号改为 \(next) 再报；否则不必理会",
        en: "to have this one count, send it as revision \(next); else there is nothing to do"))
  ]
}

/// Another content under the number of a report that was accepted before.
@Sendable func sameRevision(_ context: CheckContext) -> [Finding] {
  guard let standing = context.standing, standing.revision == context.report.revision,
    standing.submission.digest != context.submission.digest
  else { return [] }
  return [
    revisionFinding(
      .sameRevision, context,
      Bilingual(
        zh:
          "与\(context.cite(standing).zh)修订号都是 \(standing.revision)，内容不同；计入的是这一份",
        en:
          "\(context.cite(standing).en) has the same revision, \(standing.revision), and another content; this one counts"
      ),
      remedy: Bilingual(
        zh: "下次更正，请用修订号 \(standing.revision + 1)",
        en: "send the next correction as revision \(standing.revision + 1)"))
  ]
}

extension CheckContext {
  /// The report of the unit that counted for this week when this one came.
  fileprivate var standing: JudgedSubmission? {
    filed.filter(\.verdict.isAccepted).max { $1.supersedes($0) }
  }

  fileprivate func cite(_ other: JudgedSubmission) -> Bilingual {
    let (name, when) = (quoted(other.submission.fileName), cite(other.submission, week: other.week))
    return Bilingual(zh: name + when.zh, en: "\(name), \(when.en)")
  }

  private func quoted(_ name: String) -> String { "“\(visible(name))”" }
}

private func revisionFinding(
  _ rule: RuleCode, _ context: CheckContext, _ message: Bilingual, remedy: Bilingual
) -> Finding {
  Finding(rule, at: context.report.places["revision"], message, remedy: remedy)
}
