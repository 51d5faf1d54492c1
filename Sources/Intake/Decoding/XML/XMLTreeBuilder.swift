/// Puts the events of an XML reader together as a tree.
struct XMLTreeBuilder {
  private(set) var root: DocumentNode?
  private var open: [Part] = []

  private struct Part {
    var name: String
    var offset: Int
    var element: DocumentNode.Element

    var node: DocumentNode { DocumentNode(content: .element(element), offset: offset) }
  }

  var depth: Int { open.count }

  mutating func start(_ name: String, attributes: [String], at offset: Int) {
    open.append(
      Part(name: name, offset: offset, element: DocumentNode.Element(attributes: attributes)))
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard !open.isEmpty else { return }
    open[open.count - 1].element.text.append(contentsOf: text)
  }

  mutating func end() {
    guard let part = open.popLast() else { return }
    guard !open.isEmpty else {
      root = part.node
      return
    }
    open[open.count - 1].element.children.append(
      .init(name: part.name, nameOffset: part.offset, value: part.node))
  }
}
