/// The figures of the self-check (面上共性问题自查), none where the campaign has no such list.
func selfCheckLines(_ problems: [CommonProblem]) -> [Tally.Line] {
  guard !problems.isEmpty else { return [] }
  func line(
    _ id: Figure.ID, _ zh: String, _ en: String, _ count: Int, _ word: String, _ members: [Code]
  ) -> Tally.Line {
    Tally.Line(
      id: id, name: Bilingual(zh: zh, en: en), value: .count(count, word), members: members)
  }
  func codes(where isChosen: (CommonProblem.Finding) -> Bool) -> [Code] {
    problems.filter { isChosen($0.finding) }.map(\.code)
  }
  var (items, measures, clear) = (Set<Code>(), 0, [Code]())
  for problem in problems {
    switch problem.finding {
    case .notApplicable: break
    case .covered(let codes): items.formUnion(codes)
    case .clear(let preventive):
      measures += preventive.count
      clear.append(problem.code)
    }
  }
  let (none, covered) = (
    codes { if case .notApplicable = $0 { true } else { false } },
    codes { if case .covered = $0 { true } else { false } }
  )
  return [
    line("common.total", "面上共性问题", "common problems", problems.count, "个", problems.map(\.code)),
    line("common.not-applicable", "其中不涉及", "not applicable", none.count, "个", none),
    line("common.covered", "其中已有具体体现", "covered by items", covered.count, "个", covered),
    line(
      "common.covered-items", "体现于整改事项", "items that cover them", items.count, "项", items.sorted()),
    line("common.clear", "其中自查未发现", "checked and clear", clear.count, "个", clear),
    line("common.preventive", "预防措施", "preventive measures", measures, "条", clear),
  ]
}
