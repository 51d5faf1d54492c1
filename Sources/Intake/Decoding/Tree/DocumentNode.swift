/// A value read from a file of either syntax, with where it begins.
///
/// XML does not say whether an element is a text, an object or a list: the field it stands for does.
/// So an element keeps all it holds, and the check of the fields decides.
package struct DocumentNode: Sendable {
  package var content: Content
  /// Bytes from the start of the decoded text.
  package var offset: Int

  package enum Content: Sendable {
    case object([Member])
    case array([DocumentNode])
    case string(String)
    /// The digits as they stand in the file, never rounded.
    case number(String)
    case boolean(Bool)
    case null
    case element(Element)
    /// A cell of a form that nobody has filled in: there is a place for the value and no value.
    case absent
  }

  /// A named part, in the order of the file; doubled names are kept, so that they can be reported.
  package struct Member: Sendable {
    package var name: String
    package var nameOffset: Int
    package var value: DocumentNode
  }

  /// What an XML element holds.
  package struct Element: Sendable {
    /// All its character data, without that of its children.
    package var text: [UInt8] = []
    package var children: [Member] = []
    /// The names of its attributes, which the format has no use for.
    package var attributes: [String] = []
  }
}
