/// A value as both syntaxes can write it, before either is chosen.
package enum PlainValue: Hashable, Sendable {
  case text(String)
  /// The digits as they are to stand in the file.
  case number(String)
  case boolean(Bool)
  case object([Member])
  /// XML names every item; JSON leaves the name out.
  case list(item: String, [PlainValue])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: PlainValue

    package init(_ name: String, _ value: PlainValue) {
      self.name = name
      self.value = value
    }
  }
}
