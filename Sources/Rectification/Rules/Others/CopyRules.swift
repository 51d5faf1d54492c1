/// 敷衍应付: a piece of evidence was given for another measure before, by any unit.
@Sendable func sameEvidence(_ context: CheckContext) -> [Finding] {
  var inReport: [String: Entry] = [:]
  var found: [Finding] = []
  for entry in context.report.entries {
    for evidence in entry.evidence {
      let holder = inReport[evidence.sha256]
      inReport[evidence.sha256] = holder ?? entry
      if let holder, holder.measure != entry.measure {
        found.append(reused(evidence, for: entry, before: here(holder)))
      } else if let use = context.others.evidence[evidence.sha256]?.first(where: {
        $0.measure != entry.measure
      }) {
        found.append(reused(evidence, for: entry, before: elsewhere(use, context)))
      }
    }
  }
  return found
}

/// 敷衍应付: a progress text is what another unit has sent, blanks aside.
@Sendable func sameText(_ context: CheckContext) -> [Finding] {
  context.report.entries.compactMap { entry in
    let text = ComparableText(entry.progress)
    guard text.length >= context.settings.thresholds.sameTextLength,
      let use = context.others.texts[text]
    else { return nil }
    let before = elsewhere(use, context)
    return entryFinding(
      .sameText, entry, field: "progress",
      Bilingual(
        zh: "措施“\(entry.measure)”的进展与\(before.zh)一字不差",
        en: "the progress of \(entry.measure) is, word for word, that of \(before.en)"),
      remedy: Bilingual(
        zh: "写本单位自己做了什么；确是联合工作的，写明本单位的部分",
        en: "say what your own unit has done, or its part in what was done together"))
  }
}

private func reused(_ evidence: Evidence, for entry: Entry, before: Bilingual) -> Finding {
  entryFinding(
    .sameEvidence, entry, field: "evidence",
    Bilingual(
      zh: "措施“\(entry.measure)”的佐证材料\(Quotation.of(evidence.name))已用于\(before.zh)",
      en:
        "the evidence \(Quotation.of(evidence.name)) of \(entry.measure) was given for \(before.en)"
    ),
    remedy: Bilingual(
      zh: "附上能证明这一条措施的材料；一份材料确实证明几条的，在进展中说明",
      en: "give evidence of this measure; if one document proves several, say so in the progress"))
}

private func here(_ entry: Entry) -> Bilingual {
  Bilingual(
    zh: "本报告第 \(entry.place.line) 行的措施“\(entry.measure)”",
    en: "\(entry.measure) on line \(entry.place.line) of this report")
}

private func elsewhere(_ use: EarlierUse, _ context: CheckContext) -> Bilingual {
  let sender = use.submission.sender
  let report = context.cite(use.submission, week: use.week)
  let name = context.index.units[sender]?.name ?? sender.text
  return Bilingual(
    zh: "措施“\(use.measure)”，见\(name)（\(sender)）\(report.zh)",
    en: "\(use.measure) by \(name) (\(sender)), \(report.en)")
}
