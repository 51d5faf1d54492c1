/// A document made to cost a reader more than its bytes are worth.
package struct HostileDocument: Sendable, CustomStringConvertible {
  package let name: String
  /// The rules a reader must find broken, and no others; empty for a report that is merely heavy.
  package let rules: Set<String>
  private let filling: Filling

  init(_ name: String, _ rules: Set<String>, _ filling: Filling) {
    self.name = name
    self.rules = rules
    self.filling = filling
  }

  package var description: String { name }

  /// The document, as long as it can be within `size` bytes.
  package func bytes(_ size: Int) -> [UInt8] { filling.bytes(size) }

  package static let all: [HostileDocument] =
    xmlMarkup + xmlFloods + xmlTexts + jsonStructure + jsonFloods + jsonTexts + encodings
}
