import Intake
import Pipeline
import Rectification

/// What a run did, as entries of the journal: first the run, then each thing somebody may ask for.
func journalEntries(of report: RunReport, _ campaign: Campaign, _ language: Language)
  -> [JournalEntry]
{
  let name = ("CAMPAIGN", report.campaign.text)
  let run = JournalEntry(
    event: .run, priority: report.needsAPerson ? .warning : .information,
    message: summary(report, campaign)[language],
    fields: [
      name, ("COLLECTED", String(report.collected)), ("FETCHED", String(report.fetched)),
      ("RELEASED", String(report.released)),
      ("NEEDS_A_PERSON", report.needsAPerson ? "1" : "0"),
    ]
      + Verdict.allCases.map { verdict in
        (
          verdict.rawValue.uppercased().replacing("-", with: "_"),
          String(report.verdicts[verdict, default: 0])
        )
      })
  return [run] + report.failedFetches.map { entry($0, name, language) }
    + report.passedOver.filter(\.reason.needsAPerson).map { passed in
      JournalEntry(
        event: .notTaken, priority: .warning,
        message: passed.message[language],
        fields: [name, ("PATH", passed.path)])
    }
    + report.idleReleases.map { release in
      JournalEntry(
        event: .decisionIdle, priority: .warning,
        message: Bilingual(
          zh: "\(release.word)决定 \(release.code) 所指的报送没有收到过",
          en: "decision \(release.code) is on a submission that was never received")[language],
        fields: [name, ("DECISION", release.code.text)])
    } + report.heldChanges.map { entry($0, name, language) }
    + report.editions.filter(\.isNew).map { entry($0, name, language) }
    + report.notifications.failed.map { entry($0, name, language) }
    + repairLines(report).map { line in
      JournalEntry(
        event: .outbox, priority: report.repair.needsAPerson ? .warning : .information,
        message: line[language], fields: [name])
    }
}

/// A run that ended with an error.
func journalEntry(of failure: Failure, _ language: Language) -> JournalEntry {
  JournalEntry(
    event: .failure, priority: .error, message: failure.message[language],
    fields: [("EXIT", String(failure.status.rawValue))])
}

private func summary(_ report: RunReport, _ campaign: Campaign) -> Bilingual {
  let received = report.collected + report.fetched
  let (rejected, held) = (
    report.verdicts[.rejected, default: 0], report.verdicts[.quarantined, default: 0]
  )
  let new = report.editions.count(where: \.isNew)
  return Bilingual(
    zh:
      "\(campaign.settings.title)（\(report.campaign)）：收到 \(received) 份，退回 \(rejected)，隔离 \(held)，抓取失败 \(report.failedFetches.count)，新出 \(new) 期",
    en:
      "\(report.campaign): received \(received), rejected \(rejected), quarantined \(held), not fetched \(report.failedFetches.count), \(new) new editions"
  )
}

/// Whose and which cell alone: the texts of the register are not for the journal.
private func entry(
  _ change: UnexplainedChange, _ campaign: (String, String), _ language: Language
) -> JournalEntry {
  let (subject, field) = (change.subject, change.field.name)
  return JournalEntry(
    event: .registerChanged, priority: .warning,
    message: Bilingual(
      zh: "\(subject) 的\(field.zh)有改动，changes.csv 没有记",
      en: "\(field.en) of \(subject) has changed, which changes.csv does not say")[language],
    fields: [campaign, ("SUBJECT", subject.text), ("FIELD", change.field.rawValue)])
}

private func entry(
  _ failed: FailedFetch, _ campaign: (String, String), _ language: Language
) -> JournalEntry {
  JournalEntry(
    event: .fetchFailed, priority: .warning,
    message: Bilingual(
      zh: "抓取失败 \(failed.unit)：\(failed.reason)",
      en: "not fetched, \(failed.unit): \(failed.reason)")[
        language],
    fields: [campaign, ("UNIT", failed.unit.text), ("WEEK", failed.week.description)])
}

private func entry(
  _ failed: FailedNotification, _ campaign: (String, String), _ language: Language
) -> JournalEntry {
  JournalEntry(
    event: .notNotified, priority: .warning,
    message: Bilingual(
      zh: "通知未送达 \(failed.key)：\(failed.reason.zh)",
      en: "not notified, \(failed.key): \(failed.reason.en)")[language],
    fields: [campaign, ("CHANNEL", failed.channel.text), ("NOTIFICATION", failed.key)])
}

private func entry(
  _ edition: RunReport.Published, _ campaign: (String, String), _ language: Language
) -> JournalEntry {
  JournalEntry(
    event: .edition, priority: .information,
    message: Bilingual(
      zh: "\(edition.week) \(edition.edition.zh)：\(edition.folder)/summary.html",
      en: "\(edition.week) \(edition.edition.en): \(edition.folder)/summary.html")[language],
    fields: [
      campaign, ("WEEK", edition.week.description), ("EDITION", edition.edition.en),
      ("FOLDER", edition.folder),
    ])
}
