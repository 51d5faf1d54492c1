/// One file for people: where it goes below its folder, and its bytes.
package struct OutboxFile: Hashable, Sendable {
  /// With `/` between folders: `receipts/JD01/2024-W03-0f343b0931126a20.html`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
