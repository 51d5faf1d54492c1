import Rectification
import Testing

struct SettingsFileTests {
  @Test func readsSettingsAndFillsDefaults() throws {
    let settings = try SampleFiles().load().settings
    #expect(settings.firstWeek == Week("2023-W35"))
    #expect(settings.zone == .beijing)
    #expect(settings.cycle.meeting.weekday == .friday)
    #expect(settings.ladder == Ladder())
    #expect(settings.thresholds == Thresholds())
    #expect(settings.limits == Limits())
    #expect(settings.outcomeKinds.map(\.measure) == [.count("件"), .money(.tenThousandYuan)])
    #expect(settings.steps.map(\.code.text) == ["S01", "S02"])
    #expect(settings.sources.first?.units.map(\.text) == ["BM01", "BM02"])
  }

  @Test func readsAllForEveryUnitAndTextsAsWritten() throws {
    var sample = SampleFiles("demo/campaign.yaml", replacing: "[BM01, BM02]", with: "all")
    #expect(try sample.load().settings.sources.first?.units.count == 3)
    sample = SampleFiles("demo/campaign.yaml", replacing: "title: 集中整改", with: "title: 1.0")
    #expect(try sample.load().settings.title == "1.0")
    sample = SampleFiles("demo/campaign.yaml", replacing: "step: S01", with: "step: 0101")
    #expect(try sample.load().settings.steps.first?.code.text == "0101")
  }

  @Test func readsTheGuards() throws {
    #expect(try SampleFiles().load().settings.guards == Guards())
    var sample = SampleFiles(
      "demo/campaign.yaml", replacing: "calendar: china",
      with: "guards: {units-gone: 50, files-per-hour: 10}\ncalendar: china")
    let guards = try sample.load().settings.guards
    #expect(guards.unitsGone == 50 && guards.filesPerHour == 10)
    for wrong in ["{units-gone: 0}", "{units-gone: 101}", "{files-per-hour: 0}", "{gone: 1}"] {
      sample = SampleFiles(
        "demo/campaign.yaml", replacing: "calendar: china",
        with: "guards: \(wrong)\ncalendar: china")
      #expect(try sample.told().count == 1, "\(wrong)")
    }
  }

  @Test func readsHowGraveRulesAreHereAndWhatMayNotEnter() throws {
    let sample = SampleFiles(
      "demo/campaign.yaml", replacing: "calendar: china",
      with: """
        rules: {stale-text: error, no-movement: off, missing-entry: warning}
        secrecy-words: [工作秘密, "内部 文件"]
        calendar: china
        """)
    let settings = try sample.load().settings
    #expect(settings.rules[.staleText] == .error && settings.rules[.noMovement] == nil)
    #expect(settings.rules[.missingEntry] == .warning && settings.rules[.late] == .warning)
    #expect(settings.secrecyMarks.mark("工作 秘密") && settings.secrecyMarks.mark("内部文件"))
  }

  @Test(arguments: [
    Mistake(
      "calendar: china", "rules: {schema: off}\ncalendar: china",
      "6:17 “rules.schema”“off”不可调整：这条规则保护台账或涉及保密 → 请删去这个键；可调整的见 docs/rules.md"),
    Mistake(
      "calendar: china", "rules: {late: fatal}\ncalendar: china",
      "6:15 “rules.late”“fatal”不是程度 → 请写：off、note、warning、error"),
    Mistake(
      "calendar: china", "rules: {stal-text: off}\ncalendar: china",
      "6:9 没有“rules.stal-text”这个键 → 是否应为“stale-text”“same-text”？"),
    Mistake(
      "calendar: china", "secrecy-words: [密]\ncalendar: china",
      "6:17 “secrecy-words[1]”“密”太短，会误伤 → 请写两个字以上"),
    Mistake(
      "calendar: china", "secrecy-words: [内部资料]\ncalendar: china",
      "6:17 此处带有密级标志或内部标识，整个文件不读 → 本系统不得处理国家秘密和内部资料：请按保密规定移走。通用标志已内置，不必列入 secrecy-words"),
    Mistake(
      "title: 集中整改", "titel: 集中整改", "1:1 缺少“title” → 请补上“title: …”",
      "2:1 没有“titel”这个键 → 是否应为“title”？"),
    Mistake("title: 集中整改", "title: ~", "2:8 “title”没有填写 → 请填写；合并过的单元格要先取消合并，每一行都填满"),
    Mistake(
      "title: 集中整改", "title: [集中, 整改]", "2:8 “title”应是一个值 → 请按 docs/formats/campaign-files.md 的样例书写"
    ),
    Mistake(
      "campaign: demo", "campaign: other", "1:11 “campaign”“other”与文件夹的名称不同 → 请写成 demo，或给文件夹改名"),
    Mistake(
      "start: 2023-08-30\nend", "start: 2023-08-32\nend",
      "4:8 “start”“2023-08-32”这一天不存在 → 请写确切日期，例如 2023-08-31"),
    Mistake(
      "end: 2024-03-31", "end: 2023-03-31", "5:6 “end”“2023-03-31”早于 start 2023-08-30 → 请改正其中一个"),
    Mistake(
      "end: 2024-03-31", "end: 2025-03-31",
      "4:8 专项跨到2025年，schedules/calendars/china.csv没有覆盖这一年 → 请按国务院办公厅通知在 schedules/calendars/china.csv 补上2025年的“休”“班”日期和“覆盖”行，或改正日期"
    ),
    Mistake(
      "calendar: china", "first-week: 2023-W54\ncalendar: china",
      "6:13 “first-week”“2023-W54”这一周不存在 → 2023年只有52周"),
    Mistake(
      "calendar: china", "first-week: 2024-W20\ncalendar: china",
      "6:13 “first-week”“2024-W20”不在 start 到 end 之间 → 请写 2023-W35 或其后的一周"),
    Mistake(
      "calendar: china", "time-zone: Beijing\ncalendar: china",
      "6:12 “time-zone”“Beijing”不是时区 → 请写 Asia/Shanghai 或 +08:00"),
    Mistake(
      "weekday: thursday", "weekday: thurday",
      "8:21 “cycle.report.weekday”“thurday”不是星期几 → 是否应为“thursday”？"),
    Mistake("\"17:00\"", "5pm", "8:37 “cycle.report.time”“5pm”不是时刻 → 请写成 \"17:00\"，小时两位"),
    Mistake(
      "weekday: thursday", "weekday: saturday",
      "9:12 “cycle.summary”早于“cycle.report” → 顺序应是报告、汇总、协调；要放在下一周就加 next-week: true"),
    Mistake(
      "\"15:00\"", "\"15:00\", next-week: yes",
      "10:52 “cycle.meeting.next-week”“yes”不是 true 或 false → 请写 true 或 false"),
    Mistake(
      "on-holiday: previous", "on-holiday: prev",
      "11:15 “cycle.on-holiday”“prev”不在可选之列 → 请写：previous、next"),
    Mistake(
      "[14, 7, 3]", "[14, 7, 7]",
      "12:37 “thresholds.due-soon-days[3]”“7”不小于前一个（7） → 请从大到小写，如 [14, 7, 3]"),
    Mistake(
      "[14, 7, 3]", "[14, 7.0, 3]", "12:34 “thresholds.due-soon-days[2]”“7.0”不是1到365的整数 → 请改正"),
    Mistake("urge: 3", "urge: 1", "13:27 “ladder.urge”是1，不大于“remind”的1 → 四级要逐级增大；没写的按 1、3、8、15"),
    Mistake("connections: 16", "connections: 0", "14:23 “limits.connections”“0”不是1到256的整数 → 请改正"),
    Mistake(
      "kind: money-returned", "kind: cases-filed", "17:12 “outcomes[2].kind”“cases-filed”重复 → 请另取代码"
    ),
    Mistake("money: 万元", "money: 亿元", "17:45 “outcomes[2].money”“亿元”不在可选之列 → 请写：元、万元"),
    Mistake(
      "measure-word: 件", "measure-word: 件, money: 元",
      "16:5 “outcomes[1]”要写 measure-word 或 money，只写一个 → 计数写 measure-word: 件，金额写 money: 万元"),
    Mistake("step: S02", "step: S01", "20:12 “steps[2].step”“S01”重复 → 请另编代码"),
    Mistake(
      "start: 2023-09-07", "start: 2023-08-07",
      "20:35 “steps[2].start”“2023-08-07”早于前一步的 2023-08-30 → 请按开始日期的先后排列"),
    Mistake(
      "end: 2024-02-29}", "end: 2024-02-29, done: 2023-08-07}",
      "20:70 “steps[2].done”“2023-08-07”早于 start 2023-09-07 → 请改正其中一个"),
    Mistake(
      "[BM01, BM02]", "[BM01, BM2, BM01]",
      "24:19 “sources[1].units[2]”“BM2”不在单位名录里 → 是否应为“BM02”？",
      "24:24 “sources[1].units[3]”“BM01”列了两次 → 请删去一个"),
    Mistake(
      "[BM01, BM02]", "BM01", "24:12 “sources[1].units”“BM01”不是 all，也不是列表 → 请写 all 或 [BM01, BM02]"),
    Mistake(
      "https://reports", "ftp://reports",
      "23:10 “sources[1].url”“ftp://reports.example/{week}/{unit}.xml”不是 http 或 https 地址 → 请写成 https://主机/路径/{week}/{unit}.xml"
    ),
    Mistake(
      "{week}/{unit}", "{week}/all",
      "23:10 “sources[1].url”“https://reports.example/{week}/all.xml”没有 {unit}，却有2个单位 → 请在各单位不同之处写 {unit}"
    ),
    Mistake(
      "{week}", "{year}",
      "23:10 “sources[1].url”“https://reports.example/{year}/{unit}.xm…”里有不认识的 {…} → 只能用 {unit} 和 {week}"
    ),
    Mistake(
      "https://reports", "https://me:secret@reports",
      "23:10 “sources[1].url”的地址里带有用户名或密码 → 请从地址里删去，改用 systemd 凭据（LoadCredential=）或环境变量，并更换已写出的密码"),
  ])
  func placesAMistake(_ mistake: Mistake) throws {
    let sample = SampleFiles("demo/campaign.yaml", replacing: mistake.old, with: mistake.new)
    let found = try sample.told()
    #expect(found == mistake.told.map { "demo/campaign.yaml:\($0)" })
  }
}
