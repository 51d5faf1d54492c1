import Glibc

/// Runs `body` with a folder of its own, open to this account alone, and removes it afterwards.
///
/// It lies where `TMPDIR` says, or in /tmp; what cannot be removed is left to whoever empties that.
package func withTemporaryFolder<Value>(
  _ purpose: String, _ body: (String) throws -> Value
) throws -> Value {
  let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
  let parent = place.isEmpty ? "/tmp" : place
  var template = Array("\(parent)/zhouhui-\(purpose)-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw FileFailure("mkdtemp", parent) }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { try? removeTree(path) }
  return try body(path)
}
