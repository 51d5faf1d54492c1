import Foundation
import Rectification
import Testing

@testable import Intake

struct CSVFormTests {
  @Test func readsGB18030AsUTF8() throws {
    var sample = SampleFiles()
    let plain = try sample.load()
    for name in sample.files.keys {
      let text = String(decoding: sample.files[name] ?? [], as: UTF8.self)
      // 0x80000632 is Foundation's number for GB18030-2000.
      let data = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
      sample.files[name] = Array(data)
    }
    #expect(try sample.load() == plain)
  }

  @Test func readsWhatWPSWrites() throws {
    var sample = SampleFiles()
    let plain = try sample.load()
    for name in sample.files.keys {
      var text = String(decoding: sample.files[name] ?? [], as: UTF8.self)
      let commas = name.hasSuffix("csv") ? ",,," : ""
      text =
        text.replacing("\n", with: "\(commas)\r\n") + (name.hasSuffix("csv") ? ",,,,,\r\n" : "")
      sample.files[name] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    }
    #expect(try sample.load() == plain)
  }

  @Test func readsColumnsInAnyOrderAndFieldsOverLines() throws {
    let sample = SampleFiles(
      "demo/units.csv",
      "\n单位名称,单位代码\n\"区建管委 \",BM02\n区发展改革委,BM01\n\"静安寺\"\"街道\"\"\n（东）\",JZ01\n,\n静安寺街道,JZ02\n")
    let units = try sample.load().units
    #expect(units.map(\.name) == ["区建管委", "区发展改革委", "静安寺\"街道\"\n（东）", "静安寺街道"])
  }

  @Test(arguments: [
    ("", "1:1 文件是空的 → 第一行写标题，至少要有：单位代码,单位名称"),
    ("\u{FEFF}\n\n", "1:1 文件是空的 → 第一行写标题，至少要有：单位代码,单位名称"),
    ("单位代码\t单位名称\n", "1:1 各列不是用半角逗号隔开的 → 请另存为“CSV（逗号分隔）”"),
    ("单位代码,单位名称,别 名\n", "1:11 没有“别 名”这个标题 → 是否应为“别名”？"),
    ("单位代码,单位名称,备注\n", "1:11 没有“备注”这个标题 → 请删去这一列；可用的标题：别名、上级单位、统一社会信用代码、分管领导、启用日期、停用日期、公钥"),
    ("单位代码,单位名称,别名,别名\n", "1:14 标题“别名”重复 → 请只保留一列"),
    ("单位代码,单位名称\nBM01\n", "2:1 这一行只有1列，标题有2列 → 请补足逗号，空格也要占一列"),
    ("单位代码,单位名称\nBM01,甲,乙\n", "2:8 “乙”所在的列没有标题 → 请检查是否多了逗号，含逗号的文字要加引号"),
    ("单位代码,单位名称\nBM01,\"甲\"乙\n", "2:9 结束的引号后面还有文字 → 文字里的引号要写两个（\"\"）"),
    ("单位代码,单位名称\nBM01,\"甲\n\nBM02,乙\n", "2:6 引号没有结束 → 请补上结束的引号；文字里的引号要写两个（\"\"）"),
    ("单位代码,单位名称\nBM01,甲\u{0}乙\u{7}\n", "2:7 此处有看不见的控制字符 → 请删去它，重新输入这一格"),
    ("单位代码,单位名称\nBM01,甲\u{85}\n", "2:7 此处有看不见的控制字符 → 请删去它，重新输入这一格"),
  ])
  func placesAMistakeOfForm(_ text: String, _ told: String) throws {
    let all = try SampleFiles("demo/units.csv", text).told().filter {
      $0.hasPrefix("demo/units.csv")
    }
    #expect(all.contains("demo/units.csv:\(told)"))
    #expect(all.filter { !$0.contains("没有单位") }.count == 1)
  }

  @Test func tellsEveryMissingHeading() throws {
    let told = try SampleFiles("demo/decisions.csv", "决定编号,作出时间,决定\n").told()
    #expect(
      told == [
        "demo/decisions.csv:1:1 缺少标题“作出人” → 请在第一行补上这一列",
        "demo/decisions.csv:1:1 缺少标题“措施编号” → 请在第一行补上这一列",
      ])
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04], "这是XLSX 工作簿（或 ZIP），不是文本"),
      ([0xD0, 0xCF, 0x11, 0xE0], "这是XLS/ET 工作簿，不是文本"),
      ([0xFF, 0xFE, 0x55, 0x53], "这是UTF-16（“Unicode 文本”），不是文本"),
    ] as [([UInt8], String)])
  func refusesOtherFormats(_ bytes: [UInt8], _ message: String) throws {
    var sample = SampleFiles()
    sample.files["demo/units.csv"] = bytes
    #expect(try sample.problems().map(\.message.zh) == [message])
  }

  @Test func placesADamagedByte() throws {
    var sample = SampleFiles()
    sample.files["demo/units.csv"] = Array("单位代码,单位名称\nBM01,甲乙".utf8.dropLast())
    #expect(try sample.problems().map(\.line) == [2])
    #expect(try sample.problems().map(\.column) == [7])
    sample.files["demo/units.csv"] = [0xB5, 0xA5, 0x0A, 0x41, 0xB5, 0xFF]
    #expect(try sample.problems().map { "\($0.line):\($0.column)" } == ["2:2"])
  }

  @Test func refusesAFieldTooLargeForAnySpreadsheet() throws {
    let name = String(repeating: "甲", count: 2_000_000)
    let sample = SampleFiles("demo/units.csv", "单位代码,单位名称\nBM01,\(name)\n")
    let told = try sample.problems().filter { $0.file.hasSuffix("units.csv") && $0.line == 2 }
    #expect(told.map(\.column) == [6, 6])
    #expect(told.map(\.message.zh).contains("这一格超过32767个字符"))
  }

  @Test func refusesAFileOverTheLimit() throws {
    var sample = SampleFiles()
    sample.files["demo/units.csv"] = [UInt8](repeating: 0x0A, count: (64 << 20) + 1)
    #expect(try sample.problems().map(\.message.zh) == ["文件超过65536 KiB"])
  }
}
