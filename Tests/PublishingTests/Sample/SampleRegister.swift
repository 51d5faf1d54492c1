import Rectification

/// A register the size of the public notice: 4 aspects, 13 problems, 30 items, 108 measures.
///
/// Everything is invented; `scale` multiplies the measures of each item for the large page.
struct SampleRegister {
  static let aspects = [
    "贯彻重大决策部署方面", "全面从严治党方面", "基层组织和干部队伍建设方面", "上轮巡视问题整改方面",
  ]
  static let problems = [
    "学习研讨联系实际不够紧密", "民生实事推进不够均衡", "营商环境优化仍有短板", "城市更新统筹力度不足",
    "主体责任传导逐级递减", "重点领域廉政风险防控不严", "财务管理制度执行不到位", "作风建设抓得不够经常",
    "党支部规范化建设有差距", "干部梯队结构不够合理", "人才服务保障机制不健全", "个别整改事项进展迟缓",
    "长效机制建立不够完善",
  ]
  static let verbs = ["修订", "制定", "开展", "建立", "完善", "梳理", "督促落实", "组织"]
  static let objects = [
    "社区卫生服务站点布局方案", "老旧电梯加装全流程管理办法", "热线工单复核与回访机制", "国有资产出租台账",
    "公务接待专项自查", "党支部规范化建设三年计划", "年轻干部跟踪培养名册", "政府采购内控规程", "招投标廉政风险排查",
    "重点企业走访服务清单", "垃圾转运设施升级工程", "街镇应急演练",
  ]
  static let tails = ["，形成书面报告并报区委办公室备案", "，明确时间表和责任人", "，每月通报一次进展", "", "，并组织一次专题培训"]
  static let leaders = ["区委副书记", "常务副区长", "分管副区长", "区纪委书记", "区委组织部部长"]
  static let unitNames = [
    "区发展改革部门", "区财政部门", "区建设管理部门", "区民政部门", "区卫生健康部门", "区国资监管部门", "区委组织部门",
    "区委办公室", "区纪检监察机关", "区市场监管部门", "示例一街道", "示例二街道", "示例三街道", "示例四镇",
  ]

  let register: Register
  let units: [Unit]

  init(scale: Int = 1) {
    var random = SampleRandom()
    let aspects = Self.aspects.enumerated().map {
      Aspect(code: code("A\($0.offset + 1)"), title: $0.element)
    }
    let problems = Self.problems.enumerated().map { number, title in
      Problem(
        code: code("P\(padded(number + 1, 2))"), aspect: aspects[min(3, number * 4 / 13)].code,
        title: title)
    }
    let items = (0..<30).map { number in
      Item(
        code: code("I\(padded(number + 1, 2))"), problem: problems[number * 13 / 30].code,
        title: Self.problems[number * 13 / 30] + "的第\(number % 3 + 1)类具体表现")
    }
    units = Self.unitNames.enumerated().map { number, name in
      Unit(
        code: code("U\(padded(number + 1, 2))"), name: name, aliases: [], parent: nil,
        creditCode: nil, leader: Self.leaders[number % 5], active: .always)
    }
    let unitCodes = units.map(\.code)
    let count = 108 * scale
    let measures = (0..<count).map { number in
      Self.measure(number, of: count, items: items, units: unitCodes, &random)
    }
    register = Register(aspects: aspects, problems: problems, items: items, measures: measures)
  }

  private static func measure(
    _ number: Int, of count: Int, items: [Item], units: [Code], _ random: inout SampleRandom
  ) -> Measure {
    let lead = random.below(units.count)
    let start = day("2023-09-11") + random.below(40)
    let kind: Deadline.Kind =
      number % 17 == 5
      ? .standing : number % 23 == 3 ? .immediate : .date(start + 45 + random.below(75))
    let text = verbs[random.below(8)] + objects[random.below(12)] + tails[random.below(5)]
    return Measure(
      code: code("M\(padded(number + 1, count > 999 ? 4 : 3))"),
      item: items[number * 30 / count].code,
      text: text, requirement: number % 4 == 0 ? "有方案、有台账、有验收记录" : "",
      leader: leaders[random.below(5)], leadUnit: units[lead],
      supportingUnits: number % 3 == 0 ? [units[(lead + 1 + random.below(4)) % units.count]] : [],
      start: start, deadline: Deadline(kind), line: number + 2)
  }
}

/// The same numbers in every run (Knuth's MMIX generator).
struct SampleRandom {
  private var state: UInt64 = 20_240_119

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
