import Rectification
import Yams

/// One mapping of campaign.yaml, whose keys are all known.
struct YAMLSection {
  /// `cycle.report`; empty at the root.
  let path: String
  let spot: Spot
  private let values: [String: Node]

  /// Nil, and a problem, when the node is no mapping; unknown keys are problems too.
  init?(_ node: Node, path: String, keys: [String], _ log: inout ProblemLog) {
    guard case .mapping(let mapping) = node else {
      Self.refuseKind(node, path, needs: Bilingual(zh: "“键: 值”", en: "“key: value” pairs"), &log)
      return nil
    }
    self.path = path
    spot = Spot(node)
    var values: [String: Node] = [:]
    let known = Set(keys)
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key, known.contains(scalar.string) else {
        Self.refuseUnknown(key, path: path, keys: keys, &log)
        continue
      }
      values[scalar.string] = value
    }
    self.values = values
  }

  func name(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// Where the value of a key stands.
  func spot(of key: String) -> Spot? { values[key].map(Spot.init) }

  /// Nil, and a problem, when the key is missing.
  func required(_ key: String, _ log: inout ProblemLog) -> Node? {
    if let node = values[key] { return node }
    log.refuse(
      at: spot,
      Bilingual(zh: "缺少“\(name(of: key))”", en: "“\(name(of: key))” is missing"),
      remedy: Bilingual(zh: "请补上“\(key): …”", en: "add “\(key): …”"))
    return nil
  }

  /// The text of a key that must be there; empty texts are problems.
  func text(_ key: String, _ log: inout ProblemLog) -> WrittenText? {
    guard let node = required(key, &log),
      let text = Self.scalar(node, name: name(of: key), &log),
      text.required(&log) != nil
    else { return nil }
    return text
  }

  /// The text of a key that may be left out, but not left empty.
  func optionalText(_ key: String, _ log: inout ProblemLog) -> WrittenText? {
    has(key) ? text(key, &log) : nil
  }

  func section(_ key: String, keys: [String], _ log: inout ProblemLog) -> YAMLSection? {
    required(key, &log).flatMap { YAMLSection($0, path: name(of: key), keys: keys, &log) }
  }

  /// The elements of a list, each with its path; nil when the key is left out.
  func list(_ key: String, _ log: inout ProblemLog) -> [(path: String, node: Node)]? {
    guard let node = values[key] else { return nil }
    guard case .sequence(let sequence) = node else {
      Self.refuseKind(
        node, name(of: key), needs: Bilingual(zh: "列表", en: "a list"), &log)
      return nil
    }
    return sequence.enumerated().map { ("\(name(of: key))[\($0.offset + 1)]", $0.element) }
  }

  func isScalar(_ key: String) -> Bool {
    if case .scalar? = values[key] { return true }
    return false
  }

  /// A scalar as the text that was written: `1.0`, `yes` and `0101` are texts like any other.
  static func scalar(_ node: Node, name: String, _ log: inout ProblemLog) -> WrittenText? {
    guard case .scalar(let scalar) = node else {
      refuseKind(node, name, needs: Bilingual(zh: "一个值", en: "a single value"), &log)
      return nil
    }
    let isNull =
      scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
    let text = WrittenText(
      name: name, text: isNull ? "" : scalar.string.trimmed, spot: Spot(node))
    guard !text.text.unicodeScalars.contains(where: ControlCharacters.contains) else {
      log.refuse(
        at: text.spot,
        Bilingual(zh: "“\(name)”里有控制字符", en: "“\(name)” holds a control character"),
        remedy: Bilingual(zh: "请删去它", en: "remove it"))
      return nil
    }
    return text
  }

  private static func refuseUnknown(
    _ key: Node, path: String, keys: [String], _ log: inout ProblemLog
  ) {
    let written = key.scalar?.string ?? ""
    let place = path.isEmpty ? "" : "\(path)."
    log.refuse(
      at: Spot(key),
      Bilingual(
        zh: "没有“\(place)\(WrittenText.quoted(written))”这个键",
        en: "there is no key “\(place)\(WrittenText.quoted(written))”"),
      remedy: log.didYouMean(
        written, among: keys,
        otherwise: Bilingual(
          zh: "请删去；可用的键：\(keys.joined(separator: "、"))",
          en: "remove it; the keys are: \(keys.joined(separator: ", "))")))
  }

  private static func refuseKind(
    _ node: Node, _ name: String, needs: Bilingual, _ log: inout ProblemLog
  ) {
    let subject = name.isEmpty ? "campaign.yaml" : name
    log.refuse(
      at: Spot(node),
      Bilingual(zh: "“\(subject)”应是\(needs.zh)", en: "“\(subject)” must be \(needs.en)"),
      remedy: Bilingual(
        zh: "请按 docs/formats/campaign-files.md 的样例书写",
        en: "write it as docs/formats/campaign-files.md shows"))
  }
}

extension Spot {
  init(_ node: Node) {
    self.init(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
