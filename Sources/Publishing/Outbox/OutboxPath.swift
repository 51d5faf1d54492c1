import Glibc
import Rectification

/// A path below the outbox, of components that can neither leave it nor hide.
struct OutboxPath: Hashable, Sendable {
  let components: [String]

  /// - Throws: `OutboxError.unsafePath` for an empty component, a leading dot, or a character that
  ///   some file system or shell takes for something else.
  init(_ path: String) throws(OutboxError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !parts.isEmpty, parts.allSatisfy(Self.isSafe) else { throw .unsafePath(path) }
    components = parts
  }

  var text: String { components.joined(separator: "/") }
  var folders: [String] { components.dropLast() }

  private static func isSafe(_ component: String) -> Bool {
    !component.isEmpty && component.utf8.count <= 200 && !component.hasPrefix(".")
      && !component.hasPrefix("-") && visible(component) == component
      && !component.contains { "/\\:*?\"<>|".contains($0) }
  }
}

/// Refuses a link at any component of `path` below `root`: it could lead anywhere.
func refuseLinks(_ root: String, _ components: [String]) throws(OutboxError) {
  var path = root
  for component in components {
    path += "/" + component
    var facts = stat()
    if lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK { throw .link(path) }
  }
}
