import Rectification
import TestSupport
import Testing

@testable import Publishing

/// The changes of the register as people and machines read them.
struct RegisterChangesTests {
  private let sample = SampleWeek()

  /// The sample near its end, with a change of every kind by then; the last measure is merged.
  private func summary(_ marked: (String) -> String = { $0 }) throws -> WeekSummary {
    let sound = try sample.summary()
    let measures = sound.measures
    let (one, other, last) = (measures[0].code, measures[1].code, measures[measures.count - 1])
    let (lead, unit) = (measures[0].state.measure.leadUnit, code("U05"))
    let kinds: [RegisterChange.Kind] = [
      .reworded(one, from: marked("旧的措施文字"), to: measures[0].state.measure.text),
      .moved(one, from: unit, to: lead),
      .supporters(one, from: [], to: measures[0].state.measure.supportingUnits),
      .leader(other, from: marked("区长"), to: measures[1].state.measure.leader), .added(other),
      .split(other, from: one), .withdrawn(last.code), .merged(last.code, into: one),
      .renamed(unit: unit, from: marked("旧名"), to: sound.name(of: unit)),
      .absorbed(unit: code("U12"), into: unit),
    ]
    let changes = kinds.enumerated().map { number, kind in
      RegisterChange(
        code: code("G\(number + 1)"), effective: day("2023-11-20") + number, kind: kind,
        basis: marked("第9次协调会纪要"), reason: number == 1 ? marked("职能调整") : "", line: number + 2)
    }
    return sound.changed(
      changes, withdrawn: [WithdrawnMeasure(state: last.state, change: changes[7])])
  }

  @Test(arguments: [Language.zh, .en])
  func thePageListsThemAndWhatIsWithdrawn(_ language: Language) throws {
    let page = SummaryPage(try summary(), problems: sample.problems, language: language)
    let first = try #require(page.summary.measures.first?.code)
    let html: Html = "\(page.registerChanges)\n\(page.history(of: first))\n"
    try expectGolden(
      html.source,
      named: "register-changes-\(language.rawValue).html")
  }

  @Test func aWeekWithoutChangesSaysNothingOfThem() throws {
    let page = SummaryPage(try sample.summary(), problems: sample.problems, language: .zh)
    #expect(page.registerChanges.source.isEmpty)
  }

  @Test func theJSONHasThemWithTheirRows() throws {
    let summary = try summary()
    let json = Json.list(
      summary.changes.map(registerChange) + summary.withdrawn.map { withdrawn($0) })
    try expectGolden(json.source, named: "register-changes.json")
  }

  @Test func noTextOfTheFileIsMarkup() throws {
    let page = SummaryPage(
      try summary { "<b>\($0)</b>" }, problems: sample.problems, language: .zh)
    let first = try #require(page.summary.measures.first?.code)
    let source = "\(page.registerChanges)\(page.history(of: first))" as Html
    #expect(!source.source.contains("<b>") && source.source.contains("&lt;b&gt;旧名"))
  }
}

extension WeekSummary {
  fileprivate func changed(
    _ changes: [RegisterChange], withdrawn: [WithdrawnMeasure]
  ) -> WeekSummary {
    WeekSummary(
      settings: settings, edition: edition, previousWeek: previousWeek, figures: figures,
      aspects: aspects, units: units, items: items, measures: measures, movements: movements,
      reporting: reporting, alerts: alerts, agenda: agenda, steps: steps, outcomes: outcomes,
      unitNames: unitNames, changes: changes, withdrawn: withdrawn)
  }
}
