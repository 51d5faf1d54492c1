/// The report names a unit as its own that units.csv does not have.
///
/// Understood are codes, full names, and aliases on the days on which they hold; nothing is guessed.
@Sendable func unknownUnit(_ context: CheckContext) -> [Finding] {
  let sender = context.submission.sender
  let finding = unknown(
    context.report.unit, context,
    remedy: Bilingual(
      zh: "按单位名录填写本单位的代码、全称或现行别名；收件夹的单位是“\(sender)”",
      en: "give your unit's code, full name or present alias; the folder is that of \(sender)"))
  return finding.map { [$0] } ?? []
}

/// A unit is wanted at the meeting that units.csv does not have.
@Sendable func unknownUnitWanted(_ context: CheckContext) -> [Finding] {
  context.report.coordinationRequests.flatMap(\.unitsWanted).compactMap { name in
    unknown(
      name, context,
      remedy: Bilingual(
        zh: "按单位名录填写代码、全称或现行别名",
        en: "give the code, the full name or a present alias from units.csv"))
  }
}

private func unknown(
  _ name: UnitName, _ context: CheckContext, remedy: Bilingual
) -> Finding? {
  let names = context.index.unitNames
  let shown = Quotation.of(name.text)
  let message: Bilingual
  switch names.unit(named: name, on: context.day) {
  case .unit: return nil
  case .outOfDate(let unit, let valid):
    message = Bilingual(
      zh: "\(shown)只在\(valid.chinese)是\(unit)的名称",
      en: "\(shown) is a name of \(unit) \(valid.english) only")
  case .unknown:
    let near = suggestion(names.candidates(for: name))
    message = Bilingual(
      zh: "单位\(shown)不在单位名录中" + near.zh,
      en: "unit \(shown) is not in units.csv" + near.en)
  }
  return Finding(.unknownUnit, at: name.place, message, remedy: remedy)
}

extension DateInterval {
  fileprivate var chinese: String {
    "\(first.map { "\($0)起" } ?? "")\(last.map { "至 \($0)" } ?? "")"
  }

  fileprivate var english: String {
    [first.map { "from \($0)" }, last.map { "through \($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}

/// `；相近的有 BM01、BM02`, or nothing where nothing is near.
func suggestion(_ candidates: [String]) -> Bilingual {
  guard !candidates.isEmpty else { return Bilingual(zh: "", en: "") }
  return Bilingual(
    zh: "；相近的有 " + candidates.joined(separator: "、"),
    en: "; near: " + candidates.joined(separator: ", "))
}
