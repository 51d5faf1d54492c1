import ArgumentParser
import Foundation
import GuardedConnections
import Pipeline
import Rectification

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "体检：专项文件、权限、时钟、磁盘、定时器、来源、通知 / look the workspace and the machine over",
    discussion: """
      只看不改；请用平时运行的账户执行（sudo -u zhouhui zhouhui doctor）。每一处问题都说明怎么改。没有问题以 0 退出，有以 2 退出。
      / Changes nothing; run it as the account that runs zhouhui. Exits 0 when all is well, else 2.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption

  func run() throws {
    let console = Console(common)
    let found = try console.reporting {
      examine(
        common.place, now: try when.moment(in: .beijing),
        credentials: CredentialStore(environment: ProcessInfo.processInfo.environment))
    }
    try console.print(
      common.json ? doctorJSON(found) : doctorText(found, language: common.language))
    if found.contains(where: { $0.trouble != nil }) { throw ExitStatus.needsAPerson.code }
  }
}

/// A line for each check, and under it what is wrong.
private func doctorText(_ found: [Diagnosis], language: Language) -> String {
  Diagnosis.Check.allCases.compactMap { check -> String? in
    let ours = found.filter { $0.check == check }
    guard !ours.isEmpty else { return nil }
    let ill = ours.filter { $0.trouble != nil }
    let state =
      ill.isEmpty
      ? Bilingual(zh: "正常", en: "well")
      : Bilingual(zh: "\(ill.count) 处有问题", en: "\(ill.count) to mend")
    let lines = ill.compactMap { one in
      one.trouble.map { trouble in
        "  \(one.subject): \(trouble.message[language])\n    → \(trouble.remedy[language])"
      }
    }
    return (["\(check.name[language])：\(state[language])"] + lines).joined(separator: "\n")
  }.joined(separator: "\n")
}

/// The same for machines; the keys are stable.
private func doctorJSON(_ found: [Diagnosis]) -> String {
  struct Row: Encodable {
    let check, subject: String
    let isWell: Bool
    let zh, en, remedyZh, remedyEn: String?
  }
  let rows = found.map { one in
    Row(
      check: one.check.rawValue, subject: one.subject, isWell: one.trouble == nil,
      zh: one.trouble?.message.zh, en: one.trouble?.message.en,
      remedyZh: one.trouble?.remedy.zh, remedyEn: one.trouble?.remedy.en)
  }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  // Strings and flags alone: encoding them cannot fail.
  return (try? encoder.encode(rows)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
}
