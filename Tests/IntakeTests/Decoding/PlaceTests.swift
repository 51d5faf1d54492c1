import Rectification
import Testing

@testable import Intake

struct PlaceTests {
  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <weeklyReport xmlns="urn:zhouhui:weekly-report:1">
      <format>zhouhui-weekly-report/1</format> <campaign>静安</campaign>
      <week>2023-W53</week><revision>1</revision>
      <submittedAt>2024-01-18T16:20:00+08:00</submittedAt>
      <submittedBy>联络员</submittedBy><zeroReport>否</zeroReport>
      <entries>
        <entry><measure>M-1</measure><status>已完成</status>
          <percent>120</percent><progres>好</progres>
          <progress>好</progress></entry>
      </entries>
      <outcomes><outcome><kind>a</kind><count>-1</count></outcome></outcomes>
    </weeklyReport>
    """
  private static let json = """
    {"format": "zhouhui-weekly-report/1", "campaign": "静安",
     "week": "2023-W53", "revision": 1,
     "submittedAt": "2024-01-18T16:20:00+08:00",
     "submittedBy": "联络员", "zeroReport": "否",
     "entries": [
       {"measure": "M-1", "status": "已完成",
        "percent": 120, "progres": "好",
        "progress": "好"}],
     "outcomes": [{"kind": "a", "count": -1}]}
    """

  private func shown(_ text: String) -> [String] {
    decode(text).findings.map {
      "\($0.place.line):\($0.place.column) \($0.place.pointer) \($0.rule.rawValue)"
    }
  }

  @Test func listsAllMistakesOfXMLAtOnceWithTheirPlaces() {
    #expect(
      shown(Self.xml) == [
        "2:1 /weeklyReport schema",
        "3:44 /weeklyReport/campaign schema",
        "4:3 /weeklyReport/week wrong-week",
        "6:33 /weeklyReport/zeroReport schema",
        "8:34 /weeklyReport/entries/entry[1]/status schema",
        "9:7 /weeklyReport/entries/entry[1]/percent schema",
        "9:29 /weeklyReport/entries/entry[1]/progres schema",
      ])
  }

  @Test func listsAllMistakesOfJSONAtOnceWithTheirPlaces() {
    #expect(
      shown(Self.json) == [
        "1:1  schema",
        "1:51 /campaign schema",
        "2:10 /week wrong-week",
        "4:38 /zeroReport schema",
        "6:33 /entries/0/status schema",
        "7:16 /entries/0/percent schema",
        "7:21 /entries/0/progres schema",
      ])
  }

  @Test func quotesTheValueAndSaysHowToMendIt() throws {
    let findings = decode(Self.json).findings
    let status = try #require(findings.first { $0.place.pointer == "/entries/0/status" })
    #expect(status.message.zh == "status（状态）填写不合要求：“已完成”")
    #expect(status.remedy == Bilingual(zh: "请写作 completed", en: "write completed"))
    let unknown = try #require(findings.first { $0.place.pointer == "/entries/0/progres" })
    #expect(unknown.remedy.zh == "是否应为 progress（本周进展）？请改名或删除")
  }

  @Test func cutsLongQuotationsAndShowsWhatCannotBeSeen() throws {
    let name = "\\u202e" + String(repeating: "长", count: 100)
    let finding = try #require(decode(Sample.json(head: "\"\(name)\": 1,")).findings.first)
    let shown = "“⟨U+202E⟩" + String(repeating: "长", count: 79) + "…”"
    #expect(finding.message.zh == "没有名为\(shown)的项目")
  }

  @Test func keepsThePlacesOfAcceptedReports() throws {
    let json = try #require(decode(Sample.json()).report)
    #expect(json.places["unit"] == Place(line: 2, column: 75, pointer: "/unit"))
    let entry = try #require(json.entries.first)
    #expect(entry.place == Place(line: 5, column: 15, pointer: "/entries/0"))
    #expect(entry.places["percent"]?.pointer == "/entries/0/percent")
    let xml = try #require(decode(Sample.plain.xml()).report)
    #expect(xml.outcomes.last?.place.pointer == "/weeklyReport/outcomes/outcome[2]")
    #expect(
      xml.coordinationRequests.first?.place.pointer
        == "/weeklyReport/coordinationRequests/coordinationRequest[1]")
    #expect(
      xml.entries.first?.places["delay.expectedDate"]?.pointer
        == "/weeklyReport/entries/entry[1]/delay/expectedDate")
  }

  @Test(arguments: [("a\r\nb\rc\nd", 7, 4, 1), ("中\t𠮷x", 8, 1, 4), ("", 0, 1, 1), ("a", 9, 1, 2)])
  func countsLinesAndCharacters(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let place = SourceMap(Array(text.utf8)).place(at: offset)
    #expect(place == Place(line: line, column: column, pointer: ""))
  }

  @Test(arguments: ["\n", "\r", "\r\n"], [65_534, 65_535, 65_536, 70_000, 140_000])
  func countsLinesBeyondWhatTheLibraryCounts(_ end: String, _ count: Int) throws {
    let blank = String(repeating: end, count: count)
    let size = Limits().reportBytes
    for (line, text) in [
      (7, Sample.xml(entry: blank + "  <x/>")), (6, Sample.json(entry: blank + "  ,\"x\":1")),
    ]
    where text.utf8.count <= size {
      let finding = try #require(decode(text).findings.first)
      #expect(finding.rule == .schema)
      #expect(finding.place.line == line + count)
      #expect(finding.place.column == (line == 7 ? 3 : 4))
    }
    for (line, text) in [
      (7, Sample.xml(entry: blank + "<plan>&</plan>")), (6, Sample.json(entry: blank + "x")),
    ]
    where text.utf8.count <= size {
      let finding = try #require(decode(text).findings.first)
      #expect(finding.rule == .unreadable)
      #expect(finding.place.line == line + count)
    }
  }
}
