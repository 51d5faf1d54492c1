/// Bytes that must not be shown: whoever prints one by mistake prints nothing of it.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var description: String { "(secret)" }
  package var debugDescription: String { "(secret)" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }

  /// As one line of text; nil when it could not stand on a header line.
  var line: String? {
    let text = String(validating: bytes, as: UTF8.self)
    guard let text, !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      return nil
    }
    return text
  }
}
