/// The way from the root to a value, written as the syntax writes it.
struct Path {
  let syntax: Syntax
  let text: String

  /// JSON Pointer (RFC 6901) names nothing for the root, an element path its element.
  static func root(_ syntax: Syntax, named name: String) -> Path {
    Path(syntax: syntax, text: syntax == .xml ? "/" + name : "")
  }

  /// To a named part; names too long to be of use are left out.
  func member(_ name: String) -> Path {
    guard name.utf8.count <= 80 else { return self }
    // Replacing is dear, and hardly any name has what it is for.
    guard syntax != .xml, name.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else {
      return Path(syntax: syntax, text: "\(text)/\(name)")
    }
    let escaped = name.replacing("~", with: "~0").replacing("/", with: "~1")
    return Path(syntax: syntax, text: "\(text)/\(escaped)")
  }

  /// The part of a pointer that leads to an entry, `/entries/3` or `/weeklyReport/entries/entry[4]`.
  static func entry(of pointer: String) -> String {
    let names = pointer.split(separator: "/", omittingEmptySubsequences: false)
    let count = names.dropFirst().first == "entries" ? 3 : 4
    return names.prefix(count).joined(separator: "/")
  }

  /// To an item of a list, counted from 0 in JSON and from 1 in XML as their own tools do.
  func item(_ index: Int, named name: String) -> Path {
    Path(
      syntax: syntax, text: syntax == .xml ? "\(text)/\(name)[\(index + 1)]" : "\(text)/\(index)")
  }
}
