import Rectification

/// 月评 for machines; docs/formats/outputs.md describes it.
package func reviewJSON(_ review: MonthlyReview) -> String {
  let json: Json = [
    "format": "zhouhui-review", "version": .int(1), "campaign": Json(review.settings.code),
    "month": .text(review.month.description), "provisional": .bool(review.isProvisional),
    "weeks": .list(review.weeks.map { Json($0) }),
    "openWeeks": .list(review.openWeeks.map { Json($0) }),
    "rule": Json(MonthlyReview.rule), "ruleNotes": Json(MonthlyReview.ruleNotes),
    "units": .list(
      review.units.map { unit in
        [
          "unit": Json(unit.unit), "name": .text(review.name(of: unit.unit)),
          "rank": Json(unit.rank), "score": Json(unit.score?.description),
          "owed": .int(unit.owed), "scored": .int(unit.scored),
          "punctuality": Json(unit.punctuality), "completeness": Json(unit.completeness),
          "corrections": .int(unit.corrections), "rejected": .int(unit.rejected),
          "flags": flags(unit), "alerts": alerts(unit.alerts),
          "weeks": .list(unit.weeks.map(week)),
        ]
      }),
  ]
  return json.source
}

private func flags(_ unit: UnitReview) -> Json {
  .object(
    Dictionary(
      RuleCode.perfunctory.map { ($0.rawValue, Json.int(unit.flags($0))) },
      uniquingKeysWith: { first, _ in first }))
}

private func alerts(_ tally: UnitReview.AlertTally) -> Json {
  [
    "raised": .int(tally.raised), "cleared": .int(tally.cleared),
    "standing": .int(tally.standing), "workdaysToClear": .int(tally.workdaysToClear),
    "meanWorkdays": Json(tally.meanWorkdays?.description),
  ]
}

private func week(_ week: ReviewedWeek) -> Json {
  [
    "week": Json(week.week), "state": .text(week.state.rawValue), "owed": .bool(week.isOwed),
    "points": Json(week.isScored ? week.points : nil), "corrections": .int(week.corrections),
    "rejected": .int(week.rejected), "flags": .list(week.flags.map { .text($0.rawValue) }),
  ]
}
