import Foundation
import Pipeline
import Rectification

/// What a campaign's gate holds.
struct HeldOfCampaign {
  let campaign: Campaign
  let held: [HeldSubmission]

  func time(_ moment: Moment) -> String { moment.short(in: campaign.settings.zone) }

  func unitName(_ code: Code) -> String {
    campaign.units.first { $0.code == code }?.name ?? ""
  }
}

extension HeldSubmission {
  /// The same once `decision` stands in decisions.csv.
  func decided(_ decision: Release) -> HeldSubmission {
    HeldSubmission(
      sender: sender, receivedAt: receivedAt, digest: digest, size: size, channel: channel,
      week: week, state: decision.isGranted ? .releasing : .refused, decision: decision)
  }
}

extension HeldSubmission.State {
  var name: Bilingual {
    switch self {
    case .undecided: Bilingual(zh: "待决定", en: "undecided")
    case .refused: Bilingual(zh: "不予放行", en: "refused")
    case .releasing: Bilingual(zh: "放行，待运行", en: "released, to be judged by the next run")
    case .released: Bilingual(zh: "已放行", en: "released")
    }
  }
}

/// One line a submission: no name, no content.
func heldList(_ campaigns: [HeldOfCampaign], language: Language) -> String {
  campaigns.map { one in
    let count = one.held.count
    let head = Bilingual(
      zh: "\(one.campaign.settings.title)（\(one.campaign.settings.code)）：隔离 \(count) 份",
      en: "\(one.campaign.settings.code): \(count) in quarantine")
    let lines = one.held.map { held in
      "  \(held.digest.hex.prefix(12))  \(one.time(held.receivedAt))  \(held.week)  \(held.sender)"
        + "  \(held.size) B  \(held.channel.rawValue)  \(held.state.name[language])"
    }
    return ([head[language]] + lines).joined(separator: "\n")
  }.joined(separator: "\n")
}

/// Everything that may be said of each.
func heldFacts(_ found: HeldOfCampaign, language: Language) -> String {
  found.held.map { held in
    var lines = [
      ("SHA-256", "SHA-256", held.digest.hex),
      ("单位", "unit", "\(held.sender) \(found.unitName(held.sender))"),
      ("收到时间", "received", found.time(held.receivedAt)),
      ("报告周", "week", "\(held.week)"),
      ("大小", "size", "\(held.size) B"),
      ("途径", "channel", held.channel.rawValue),
      ("状态", "state", held.state.name[language]),
    ]
    if let decision = held.decision {
      lines += [
        ("决定", "decision", "\(decision.code) \(decision.word)"),
        ("作出时间", "decided", found.time(decision.decidedAt)),
        ("作出人", "by", decision.decidedBy), ("理由", "reason", decision.reason),
      ]
      if !decision.basis.isEmpty { lines.append(("依据", "basis", decision.basis)) }
    }
    return lines.map { zh, en, value in
      language == .zh ? "\(zh)：\(value)" : "\(en): \(value)"
    }.joined(separator: "\n")
  }.joined(separator: "\n\n")
}

func decisionText(_ decision: Release, _ told: HeldOfCampaign, language: Language) -> String {
  let file = "schedules/\(told.campaign.settings.code)/decisions.csv"
  let next =
    decision.isGranted
    ? Bilingual(zh: "，下一次运行时重新检查", en: "; the next run judges it")
    : Bilingual(zh: "，仍旧隔离", en: "; it stays in quarantine")
  return Bilingual(
    zh: "决定 \(decision.code)（\(decision.word)）已写入 \(file)，涉及 \(told.held.count) 份报送" + next.zh,
    en:
      "decision \(decision.code) (\(decision.word)) is in \(file), on \(told.held.count) submission(s)"
      + next.en)[language]
}

/// The same for machines; the keys are stable.
func heldJSON(_ campaigns: [HeldOfCampaign]) -> String {
  struct Row: Encodable {
    let campaign, sha256, unit, receivedAt, week, channel, state: String
    let size: Int
    let decision: Decided?
  }
  struct Decided: Encodable {
    let code, word, decidedAt, decidedBy, reason, basis: String
  }
  let rows = campaigns.flatMap { one in
    one.held.map { held in
      Row(
        campaign: one.campaign.settings.code.text, sha256: held.digest.hex,
        unit: held.sender.text, receivedAt: held.receivedAt.text(in: one.campaign.settings.zone),
        week: held.week.description, channel: held.channel.rawValue, state: held.state.rawValue,
        size: held.size,
        decision: held.decision.map {
          Decided(
            code: $0.code.text, word: $0.word,
            decidedAt: $0.decidedAt.text(in: one.campaign.settings.zone),
            decidedBy: $0.decidedBy, reason: $0.reason, basis: $0.basis)
        })
    }
  }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  // Strings and numbers alone: encoding them cannot fail.
  return (try? encoder.encode(rows)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
}
