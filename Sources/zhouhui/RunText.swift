import Foundation
import Intake
import Pipeline
import Rectification

/// What a run did, in plain lines for a journal or a clerk.
func runText(
  _ report: RunReport, campaign: Campaign, _ language: Language, _ isDryRun: Bool
) -> String {
  var lines = [
    Bilingual(
      zh: "\(campaign.settings.title)（\(report.campaign)）\(isDryRun ? "　演练，未写任何东西" : "")",
      en: "\(report.campaign)\(isDryRun ? ", a dry run: nothing was written" : "")"),
    Bilingual(
      zh: "  收到 \(report.collected + report.fetched) 份：" + verdicts(report, .zh),
      en: "  received \(report.collected + report.fetched): " + verdicts(report, .en)),
  ]
  lines += report.failedFetches.map {
    Bilingual(zh: "  抓取失败 \($0.unit)：\($0.reason)", en: "  not fetched, \($0.unit): \($0.reason)")
  }
  lines += report.passedOver.filter { $0.reason.needsAPerson || $0.reason == .changing }.map {
    Bilingual(zh: "  " + $0.message.zh, en: "  " + $0.message.en)
  }
  lines += report.passedOver.compactMap { passed in
    guard case .growing = passed.reason else { return nil }
    return Bilingual(
      zh: "  留待下次 \(passed.path)：\(passed.reason.message.zh)",
      en: "  for the next run, \(passed.path): \(passed.reason.message.en)")
  }
  if let litter = Strangers(litter: report.litter).litterMessage {
    lines.append(Bilingual(zh: "  " + litter.zh, en: "  " + litter.en))
  }
  if let words = takenUp(report, campaign) { lines.append(words) }
  lines += report.held.map {
    Bilingual(
      zh: "  \($0.week) 未出正式期次：\($0.message.zh)", en: "  \($0.week) not issued: \($0.message.en)")
  }
  lines += report.heldChanges.map { change in
    let (message, remedy) = (change.message, change.remedy)
    return Bilingual(
      zh: "  暂不计入：\(message.zh)；\(remedy.zh)",
      en: "  held, not counted: \(message.en); \(remedy.en)")
  }
  if report.released > 0 {
    lines.append(
      Bilingual(
        zh: "  放行 \(report.released) 份：" + counted(report.releasedAs, .zh).joined(separator: "，"),
        en: "  released \(report.released): "
          + counted(report.releasedAs, .en).joined(separator: ", ")))
  }
  lines += report.idleReleases.map {
    Bilingual(
      zh:
        "  \($0.word)决定 \($0.code)（decisions.csv 第 \($0.line) 行）：没有收到过 SHA-256 为 \($0.digestPrefix)… 的报送",
      en:
        "  decision \($0.code), decisions.csv line \($0.line): nothing received has the SHA-256 \($0.digestPrefix)…"
    )
  }
  lines += report.editions.map { edition in
    let isNew = edition.isNew
    return Bilingual(
      zh:
        "  \(edition.week) \(edition.edition.zh)\(isNew ? "" : "（无变化）")：\(edition.folder)/summary.html",
      en: "  \(edition.week) \(edition.edition.en)\(isNew ? "" : " (unchanged)"): "
        + "\(edition.folder)/summary.html")
  }
  lines += repairLines(report).map { Bilingual(zh: "  " + $0.zh, en: "  " + $0.en) }
  if report.notifications.taken > 0 {
    lines.append(
      Bilingual(
        zh: "  发出通知 \(report.notifications.taken) 件",
        en: "  notifications sent: \(report.notifications.taken)"))
  }
  lines += report.notifications.failed.map {
    Bilingual(
      zh: "  通知未送达 \($0.key)：\($0.reason.zh)，稍后重试",
      en: "  not notified, \($0.key): \($0.reason.en); to be tried again")
  }
  return lines.map { $0[language] }.joined(separator: "\n")
}

/// What was taken over from the outbox, made again in it, or found to be others there.
func repairLines(_ report: RunReport) -> [Bilingual] {
  var lines = report.adopted.editions.map {
    Bilingual(zh: "承认已发：\($0.zh)", en: "adopted as issued: \($0.en)")
  }
  if report.adopted.submissions > 0 {
    let count = report.adopted.submissions
    lines.append(
      Bilingual(zh: "按回执和存档补记报送 \(count) 份", en: "entered again by their receipts: \(count)"))
  }
  lines += report.adopted.lost.map {
    Bilingual(
      zh: "报送丢失 outbox/\($0)：存档里没有原件，请让单位再报一次",
      en: "lost, outbox/\($0): the archive has no bytes of it; have the unit send it again")
  }
  if !report.repair.remade.isEmpty {
    let (count, first) = (report.repair.remade.count, report.repair.remade[0])
    lines.append(
      Bilingual(
        zh: "已出期次缺失的文件照原样补出 \(count) 个：outbox/\(first)\(count > 1 ? " 等" : "")",
        en:
          "files of issued editions made again: \(count), outbox/\(first)\(count > 1 ? " and others" : "")"
      ))
  }
  lines += report.repair.lost.map {
    Bilingual(
      zh: "缺失 outbox/\($0)：重新计算得不出原来的字节，没有补出；请从备份取回，或看 zhouhui verify",
      en:
        "missing, outbox/\($0): computing again gives other bytes; fetch it from a backup, or see verify"
    )
  }
  return lines
    + report.repair.altered.map {
      Bilingual(
        zh: "被改过 outbox/\($0)：出版后有人改动，没有覆盖；要恢复原样，移走它再运行",
        en:
          "changed, outbox/\($0): not as it was published, and left; to have it back, move it away and run"
      )
    }
}

/// Which week the first run begins with, where weeks of the campaign lie before it.
private func takenUp(_ report: RunReport, _ campaign: Campaign) -> Bilingual? {
  guard let week = report.takenUp, week > campaign.settings.firstWeek else { return nil }
  return Bilingual(
    zh: "  从 \(week) 起出期次，此前各周不补出；要从别的周起，第一次运行之前在 campaign.yaml 写 first-issue",
    en:
      "  issues begin with \(week); the weeks before it are not issued. To begin with another week, write "
      + "first-issue in campaign.yaml")
}

/// Parts that add up to what was received and what an earlier run had left.
private func verdicts(_ report: RunReport, _ language: Language) -> String {
  var parts = counted(report.judged, language)
  if report.known > 0 {
    parts.append(
      Bilingual(zh: "收过的 \(report.known)", en: "received before \(report.known)")[language])
  }
  let list = parts.joined(separator: language == .zh ? "，" : ", ")
  guard report.leftOver > 0 else {
    return parts.isEmpty ? Bilingual(zh: "没有新报告", en: "nothing new")[language] : list
  }
  return list
    + Bilingual(
      zh: "（其中上次留下的 \(report.leftOver)）", en: " (\(report.leftOver) of them left by an earlier run)"
    )[language]
}

private func counted(_ verdicts: [Verdict: Int], _ language: Language) -> [String] {
  Verdict.allCases.compactMap { verdict in
    guard let count = verdicts[verdict], count > 0 else { return nil }
    return "\(verdict.name[language]) \(count)"
  }
}

/// The same for machines; the keys are stable.
func runJSON(_ report: RunReport) -> String {
  struct Row: Encodable {
    let campaign: String
    let collected: Int
    let fetched: Int
    let known, leftOver: Int
    let verdicts: [String: Int]
    let failedFetches: [String: String]
    let notTaken: [String: String]
    let litter: Int
    let released: Int
    let idleReleases: [String]
    let takenUp: String?
    let editions: [EditionRow]
    let held: [HeldRow]
    let heldChanges: [String]
    let notified: Int
    let failedNotifications: [String: String]
    let adopted, lostSubmissions, remade, lostFiles, alteredFiles: [String]
    let enteredAgain: Int
    let needsAPerson: Bool
  }
  struct HeldRow: Encodable {
    let week, comparedWith: String
    let expected, limit: Int
    let gone: [String]
  }
  struct EditionRow: Encodable {
    let week: String
    let edition: String
    let folder: String
    let isNew: Bool
  }
  let row = Row(
    campaign: report.campaign.text, collected: report.collected, fetched: report.fetched,
    known: report.known, leftOver: report.leftOver,
    verdicts: Dictionary(
      uniqueKeysWithValues: report.verdicts.map { ($0.key.rawValue, $0.value) }),
    failedFetches: Dictionary(
      report.failedFetches.map { ($0.unit.text, $0.reason) },
      uniquingKeysWith: { first, _ in first }),
    notTaken: Dictionary(
      report.passedOver.map { ($0.path, $0.message.en) },
      uniquingKeysWith: { first, _ in first }), litter: report.litter,
    released: report.released, idleReleases: report.idleReleases.map(\.code.text),
    takenUp: report.takenUp?.description,
    editions: report.editions.map {
      EditionRow(
        week: $0.week.description, edition: $0.edition.en, folder: $0.folder, isNew: $0.isNew)
    },
    held: report.held.map {
      HeldRow(
        week: $0.week.description, comparedWith: $0.comparedWith.description,
        expected: $0.expected, limit: $0.limit, gone: $0.gone.sorted().map(\.text))
    }, heldChanges: report.heldChanges.map(\.message.en),
    notified: report.notifications.taken,
    failedNotifications: Dictionary(
      report.notifications.failed.map { ($0.key, $0.reason.en) },
      uniquingKeysWith: { first, _ in first }),
    adopted: report.adopted.editions.map(\.en), lostSubmissions: report.adopted.lost,
    remade: report.repair.remade, lostFiles: report.repair.lost,
    alteredFiles: report.repair.altered, enteredAgain: report.adopted.submissions,
    needsAPerson: report.needsAPerson)
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  // Strings, numbers and flags alone: encoding them cannot fail.
  return (try? encoder.encode(row)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
}
