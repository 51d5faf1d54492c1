import Foundation

/// A workspace with a small campaign, `trial`, of three units and four measures, on disk.
///
/// JD01 leads M1 (due 2024-01-10, supported by JD02) and M2 (长期坚持), JD02 leads M3, BM01 leads M4.
package struct TrialWorkspace {
  package let folder: URL

  package init(in folder: URL, sources: String = "") throws {
    self.folder = folder
    try write(Self.settings + sources, to: "schedules/trial/campaign.yaml")
    try write(Self.units, to: "schedules/trial/units.csv")
    try write(Self.register, to: "schedules/trial/register.csv")
    try write("决定编号,作出时间,决定,措施编号,新时限,理由,依据,作出人\n", to: "schedules/trial/decisions.csv")
    try write(Self.calendar, to: "schedules/calendars/china.csv")
    for unit in ["JD01", "JD02", "BM01"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("inbox/trial/\(unit)"), withIntermediateDirectories: true)
    }
  }

  package var path: String { folder.path }

  /// The same workspace, which lies in another folder by now.
  package func moved(to folder: URL) -> TrialWorkspace { TrialWorkspace(at: folder) }

  private init(at folder: URL) {
    self.folder = folder
  }

  package func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  package func write(_ data: Data, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  package func drop(_ data: Data, from unit: String, as name: String) throws {
    try write(data, to: "inbox/trial/\(unit)/\(name)")
  }

  /// The text of a file; of a document of Word or Excel, that of all its parts.
  package func text(_ name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    guard [".docx", ".xlsx"].contains(where: name.hasSuffix) else {
      return try String(contentsOf: file, encoding: .utf8)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = ["-p", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return String(decoding: read, as: UTF8.self)
  }

  /// The names of all files below a folder, sorted.
  package func files(below name: String) -> [String] {
    let root = folder.appendingPathComponent(name).path
    return (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? [])
      .filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(root)/\($0)", isDirectory: &isFolder)
          && !isFolder.boolValue
      }.sorted()
  }

  /// A sound report of JD01 for 2024-W02, in JSON.
  package static func report(
    unit: String = "JD01", week: String = "2024-W02", revision: Int = 1, percent: Int = 50,
    status: String = "in-progress", measures: [String] = ["M1", "M2"], progress: String = "召开专题会"
  ) -> Data {
    let entries = measures.map {
      """
          {"measure": "\($0)", "status": "\(status)", "percent": \(percent), "progress": "\(progress)"}
      """
    }
    return Data(
      """
      {
        "format": "zhouhui-weekly-report/1",
        "campaign": "trial", "unit": "\(unit)", "week": "\(week)", "revision": \(revision),
        "submittedAt": "2024-01-10T10:00:00+08:00", "submittedBy": "联络员", "zeroReport": false,
        "entries": [
      \(entries.joined(separator: ",\n"))
        ]
      }

      """.utf8)
  }

  private static let settings = """
    campaign: trial
    title: 示例整改专项
    office: 示例协调办公室
    start: 2023-12-01
    end: 2024-03-31
    first-week: 2024-W01
    first-issue: 2024-W01
    calendar: china
    cycle:
      report: {weekday: thursday, time: "17:00"}
      summary: {weekday: friday, time: "12:00"}
      meeting: {weekday: friday, time: "15:00"}
      on-holiday: previous
    outcomes:
      - {kind: cases-filed, name: 党纪政务立案, measure-word: 件}
      - {kind: money-returned, name: 退出违规钱款, money: 万元}
    steps:
      - {step: S01, title: 动员部署, start: 2023-12-01, end: 2023-12-31}

    """

  private static let units = """
    单位代码,单位名称,别名,上级单位,统一社会信用代码,分管领导,启用日期,停用日期
    JD01,示例街道一,,,,分管副区长,,
    JD02,示例街道二,,,,分管副区长,,
    BM01,区建设部门（示例）,,,,分管副区长（建设）,,

    """

  private static let register = """
    措施编号,方面编号,方面,问题编号,问题,事项编号,整改事项,整改措施,整改要求,牵头区领导,牵头单位,配合单位,开始日期,完成时限,长期坚持
    M1,A1,方面一,P1,问题一,I1,事项一,修订管理制度,,区长,JD01,JD02,2023-12-01,2024-01-10,
    M2,A1,方面一,P1,问题一,I1,事项一,每月巡查,,区长,JD01,,2023-12-01,长期坚持,
    M3,A1,方面一,P1,问题一,I2,事项二,排查存量,,区长,JD02,,2023-12-01,2024-02-29,
    M4,A1,方面一,P1,问题一,I2,事项二,建立台账,,区长,BM01,,2023-12-01,2024-01-20,

    """

  private static let calendar = """
    日期,类型,说明
    2023,覆盖,国务院办公厅关于2023年部分节假日安排的通知
    2024,覆盖,国务院办公厅关于2024年部分节假日安排的通知
    2023-01-01,休,元旦
    2024-01-01,休,元旦

    """
}
