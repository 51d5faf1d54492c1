import Rectification

/// A node seen as what its field says it should be.
extension FieldWalk {
  mutating func members(
    of node: DocumentNode, _ field: Field, _ path: Path
  ) -> [DocumentNode.Member]? {
    switch node.content {
    case .object(let members): return members
    case .element(let element):
      return isHolder(element, node, field, path) ? element.children : nil
    default:
      refuseKind(node, field, path)
      return nil
    }
  }

  mutating func items(
    of node: DocumentNode, _ field: Field, _ item: Field, _ path: Path
  ) -> [DocumentNode]? {
    switch node.content {
    case .array(let items): return items
    case .element(let element):
      guard isHolder(element, node, field, path) else { return nil }
      for child in element.children where !child.name.utf8.elementsEqual(item.name.utf8) {
        refuseUnknown(child, among: [item], path.member(child.name))
      }
      return element.children.filter { $0.name.utf8.elementsEqual(item.name.utf8) }.map(\.value)
    default:
      refuseKind(node, field, path)
      return nil
    }
  }

  mutating func text(of node: DocumentNode, _ field: Field, _ path: Path) -> String? {
    switch (node.content, field.type) {
    case (.element(let element), _) where element.children.isEmpty:
      let text = String(decoding: element.text, as: UTF8.self)
      switch field.type {
      // XSD allows blanks around its integers and booleans, as JSON does around its values.
      case .integer, .boolean: return text.withoutOuterBlanks
      default: return text
      }
    case (.number(let digits), .integer): return digits.asWholeNumber
    // A JSON number has no full-width digits, so a text may hold them; blanks are as in XML then.
    case (.string(let text), .integer): return text.withoutOuterBlanks
    case (.boolean(let value), .boolean): return value ? "true" : "false"
    case (.string, .boolean): break
    case (.string(let text), _): return text
    default: break
    }
    refuseKind(node, field, path)
    return nil
  }

  /// Whether an element may hold others; text beside them is a finding of its own.
  private mutating func isHolder(
    _ element: DocumentNode.Element, _ node: DocumentNode, _ field: Field, _ path: Path
  ) -> Bool {
    guard element.text.contains(where: { !$0.isXMLBlank }) else { return true }
    guard !element.children.isEmpty else {
      refuseKind(node, field, path)
      return false
    }
    refuseStrayText(element.text, in: field, at: node, path)
    return true
  }
}

extension String {
  /// `60.0` and `6e1` as the 60 that they are to JSON (ECMA-404) and to JSON Schema; all else as it stands.
  fileprivate var asWholeNumber: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }),
      let number = Double(self), number == number.rounded(), abs(number) < 1e15
    else { return self }
    return String(Int(number))
  }

  fileprivate var withoutOuterBlanks: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !$0.isXMLBlank }),
      let last = bytes.lastIndex(where: { !$0.isXMLBlank })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}

extension UInt8 {
  /// White space as XML 1.0 defines it (production 3).
  var isXMLBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
