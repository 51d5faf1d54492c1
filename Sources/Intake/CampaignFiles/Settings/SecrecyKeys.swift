import Rectification
import Yams

/// `secrecy-words`: what else marks a text as not for this system.
enum SecrecyKeys {
  private static let key = "secrecy-words"

  static func words(_ root: YAMLSection, _ log: inout ProblemLog) -> [String] {
    (root.list(key, &log) ?? []).compactMap { path, node in
      guard let text = YAMLSection.scalar(node, name: path, &log), let word = text.required(&log)
      else { return nil }
      guard word.unicodeScalars.count >= 2 else {
        text.refuse(
          "太短，会误伤", "is too short and would hit what is none",
          Bilingual(zh: "请写两个字以上", en: "write two characters or more"), &log)
        return nil
      }
      return word
    }
  }

  /// The marks of a campaign whose settings have not been read yet; the standard ones at least.
  static func marks(_ bytes: [UInt8], file: String) -> SecrecyMarks {
    var unheard = ProblemLog(file: file)
    guard let root = YAMLDocument.root(bytes, &unheard) else { return .standard }
    return marks(root)
  }

  /// Whether no value but the list of words itself bears one of them.
  static func allows(_ root: Node, _ log: inout ProblemLog) -> Bool {
    let marks = marks(root)
    guard let spot = firstMark(in: root, marks) else { return true }
    SecrecyGate.refuse(at: spot, &log)
    return false
  }

  private static func marks(_ root: Node) -> SecrecyMarks {
    let list = root.mapping?[Node(key)]?.sequence ?? []
    return SecrecyMarks(words: list.compactMap(\.scalar?.string).filter { $0.count >= 2 })
  }

  private static func firstMark(in node: Node, _ marks: SecrecyMarks) -> Spot? {
    switch node {
    case .scalar(let scalar): return marks.mark(scalar.string) ? Spot(node) : nil
    case .sequence(let sequence):
      return sequence.lazy.compactMap { firstMark(in: $0, marks) }.first
    case .mapping(let mapping):
      return mapping.lazy.filter { $0.key.scalar?.string != key }
        .compactMap { firstMark(in: $0.key, marks) ?? firstMark(in: $0.value, marks) }.first
    default: return nil
    }
  }
}
