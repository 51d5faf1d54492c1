import ArgumentParser
import Foundation
import Ledger
import Pipeline
import Rectification

struct Decide: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "审核决定：销号、退回、延期、重开、回头看 / decide on measures",
    discussion: """
      写入 decisions.csv 的末尾，下一次运行计入；与措施的现状不符的不写。也可以用表格软件直接改这个文件。
        zhouhui decide 销号 M017 M018 --by 整改办主任 --basis 第十次协调会
        zhouhui decide 延期 M020 --until 2024-03-15 --reason 市级规划尚在报批 --by 整改办主任
      """)

  @Argument(help: "决定 / close, return, extend, reopen, second-look") var decision: Word
  @Argument(help: "措施编号 / measures") var measures: [Code]
  @Option(help: "延期或重开的新时限 / the new deadline, of an extension or reopening", transform: date)
  var until: CivilDate?
  @Option(help: "理由，除销号外必须写 / the reason") var reason = ""
  @Option(help: "依据的文件或会议 / the document or meeting it rests on") var basis = ""
  @Option(help: "作出人，写职务 / who decided, by post") var by: String
  @Option(help: "整改专项的代码 / the campaign, when the workspace has several")
  var campaign: Code?
  @OptionGroup var common: CommonOptions
  @OptionGroup var when: MomentOption

  func validate() throws {
    guard !measures.isEmpty else { throw ValidationError("请写措施编号 / which measures?") }
    guard Set(measures).count == measures.count else {
      throw ValidationError("措施写了两次 / a measure is there twice")
    }
    guard decision != .extend || until != nil, decision.maySetDeadline || until == nil else {
      throw ValidationError(
        "--until：延期要写，重开可写，别的决定不写 / an extension needs it, a reopening may have it")
    }
    if decision != .close, reason.allSatisfy(\.isWhitespace) {
      throw ValidationError("--reason：不能空着 / must not be empty")
    }
    if by.allSatisfy(\.isWhitespace) {
      throw ValidationError("--by：不能空着 / must not be empty")
    }
  }

  func run() throws {
    let console = Console(common)
    try console.reporting {
      let (chosen, asOf, lock) = try locked(campaign, common, when)
      defer { withExtendedLifetime(lock) {} }
      let decisions = try decide(
        MeasureDecision(
          action: try decision.action(until: until), measures: measures, reason: reason,
          basis: basis, decidedBy: by), of: chosen.settings.code, in: common.place, asOf: asOf)
      for decision in decisions {
        try console.print(
          "\(decision.code)  \(decision.decidedAt.short(in: chosen.settings.zone))  "
            + "\(decision.action.word)  \(decision.measure)")
      }
    }
  }

  /// The decisions, in Chinese as in the file or in English.
  enum Word: String, CaseIterable, ExpressibleByArgument {
    case close, `return`, extend, reopen
    case secondLook = "second-look"

    init?(argument: String) {
      let chinese = ["销号", "退回", "延期", "重开", "回头看"]
      let word = Self(rawValue: argument)
      guard let found = word ?? chinese.firstIndex(of: argument).map({ Self.allCases[$0] }) else {
        return nil
      }
      self = found
    }

    var maySetDeadline: Bool { self == .extend || self == .reopen }

    func action(until: CivilDate?) throws -> Decision.Action {
      switch self {
      case .close: return .close
      case .return: return .return
      case .reopen: return .reopen(until)
      case .secondLook: return .secondLook
      case .extend:
        guard let until else { throw ValidationError("--until") }
        return .extend(until)
      }
    }
  }
}

/// The campaign that is meant, the moment, and the lock that keeps runs away meanwhile.
func locked(
  _ code: Code?, _ common: CommonOptions, _ when: MomentOption
) throws -> (Campaign, Moment, RunLock) {
  let only = try common.theCampaign(code)
  let asOf = try when.moment(in: only.settings.zone)
  let note = "pid \(getpid()), \(asOf.short(in: only.settings.zone))"
  return (only, asOf, try RunLock.take(common.place.lock, note: note))
}

@Sendable func date(_ text: String) throws -> CivilDate {
  guard let date = CivilDate(text) else {
    throw ValidationError("“\(text)”：请写成 2024-03-15 / write it as 2024-03-15")
  }
  return date
}
