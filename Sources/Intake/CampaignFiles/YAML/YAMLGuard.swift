import Rectification

/// Looks through YAML text before the parser does, for what campaign.yaml may not hold.
///
/// Anchors and aliases can make ten lines a billion values, tags change what a value means, block
/// scalars and deep nesting have no use here, and tabs are YAML's most common and least visible
/// mistake. The scan knows only quotes, comments and where a value begins, which is enough.
struct YAMLGuard {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var column = 1
  private var depth = 0
  /// Nothing but spaces so far on this line.
  private var isIndentation = true
  /// A value or key may begin here.
  private var isAtValue = true
  private var stars = 0

  private static let deepest = 16

  /// Whether the text may be given to the parser.
  static func allows(_ text: String, _ log: inout ProblemLog) -> Bool {
    let before = log.problems.count
    var scan = YAMLGuard(text)
    while let scalar = scan.current, scan.depth <= deepest, scan.stars <= 8 {
      scan.step(scalar, &log)
    }
    return log.problems.count == before
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
  private var next: Unicode.Scalar? {
    position + 1 < scalars.count ? scalars[position + 1] : nil
  }
  private var previous: Unicode.Scalar? { position > 0 ? scalars[position - 1] : nil }
  private var spot: Spot { Spot(line: line, column: column) }

  private mutating func step(_ scalar: Unicode.Scalar, _ log: inout ProblemLog) {
    switch scalar {
    case "\n", " ": break
    case "\t":
      if isIndentation { refuseTab(&log) }
    case "#" where previous.map(Self.isSpace) ?? true: skipComment()
    case "\"", "'":
      if isAtValue { skipQuoted(scalar, &log) } else { endIndentation() }
    case "[", "{":
      if isAtValue || depth > 0 { open(&log) }
    case "]", "}":
      depth = max(0, depth - 1)
      endIndentation()
    case ",": isAtValue = depth > 0
    case ":": isAtValue = isAtValue || depth > 0 || next.map(Self.isSpace) ?? true
    case "-", "?":
      isAtValue = isAtValue && (next.map(Self.isSpace) ?? true)
      isIndentation = false
    default:
      if isAtValue { refuseIndicator(scalar, &log) }
      endIndentation()
    }
    advance()
  }

  private mutating func endIndentation() {
    isAtValue = false
    isIndentation = false
  }

  private mutating func open(_ log: inout ProblemLog) {
    depth += 1
    isAtValue = true
    isIndentation = false
    guard depth > Self.deepest else { return }
    log.refuse(
      at: spot, Bilingual(zh: "括号套得太深", en: "the brackets are nested too deep"),
      remedy: Bilingual(zh: "请按样例书写", en: "write it as the sample does"))
  }

  private mutating func advance() {
    guard let scalar = current else { return }
    position += 1
    guard scalar == "\n" else {
      column += 1
      return
    }
    line += 1
    column = 1
    isIndentation = true
    isAtValue = true
  }

  private mutating func skipComment() {
    while let next, next != "\n" { advance() }
  }

  /// Stops on the closing quote.
  private mutating func skipQuoted(_ quote: Unicode.Scalar, _ log: inout ProblemLog) {
    advance()
    while let scalar = current, scalar != quote || (quote == "'" && next == "'") {
      // Whatever the quotes are, this many stars after a space are aliases and no title.
      if scalar == "*", previous.map(Self.isSpace) ?? false { countStar(&log) }
      if scalar == quote || (scalar == "\\" && quote == "\"") { advance() }
      advance()
    }
    endIndentation()
  }

  private mutating func countStar(_ log: inout ProblemLog) {
    stars += 1
    if stars == 9 { refuse("“*”", "“*”", &log) }
  }

  private mutating func refuseIndicator(_ scalar: Unicode.Scalar, _ log: inout ProblemLog) {
    switch scalar {
    case "&": refuse("锚点“&”", "anchors (“&”)", &log)
    case "*": refuse("别名“*”", "aliases (“*”)", &log)
    case "!": refuse("标签“!”", "tags (“!”)", &log)
    case "|": refuse("多行文字“|”", "block text (“|”)", &log)
    case ">": refuse("多行文字“>”", "block text (“>”)", &log)
    default: break
    }
  }

  private mutating func refuse(_ zh: String, _ en: String, _ log: inout ProblemLog) {
    log.refuse(
      at: spot, Bilingual(zh: "这里不用\(zh)", en: "there is no use of \(en) here"),
      remedy: Bilingual(
        zh: "请写出内容本身；文字以该符号开头时加引号",
        en: "write the value itself; quote a text that begins with the sign"))
  }

  private mutating func refuseTab(_ log: inout ProblemLog) {
    log.refuse(
      at: spot, Bilingual(zh: "缩进里有制表符（Tab）", en: "there is a tab in the indentation"),
      remedy: Bilingual(zh: "请用空格缩进", en: "indent with spaces"))
    isIndentation = false
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t"
  }
}
