/// The texts that cells refer to by number.
enum SharedStrings {
  static func read(_ xml: XMLPartReader?) throws(WorkbookFault) -> [RichText] {
    guard let xml else { return [] }
    var strings: [RichText] = []
    var text = RichText()
    while let event = try xml.step() {
      switch event {
      case .start("si", _): text = RichText()
      case .end("si"): strings.append(text)
      default: text.take(event)
      }
    }
    return strings
  }
}

/// A text put together from its runs; of how they look only what is struck out is kept, and how they are
/// spoken is passed over.
struct RichText {
  private var text = ""
  private var isText = false
  private var phonetic = 0
  private var isStruckRun = false
  /// Whether a run of it is struck out.
  private(set) var isStruck = false

  mutating func take(_ event: XMLPartReader.Event) {
    switch event {
    // The reading aid of Japanese repeats the text.
    case .start("rPh", _): phonetic += 1
    case .end("rPh"): phonetic -= 1
    case .start("r", _): isStruckRun = false
    case .start("strike", let attributes): isStruckRun = CellFormats.isOn(attributes)
    case .start("t", _): isText = phonetic == 0
    case .end("t"): isText = false
    case .text(let part):
      guard isText else { return }
      text += part
      isStruck = isStruck || isStruckRun && !part.trimmed.isEmpty
    default: break
    }
  }

  var string: String { Self.unescaped(text) }

  /// `_x000D_` stands for what XML cannot hold or would change (ST_Xstring of ECMA-376).
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var output = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.first {
      if let escaped = escape(at: rest) {
        output.append(escaped)
        rest = rest.dropFirst(7)
      } else {
        output.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(output)
  }

  private static func escape(at text: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    let start = text.startIndex
    guard text.count >= 7, text[start] == "_", text[start + 1] == "x", text[start + 6] == "_"
    else { return nil }
    let digits = String(String.UnicodeScalarView(text[(start + 2)..<(start + 6)]))
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }
}
