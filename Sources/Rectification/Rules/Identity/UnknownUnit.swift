/// The report names a unit that units.csv does not have.
@Sendable func unknownUnit(_ context: CheckContext) -> [Finding] {
  let named = context.report.unit
  guard context.index.units[named] == nil else { return [] }
  let candidates = nearest(
    to: named.text, among: context.index.campaign.units.map(\.code.text))
  return [
    Finding(
      .unknownUnit, at: context.report.places["unit"],
      Bilingual(
        zh: "单位代码“\(named)”不在单位名录中" + suggestion(candidates).zh,
        en: "unit \(named) is not in units.csv" + suggestion(candidates).en),
      remedy: Bilingual(
        zh: "按单位名录填写本单位代码；收件夹的单位是“\(context.submission.sender)”",
        en:
          "give your unit's code from units.csv; the folder is that of \(context.submission.sender)"
      ))
  ]
}

/// `；相近的有 BM01、BM02`, or nothing where nothing is near.
func suggestion(_ candidates: [String]) -> Bilingual {
  guard !candidates.isEmpty else { return Bilingual(zh: "", en: "") }
  return Bilingual(
    zh: "；相近的有 " + candidates.joined(separator: "、"),
    en: "; near: " + candidates.joined(separator: ", "))
}
