import Rectification

/// The placeholders that a template may hold, with what they stand for.
struct FieldTable {
  var values: [(name: String, meaning: Bilingual)] = []
  var lists: [(name: String, meaning: Bilingual, fields: FieldTable)] = []

  /// Refuses a name that means nothing where it stands.
  func check(_ sections: [Section]) throws(TemplateFault) {
    try check(sections, outer: [])
  }

  private func check(_ sections: [Section], outer: [FieldTable]) throws(TemplateFault) {
    let scopes = outer + [self]
    for section in sections {
      switch section {
      case .fixed: break
      case .value(let name, _): try Self.checkValue(name, scopes)
      case .element(_, let inner): try check(inner, outer: outer)
      case .none(let name, let inner):
        _ = try Self.list(name, mark: "^", scopes)
        try check(inner, outer: outer)
      case .each(let name, let inner):
        try Self.list(name, mark: "#", scopes).check(inner, outer: scopes)
      }
    }
  }

  private static func checkValue(_ name: String, _ scopes: [FieldTable]) throws(TemplateFault) {
    guard !scopes.contains(where: { $0.values.contains { $0.name == name } }) else { return }
    if scopes.contains(where: { $0.lists.contains { $0.name == name } }) {
      throw .wrongKind("{{\(name)}}", isList: true)
    }
    throw unknown("{{\(name)}}", name, scopes.flatMap { $0.values.map(\.name) }, mark: "")
  }

  private static func list(
    _ name: String, mark: String, _ scopes: [FieldTable]
  ) throws(TemplateFault) -> FieldTable {
    for scope in scopes.reversed() {
      if let list = scope.lists.first(where: { $0.name == name }) { return list.fields }
    }
    if scopes.contains(where: { $0.values.contains { $0.name == name } }) {
      throw .wrongKind("{{\(mark)\(name)}}", isList: false)
    }
    throw unknown(
      "{{\(mark)\(name)}}", name, scopes.flatMap { $0.lists.map(\.name) }, mark: mark)
  }

  private static func unknown(
    _ written: String, _ name: String, _ known: [String], mark: String
  ) -> TemplateFault {
    .unknown(written, near: nearest(to: name, among: known).map { "{{\(mark)\($0)}}" })
  }
}

/// What the placeholders of one document, or of one row of a list, stand for.
struct DocumentValues: Hashable, Sendable {
  var values: [String: String] = [:]
  var lists: [String: [DocumentValues]] = [:]
}
