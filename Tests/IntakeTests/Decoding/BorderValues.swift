import Rectification

/// For each type of field the values at its borders and on both sides of them.
///
/// Only what both syntaxes can write alike: see `OneSyntaxTests` for the rest.
enum BorderValues {
  static func of(_ type: FieldType) -> [PlainValue] {
    if let known = table[type] { return known }
    return make(type)
  }

  /// Made once: some of the texts are long, and the random reports ask ten thousands of times.
  private static let table: [FieldType: [PlainValue]] = {
    var table: [FieldType: [PlainValue]] = [:]
    func collect(_ field: Field) {
      table[field.type] = make(field.type)
      switch field.type {
      case .object(let fields): fields.forEach(collect)
      case .list(let item, _): collect(item)
      default: break
      }
    }
    ReportFormat.fields.forEach(collect)
    return table
  }()

  private static func make(_ type: FieldType) -> [PlainValue] {
    switch type {
    case .object: [.object([]), .text("说明"), .number("1"), .boolean(true)]
    case .list(let item, _):
      [.list(item: item.name, []), .text("无"), .number("3"), .boolean(false)]
    case .integer(let range): integers(range) + [nested, .boolean(true)]
    case .boolean:
      [.boolean(true), .boolean(false), .number("1"), nested]
        + texts(["", "1", "是", "TRUE", "ｔｒｕｅ"])
    default: texts(scalars(type)) + [nested]
    }
  }

  static let nested = PlainValue.object([.init("x", .text("1"))])

  private static func texts(_ texts: [String]) -> [PlainValue] { texts.map(PlainValue.text) }

  private static func integers(_ range: ClosedRange<Int>) -> [PlainValue] {
    let near = [range.lowerBound, range.upperBound].flatMap { [$0 - 1, $0, $0 + 1] }
    let digits = (near + [-1, 0, 1, 9, 10, 11, 19, 20, 99, 100, 101]).map(String.init)
    return (digits + ["-0", "1.5", "1e-2", "99999999999999999999"]).map(PlainValue.number)
      + texts(digits + digits.map(\.fullWidth) + ["1０", " \n9\t", "９\n", "\r9", "－０"])
      + texts(["", " ", "-", "－", "007", "００７", "＋１", "１．０", "1e2", "１ ０", "\u{3000}９", "\u{A0}9"])
      + texts(["四十", "８０％", "①", "\u{0669}", "\u{1D7D7}", "９９９９９９９９９９９９９９９９９９９９"])
  }

  private static func scalars(_ type: FieldType) -> [String] {
    switch type {
    case .text(let length): lengths(length)
    case .unitName: lengths(FieldType.unitNameLength) + ["区建管委", "BM01", "ＢＭ０１", "Ａ\u{3000}Ｂ"]
    case .code: codes
    case .decimal: decimals
    case .date: dates
    case .moment: moments
    case .week: weeks
    case .sha256: digests
    case .link(let max): links(max)
    case .constant(let text): [text] + besides(text)
    case .choice(let choices):
      choices.map(\.value) + choices.map(\.title.zh) + choices.flatMap { besides($0.value) }
    default: []
    }
  }

  /// Nearly `text`, and never to be taken for it.
  private static func besides(_ text: String) -> [String] {
    [
      text.fullWidth + "x", text + " ", " " + text, text + "\n", text + "\u{200B}",
      text.uppercased() + "X",
    ]
      + (text.fullWidth == text ? [] : [text.fullWidth])
  }

  private static func lengths(_ range: ClosedRange<Int>) -> [String] {
    let counts = [range.lowerBound, 1, range.upperBound, range.upperBound + 1]
    return counts.flatMap { count in
      ["长", "𠮷", "é", "０"].map { String(repeating: $0, count: count) }
    } + [
      " ", "\u{3000}\u{A0}\t\n\r ", "\u{2003}", " x", "x\n", "\u{7F}", "a\u{85}b", "\u{9F}",
      "\u{2028}",
      "\u{200B}", "\u{E000}", "\u{10FFFF}", "\u{FFFD}", "<&>\"'", "]]>", "e\u{301}",
      String(repeating: "e\u{301}", count: range.upperBound / 2) + "x",
      String(repeating: "e\u{301}", count: range.upperBound / 2 + 1),
    ]
  }

  private static let codes =
    bothWidths([
      "a", "Z", "0", "a-", "0--", "-a", "-", "a_b", "a.b", "a b", "",
      String(repeating: "z", count: 32), String(repeating: "z", count: 33),
    ]) + [
      "A", "A\n", " A", "A ", "\u{3000}A", "é", "\u{212A}1", "①", "中", "A\u{301}", "１", "ａ－１",
      "a－b",
    ]

  private static let decimals =
    bothWidths([
      "0", "-0", "00", "7", "1.5", "-1.5", "1.", ".5", "-", "1,000", "1e3", "+1", "0.01", "0.001",
      "0.000001",
      "0.0000001", "999999999", "9999999999", "99999999999999999999", "1.5.5", "",
    ]) + [" 1", "1\n", "１.５", "１。５", "－１．５", "−1", "—1", "\u{3000}1", "一"]

  private static let dates =
    bothWidths([
      "2024-01-20", "2024-02-29", "2023-02-29", "2024-02-30", "2024-04-31", "2024-00-10",
      "2024-01-00",
      "2024-13-01", "2024-12-32", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01",
      "2024-1-5",
      "2024/01/20", "20240120", "2024-01-20Z", "-2024-01-20", "",
    ]) + [
      " 2024-01-20", "2024-01-20\n", "2024年1月20日", "２024-０1-2０", "2024—01—20", "2024-01-20\u{3000}",
    ]

  private static let moments =
    bothWidths([
      "2024-01-18T16:20:00+08:00", "2024-01-18T16:20Z", "2024-01-18T16:20:00.1Z",
      "2024-01-18T16:20:00.123456789-18:00", "2024-01-18T16:20:00.1234567890Z",
      "2024-01-18T16:20:00.Z",
      "2024-01-18T16:20.5Z", "2024-01-18T24:00:00Z", "2024-01-18T16:60:00Z", "2024-01-18T16:20:60Z",
      "2024-01-18T16:20:00+18:01", "2024-01-18T16:20:00+08:60", "2024-01-18T16:20:00-00:00",
      "2024-01-18T16:20:00", "2024-01-18 16:20:00Z", "2024-01-18t16:20:00z", "2024-02-30T00:00Z",
      "2024-01-18T16:20:00+0800", "2024-01-18", "",
    ]) + ["2024-01-18T16：20：00＋08：00", "2024-01-18T16:20:00Z\n", " 2024-01-18T16:20:00Z"]

  private static let weeks =
    bothWidths([
      "2024-W03", "2024-W52", "2024-W53", "2020-W53", "2023-W53", "2024-W00", "1970-W01",
      "1969-W01",
      "9999-W52", "2024-W3", "2024W03", "2024-w03", "2024-W003", "",
    ]) + [" 2024-W03", "2024-W03\n", "2024年第3周", "２０24-Ｗ０３"]

  private static let digests =
    bothWidths(
      ["0", "9", "a", "f", "g", "A", "F"].map { String(repeating: $0, count: 64) }
        + [63, 65].map { String(repeating: "a", count: $0) } + [""])
    + [String(repeating: "a", count: 63) + "\n", String(repeating: "a", count: 63) + "é"]

  private static func links(_ max: Int) -> [String] {
    let start = "https://a.cn/"
    return [max, max + 1].map { start + String(repeating: "x", count: $0 - start.utf8.count) } + [
      "http://a", "http://", "https://", "HTTP://a", "ftp://a", "//a", "https://a b",
      "https://例.cn",
      "https://ａ.cn", "https：//a.cn", "http://a\n", " http://a", "http://a/\"", "http://a/<b>",
      "http://[::1]:80/~x?y=1&z='2'#!$()*+,;=@%20", "http://a\\b", "http://a/{b}", "http://a|b", "",
    ]
  }

  private static func bothWidths(_ texts: [String]) -> [String] {
    texts + texts.map(\.fullWidth).filter { !$0.isEmpty }
  }
}

extension String {
  /// Every visible ASCII character in its full-width form.
  var fullWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          guard (0x21...0x7E).contains(scalar.value) else { return scalar }
          return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
        }))
  }
}
