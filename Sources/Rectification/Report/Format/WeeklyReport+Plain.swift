extension WeeklyReport {
  /// This report as its fields, in the order of the format; what is empty and optional is left out.
  package var plain: PlainValue {
    var members: [PlainValue.Member] = [
      .init("format", .text(ReportFormat.identifier)),
      .init("campaign", .text(campaign.text)),
      .init("unit", .text(unit.text)),
      .init("week", .text(week.description)),
      .init("revision", .number(String(revision))),
      .init("submittedAt", .text(submittedAt.text(in: .beijing))),
      .init("submittedBy", .text(submittedBy)),
      .init("zeroReport", .boolean(isZeroReport)),
      .init("entries", .list(item: "entry", entries.map(\.plain))),
    ]
    if !coordinationRequests.isEmpty {
      let items = coordinationRequests.map(\.plain)
      members.append(
        .init("coordinationRequests", .list(item: "coordinationRequest", items)))
    }
    if !outcomes.isEmpty {
      members.append(.init("outcomes", .list(item: "outcome", outcomes.map(\.plain))))
    }
    return .object(members)
  }
}

extension Entry {
  fileprivate var plain: PlainValue {
    var members: [PlainValue.Member] = [
      .init("measure", .text(measure.text)),
      .init("status", .text(status.rawValue)),
      .init("percent", .number(String(percent))),
      .init("progress", .text(progress)),
    ]
    if !plan.isEmpty { members.append(.init("plan", .text(plan))) }
    if !evidence.isEmpty {
      members.append(.init("evidence", .list(item: "document", evidence.map(\.plain))))
    }
    if let delay { members.append(.init("delay", delay.plain)) }
    if let extensionRequest { members.append(.init("extensionRequest", extensionRequest.plain)) }
    if let closeOutRequest {
      let statement = PlainValue.Member("statement", .text(closeOutRequest.statement))
      members.append(.init("closeOutRequest", .object([statement])))
    }
    return .object(members)
  }
}

extension Evidence {
  fileprivate var plain: PlainValue {
    .object(
      [.init("name", .text(name)), .init("sha256", .text(sha256))]
        + (link.map { [.init("link", .text($0))] } ?? []))
  }
}

extension Delay {
  fileprivate var plain: PlainValue {
    .object(
      [.init("reason", .text(reason))]
        + (expectedDate.map { [.init("expectedDate", .text($0.description))] } ?? []))
  }
}

extension ExtensionRequest {
  fileprivate var plain: PlainValue {
    .object([
      .init("newDeadline", .text(newDeadline.description)), .init("reason", .text(reason)),
    ])
  }
}

extension CoordinationRequest {
  fileprivate var plain: PlainValue {
    .object([
      .init("subject", .text(subject)), .init("request", .text(request)),
      .init("unitsWanted", .list(item: "unit", unitsWanted.map { .text($0.text) })),
    ])
  }
}

extension Outcome {
  fileprivate var plain: PlainValue {
    let kind = PlainValue.Member("kind", .text(self.kind.text))
    switch value {
    case .count(let count):
      return .object([kind, .init("count", .number(String(count)))])
    case .amount(let amount):
      // 万元 holds every 分 exactly, with six decimals.
      let unit = MoneyUnit.tenThousandYuan
      return .object([
        kind, .init("amount", .text(amount.text(in: unit))),
        .init("amountUnit", .text(unit.rawValue)),
      ])
    }
  }
}
