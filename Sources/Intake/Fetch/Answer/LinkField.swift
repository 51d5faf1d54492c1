/// The `Link` field of an answer's head (RFC 8288).
enum LinkField {
  /// The target of the link with the relation `next`; nil when there is none.
  static func next(in value: String) -> String? {
    var rest = value[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let target = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      // Parameters end at the next target; a comma alone may stand inside of a quoted one.
      let parameters = rest.prefix { $0 != "<" }
      if isNext(parameters) { return String(target) }
    }
    return nil
  }

  private static func isNext(_ parameters: Substring) -> Bool {
    parameters.split(whereSeparator: { ";,".contains($0) }).contains { parameter in
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased().filter({ $0 != " " }) == "rel" else {
        return false
      }
      let relations = parts[1].filter { $0 != "\"" }.lowercased()
      return relations.split(separator: " ").contains("next")
    }
  }
}
