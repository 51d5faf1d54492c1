/// Status and percent contradict each other.
@Sendable func statusPercent(_ context: CheckContext) -> [Finding] {
  context.report.entries.compactMap { entry in
    let allowed: ClosedRange<Int> =
      switch entry.status {
      case .notStarted: 0...0
      case .inProgress: 0...99
      case .completed: 100...100
      }
    guard !allowed.contains(entry.percent) else { return nil }
    let range =
      allowed.count == 1 ? "\(allowed.lowerBound)" : "\(allowed.lowerBound)–\(allowed.upperBound)"
    return entryFinding(
      .statusPercent, entry, field: "percent",
      Bilingual(
        zh: "措施“\(entry.measure)”的状态是\(entry.status.quoted)，完成率却是 \(entry.percent)%",
        en: "\(entry.measure) is \(entry.status.rawValue) and yet at \(entry.percent) %"),
      remedy: Bilingual(
        zh: "\(entry.status.quoted)的完成率应为 \(range)，请改其一",
        en: "\(entry.status.rawValue) goes with \(range) %; correct one of the two"))
  }
}

/// Completed without 佐证材料.
@Sendable func completedWithoutEvidence(_ context: CheckContext) -> [Finding] {
  context.report.entries.compactMap { entry in
    guard entry.status == .completed, entry.evidence.isEmpty, context.leads(entry.measure) else {
      return nil
    }
    return entryFinding(
      .completedWithoutEvidence, entry, field: "status",
      Bilingual(
        zh: "措施“\(entry.measure)”报已完成，但没有佐证材料",
        en: "\(entry.measure) is reported completed without evidence"),
      remedy: Bilingual(
        zh: "在佐证材料（evidence）中列出名称和 SHA-256", en: "list the evidence with its name and SHA-256"))
  }
}

/// A date that cannot be meant: an extension that is none.
@Sendable func badDate(_ context: CheckContext) throws(UncoveredYear) -> [Finding] {
  var found: [Finding] = []
  for entry in context.report.entries {
    guard let request = entry.extensionRequest, let measure = context.index.measures[entry.measure],
      let deadline = try context.index.deadline(of: measure, at: context.submission.receivedAt),
      request.newDeadline <= deadline
    else { continue }
    found.append(
      entryFinding(
        .badDate, entry, field: "extensionRequest",
        Bilingual(
          zh: "措施“\(entry.measure)”申请延期到 \(request.newDeadline)，不晚于现时限 \(deadline)",
          en:
            "\(entry.measure) asks for \(request.newDeadline), not later than its deadline \(deadline)"
        ),
        remedy: Bilingual(zh: "新时限应晚于现时限", en: "ask for a later date than the deadline")))
  }
  return found
}

/// A date that lies so far from the week that its year will be wrong.
@Sendable func farDate(_ context: CheckContext) -> [Finding] {
  let week = context.report.week
  return context.report.entries.flatMap { entry in
    var found: [Finding] = []
    if let expected = entry.delay?.expectedDate {
      if expected < week.monday - 30 {
        found.append(
          farDate(
            entry, "delay", expected,
            Bilingual(zh: "早已过去", en: "is long past in \(week)")))
      } else if expected.isFar(from: week.monday) {
        found.append(
          farDate(
            entry, "delay", expected, Bilingual(zh: "在十年以后", en: "is more than ten years off")))
      }
    }
    if let asked = entry.extensionRequest?.newDeadline, asked.isFar(from: week.monday) {
      found.append(
        farDate(
          entry, "extensionRequest", asked, Bilingual(zh: "在十年以后", en: "is more than ten years off")
        ))
    }
    return found
  }
}

private func farDate(
  _ entry: Entry, _ field: String, _ date: CivilDate, _ how: Bilingual
) -> Finding {
  let name =
    field == "delay"
    ? Bilingual(zh: "预计完成日期", en: "the date expected")
    : Bilingual(zh: "申请延期至", en: "the deadline asked for")
  return entryFinding(
    .farDate, entry, field: field,
    Bilingual(
      zh: "措施“\(entry.measure)”的\(name.zh) \(date) \(how.zh)",
      en: "\(entry.measure): \(name.en), \(date), \(how.en)"),
    remedy: Bilingual(zh: "请核对年份", en: "look at the year"))
}

/// A piece of evidence whose digest is that of a file of no bytes (FIPS 180-4: the SHA-256 of nothing).
@Sendable func emptyEvidence(_ context: CheckContext) -> [Finding] {
  let ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  return context.report.entries.flatMap { entry in
    entry.evidence.filter { $0.sha256 == ofNothing }.map { document in
      entryFinding(
        .emptyEvidence, entry, field: "evidence",
        Bilingual(
          zh: "措施“\(entry.measure)”的佐证材料“\(visible(document.name))”的校验值是空文件（0 字节）的",
          en: "\(entry.measure): the digest of “\(visible(document.name))” is that of an empty file"
        ),
        remedy: Bilingual(
          zh: "请核对文件，重新计算校验值", en: "look at the file, and compute its digest again"))
    }
  }
}
