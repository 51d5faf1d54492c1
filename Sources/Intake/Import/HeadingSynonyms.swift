import Rectification

/// The words by which ledgers call the columns of register.csv.
enum HeadingSynonyms {
  /// By the heading of register.csv; the first is the heading itself.
  static let all: [(heading: String, names: [String])] = [
    ("措施编号", ["措施编号", "措施序号", "整改措施编号", "措施编码", "措施代码", "任务编号"]),
    ("方面编号", ["方面编号", "方面序号", "类别编号"]),
    ("方面", ["方面", "所属方面", "问题方面", "问题类别", "问题类型", "问题分类", "方面问题", "类别"]),
    ("问题编号", ["问题编号", "问题序号", "反馈问题编号"]),
    (
      "问题",
      ["问题", "反馈问题", "巡视反馈问题", "巡察反馈问题", "具体问题", "问题表述", "问题描述", "存在问题", "反馈意见", "主要问题", "问题清单"]
    ),
    ("事项编号", ["事项编号", "整改事项编号", "事项序号"]),
    ("整改事项", ["整改事项", "事项", "整改任务", "具体表现", "整改内容", "任务清单"]),
    ("整改措施", ["整改措施", "措施", "具体措施", "整改具体措施", "整改举措", "工作措施", "措施内容"]),
    ("整改要求", ["整改要求", "整改目标", "目标要求", "工作要求", "工作目标", "整改标准", "预期目标"]),
    (
      "牵头区领导",
      ["牵头区领导", "牵头领导", "分管领导", "责任领导", "包案领导", "区领导", "分管区领导", "领衔领导", "牵头市领导", "牵头县领导"]
    ),
    ("牵头单位", ["牵头单位", "牵头部门", "主办单位", "主责单位", "牵头责任单位", "主要责任单位", "承办单位", "主责部门"]),
    ("配合单位", ["配合单位", "配合部门", "协办单位", "协同单位", "参与单位", "配合责任单位", "协助单位", "协办部门"]),
    ("开始日期", ["开始日期", "开始时间", "启动时间", "起始时间", "起始日期", "启动日期"]),
    (
      "完成时限",
      [
        "完成时限", "整改时限", "完成时间", "计划完成时间", "时限", "整改期限", "完成期限", "时限要求", "整改完成时间", "办结时限",
        "计划完成时限", "整改完成时限",
      ]
    ),
    ("长期坚持", ["长期坚持", "是否长期坚持", "是否长期"]),
  ]

  /// 责任单位 is the lead in one ledger and the supporting unit in the next.
  static let responsible = ["责任单位", "责任部门", "整改单位", "整改责任单位"]

  /// The heading of register.csv that a text means; nil where there is none.
  static func heading(_ text: String) -> String? { byName[bare(text)] }

  static func isResponsible(_ text: String) -> Bool { responsible.contains(bare(text)) }

  private static let byName = Dictionary(
    all.flatMap { entry in entry.names.map { ($0, entry.heading) } },
    uniquingKeysWith: { first, _ in first })

  /// As it is seen, without blanks and without what stands in brackets: `整改时限\n（年月日）` is 整改时限, and so is
  /// a heading with a byte order mark or a radical in it.
  static func bare(_ text: String) -> String {
    var depth = 0
    var output = String.UnicodeScalarView()
    for scalar in LookAlikes.seen(text).unicodeScalars {
      switch scalar {
      case "(", "（", "[", "【": depth += 1
      case ")", "）", "]", "】": depth = max(0, depth - 1)
      default:
        if depth == 0, !scalar.properties.isWhitespace, !"*＊:：、".unicodeScalars.contains(scalar) {
          output.append(scalar)
        }
      }
    }
    return String(output)
  }
}
