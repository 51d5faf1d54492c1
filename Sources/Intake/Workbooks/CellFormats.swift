/// How cells are shown, by the number of their style: the formats of their numbers, and what is struck out.
package struct CellFormats {
  private var formats: [NumberFormat] = []
  private var struck: Set<Int> = []

  init(_ xml: XMLPartReader?) throws(WorkbookFault) {
    guard let xml else { return }
    var codes: [String: NumberFormat] = [:]
    var struckFonts: Set<Int> = []
    var fonts = -1
    var (isFonts, isCells) = (false, false)
    while let event = try xml.step() {
      switch event {
      case .start("numFmt", let attributes):
        if let number = attributes["numFmtId"], let code = attributes["formatCode"] {
          codes[number] = NumberFormat(code)
        }
      case .start("fonts", _): isFonts = true
      case .end("fonts"): isFonts = false
      case .start("font", _): fonts += isFonts ? 1 : 0
      case .start("strike", let attributes):
        if isFonts, Self.isOn(attributes) { struckFonts.insert(fonts) }
      case .start("cellXfs", _): isCells = true
      case .end("cellXfs"): isCells = false
      case .start("xf", let attributes):
        guard isCells else { continue }
        if let font = attributes["fontId"].flatMap(Int.init), struckFonts.contains(font) {
          struck.insert(formats.count)
        }
        let number = attributes["numFmtId", default: "0"]
        formats.append(codes[number] ?? Self.builtIn[Int(number) ?? 0] ?? .general)
      default: break
      }
    }
  }

  subscript(style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }

  func isStruck(_ style: Int) -> Bool { struck.contains(style) }

  /// `<strike/>` says yes, and `<strike val="0"/>` no.
  static func isOn(_ attributes: [String: String]) -> Bool {
    !["0", "false"].contains(attributes["val"])
  }

  /// The formats without a code in the file (ECMA-376, part 1, 18.8.30), those that hang on the language as
  /// Chinese programs show them.
  private static let builtIn: [Int: NumberFormat] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m/d/yy", 31: "yyyy年m月d日",
    32: "h时mm分", 33: "h时mm分ss秒", 34: "上午/下午h时mm分", 35: "上午/下午h时mm分ss秒", 36: "yyyy年m月",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0", 42: "¥#,##0", 43: "#,##0.00", 44: "¥#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月",
    53: "m月d日", 54: "m月d日", 55: "上午/下午h时mm分", 56: "上午/下午h时mm分ss秒", 57: "yyyy年m月",
    58: "m月d日",
  ].mapValues { NumberFormat($0) }
}
