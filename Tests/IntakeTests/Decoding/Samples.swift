import Rectification

/// A small report, whole in both syntaxes, for tests that change one thing in it.
enum Sample {
  static func json(
    head: String = "", progress: String = "\"完成核查\"", percent: String = "40",
    entry: String = "", more: String = ""
  ) -> String {
    """
    {
      "format": "zhouhui-weekly-report/1", "campaign": "jingan-2023", "unit": "BM01",
      "week": "2024-W03", "revision": 1, "submittedAt": "2024-01-18T16:20:00+08:00",
      "submittedBy": "联络员", "zeroReport": false,\(head)
      "entries": [{"measure": "M-1", "status": "in-progress", "percent": \(percent),
        "progress": \(progress)\(entry)}]\(more)
    }
    """
  }

  static func xml(
    declaration: String = "", progress: String = "完成核查", entry: String = "", more: String = ""
  ) -> String {
    """
    \(declaration)<weeklyReport xmlns="urn:zhouhui:weekly-report:1">
    <format>zhouhui-weekly-report/1</format><campaign>jingan-2023</campaign><unit>BM01</unit>
    <week>2024-W03</week><revision>1</revision>
    <submittedAt>2024-01-18T16:20:00+08:00</submittedAt>
    <submittedBy>联络员</submittedBy><zeroReport>false</zeroReport>
    <entries><entry><measure>M-1</measure><status>in-progress</status><percent>40</percent>
    <progress>\(progress)</progress>\(entry)</entry></entries>\(more)
    </weeklyReport>
    """
  }

  /// The same as fields, to be written in either syntax.
  static let plain: PlainValue = .object([
    .init("format", .text(ReportFormat.identifier)), .init("campaign", .text("jingan-2023")),
    .init("unit", .text("BM01")), .init("week", .text("2024-W03")),
    .init("revision", .number("1")), .init("submittedAt", .text("2024-01-18T16:20:00+08:00")),
    .init("submittedBy", .text("联络员")), .init("zeroReport", .boolean(false)),
    .init("entries", .list(item: "entry", [entry])),
    .init(
      "coordinationRequests",
      .list(
        item: "coordinationRequest",
        [
          .object([
            .init("subject", .text("管线")), .init("request", .text("请协调")),
            .init("unitsWanted", .list(item: "unit", [.text("BM02")])),
          ])
        ])),
    .init(
      "outcomes",
      .list(
        item: "outcome",
        [
          .object([.init("kind", .text("rules-made")), .init("count", .number("2"))]),
          .object([
            .init("kind", .text("money-returned")), .init("amount", .text("410.36")),
            .init("amountUnit", .text("万元")),
          ]),
        ])),
  ])

  private static let entry: PlainValue = .object([
    .init("measure", .text("M-1")), .init("status", .text("in-progress")),
    .init("percent", .number("40")), .init("progress", .text("完成核查")),
    .init("plan", .text("继续")),
    .init(
      "evidence",
      .list(
        item: "document",
        [
          .object([
            .init("name", .text("通知.pdf")),
            .init("sha256", .text(String(repeating: "a", count: 64))),
            .init("link", .text("https://example.cn/a?b=1")),
          ])
        ])),
    .init(
      "delay",
      .object([.init("reason", .text("公示")), .init("expectedDate", .text("2024-02-05"))])),
    .init(
      "extensionRequest",
      .object([.init("newDeadline", .text("2024-02-08")), .init("reason", .text("征询"))])),
    .init("closeOutRequest", .object([.init("statement", .text("已落实"))])),
  ])
}

extension PlainValue {
  /// This value with the part at `path` changed; `entries/0/percent`, nil removes it.
  func setting(_ path: String, to change: PlainValue?) -> PlainValue {
    setting(path.split(separator: "/").map(String.init)[...], to: change) ?? self
  }

  private func setting(_ path: ArraySlice<String>, to change: PlainValue?) -> PlainValue? {
    guard let step = path.first else { return change }
    let rest = path.dropFirst()
    switch self {
    case .object(let members):
      guard members.contains(where: { $0.name == step }) else {
        return .object(members + (change.map { [.init(step, $0)] } ?? []))
      }
      return .object(
        members.compactMap { member in
          guard member.name == step else { return member }
          return member.value.setting(rest, to: change).map { .init(step, $0) }
        })
    case .list(let item, let items):
      return .list(
        item: item,
        items.enumerated().compactMap { index, value in
          String(index) == step ? value.setting(rest, to: change) : value
        })
    default: return change
    }
  }
}

extension String {
  /// This XML with an attribute in every start tag of one name.
  func adding(_ attribute: String, to element: String) -> String {
    replacing("<\(element)>", with: "<\(element) \(attribute)>")
      .replacing("<\(element) xmlns=", with: "<\(element) \(attribute) xmlns=")
  }
}
