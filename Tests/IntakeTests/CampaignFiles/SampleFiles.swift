import Foundation
import Rectification
import TestSupport
import Testing

@testable import Intake

/// The files of a small sound campaign, one of which a test spoils.
struct SampleFiles {
  var files: [String: [UInt8]]

  static let code = Code("demo")

  init() {
    files = [
      "demo/units.csv": Array(Self.units.utf8), "demo/register.csv": Array(Self.register.utf8),
      "demo/decisions.csv": Array(Self.decisions.utf8),
      "demo/campaign.yaml": Array(Self.settings.utf8),
      "calendars/china.csv": Array(Self.calendar.utf8),
    ]
  }

  /// The sample with one text of one file put in place of another.
  init(_ name: String, replacing old: String, with new: String) {
    self.init()
    let text = String(decoding: files[name] ?? [], as: UTF8.self)
    precondition(text.contains(old), "the sample has no \(old)")
    files[name] = Array(text.replacingOccurrences(of: old, with: new).utf8)
  }

  init(_ name: String, _ text: String) {
    self.init()
    files[name] = Array(text.utf8)
  }

  /// Without the digest of the bytes: what they say is what matters.
  func load(_ code: String = "demo") throws -> Campaign {
    try withTemporaryFolder { workspace in
      for (name, bytes) in files {
        let file = workspace.appendingPathComponent("schedules/\(name)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
      guard let code = Code(code) else { throw CocoaError(.formatting) }
      var campaign = try CampaignFolder.load(code, in: workspace)
      campaign.files = nil
      return campaign
    }
  }

  /// All problems, placed from `schedules/`; none when the campaign loads.
  func problems(_ code: String = "demo") throws -> [CampaignProblem] {
    do {
      _ = try load(code)
      return []
    } catch let error as CampaignFilesError {
      return error.problems
    }
  }

  /// `demo/register.csv:2:5 message → remedy`, in Chinese.
  func told() throws -> [String] {
    try problems().map {
      "\($0.file.dropFirst("schedules/".count)):\($0.line):\($0.column) \($0.message.zh) → \($0.remedy.zh)"
    }
  }

  static let units = """
    单位代码,单位名称,别名,上级单位,统一社会信用代码,分管领导,启用日期,停用日期
    BM01,区发展和改革委员会,区发展改革委；老改革委@~2023-12-31,,,副区长,,
    BM02,区建设和管理委员会,区建管委,BM01,,副区长,,
    JZ01,静安寺街道,老改革委@2024-01-01~,,,街道工委书记,2023-08-30,

    """

  static let register = """
    措施编号,方面编号,方面,问题编号,问题,事项编号,整改事项,整改措施,整改要求,牵头区领导,牵头单位,配合单位,开始日期,完成时限,长期坚持
    C001,F1,决策部署,W01,衔接不够,S01,完善机制,建立制度,,副区长,BM01,区建管委、JZ01,2023-09-06,2024年1月20日,是
    C002,F1,决策部署,W01,衔接不够,S01,完善机制,专项检查,,,BM02,,2023/9/6,立行立改,
    C003,F2,基层治理,W02,有短板,S02,提升服务,每月走访,,,静安寺街道,,2023.9.11,长期坚持,

    """

  static let decisions = """
    决定编号,作出时间,决定,措施编号,新时限,理由,依据,作出人
    D001,2023-10-13 16:30,销号,C002,,,第六次会议,主任
    D002,2023-12-22T10:00:00+08:00,延期,C001,2024-02-20,报批中,,主任

    """

  static let calendar = """
    日期,类型,说明
    2023,覆盖,国办发明电〔2022〕16号
    2023-10-02,休,国庆节
    2023-10-07,班,调休
    2024,覆盖,国办发明电〔2023〕7号
    2024-01-01,休,元旦

    """

  static let settings = """
    campaign: demo
    title: 集中整改
    office: 整改办
    start: 2023-08-30
    end: 2024-03-31
    calendar: china
    cycle:
      report: {weekday: thursday, time: "17:00"}
      summary: {weekday: friday, time: "12:00"}
      meeting: {weekday: 周五, time: "15:00"}
      on-holiday: previous
    thresholds: {due-soon-days: [14, 7, 3]}
    ladder: {remind: 1, urge: 3}
    limits: {connections: 16}
    outcomes:
      - {kind: cases-filed, name: 立案, measure-word: 件}
      - {kind: money-returned, name: 退款, money: 万元}
    steps:
      - {step: S01, title: 方案, start: 2023-08-30, end: 2023-09-06}
      - {step: S02, title: 整改, start: 2023-09-07, end: 2024-02-29}
    sources:
      - source: web
        url: "https://reports.example/{week}/{unit}.xml"
        units: [BM01, BM02]

    """
}

/// One way to spoil the sample, and all that must be said of it.
struct Mistake: CustomTestStringConvertible {
  let old: String
  let new: String
  let told: [String]

  init(_ old: String, _ new: String, _ told: String...) {
    (self.old, self.new, self.told) = (old, new, told)
  }

  var testDescription: String { "\(old) → \(new)" }
}
