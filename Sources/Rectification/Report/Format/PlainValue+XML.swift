extension PlainValue {
  /// This value as a weekly report in XML: a whole document with its declaration.
  package func xml() -> String {
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    writeElement(
      ReportFormat.root, attributes: " xmlns=\"\(ReportFormat.namespace)\"", to: &output, depth: 0)
    return output
  }

  private func writeElement(
    _ name: String, attributes: String = "", to output: inout String, depth: Int
  ) {
    let margin = String(repeating: "  ", count: depth)
    output += "\(margin)<\(name)\(attributes)>"
    let children = children
    switch self {
    case .text(let text): output += text.escapedForXML
    case .number(let digits): output += digits
    case .boolean(let value): output += value ? "true" : "false"
    case .object, .list: if !children.isEmpty { output += "\n" }
    }
    for child in children {
      child.value.writeElement(child.name, to: &output, depth: depth + 1)
    }
    output += children.isEmpty ? "</\(name)>\n" : "\(margin)</\(name)>\n"
  }

  private var children: [Member] {
    switch self {
    case .object(let members): members
    case .list(let item, let items): items.map { Member(item, $0) }
    case .text, .number, .boolean: []
    }
  }
}

extension String {
  /// This text as content of an XML element or attribute.
  package var escapedForXML: String {
    var output = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      // XML 1.0, 2.11: a reader turns a bare CR into LF.
      case "\r": output += "&#13;"
      case "\u{7F}"..."\u{9F}": output += "&#\(scalar.value);"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
