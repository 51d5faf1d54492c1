import CLibXlsxWriter

/// How a cell looks, as a value; equal styles share one format of the workbook.
struct CellStyle: Hashable, Sendable {
  var number = Number.general
  var size: Double = 10
  var isBold = false
  var isWrapped = false
  var isBordered = false
  /// Whether it can be written in on a protected sheet.
  var isUnlocked = false
  var alignment = Alignment.left
  /// RGB; nil for none.
  var fill: UInt32?
  var color: UInt32?

  enum Number: String, Sendable {
    case general = "General"
    case text = "@"
    case count = "0"
    case percent = "0%"
    case money = "#,##0.00##"
    case tenths = "0.0"
    case date = "yyyy-mm-dd"
    case moment = "yyyy-mm-dd hh:mm"
  }

  enum Alignment: Sendable { case left, centre, right }

  /// The heading of a sheet.
  static let title = CellStyle(size: 14, isBold: true)
  static let note = CellStyle(size: 9, color: 0x59_59_59)
  static let heading = CellStyle(
    isBold: true, isWrapped: true, isBordered: true, alignment: .centre, fill: 0xDD_E6_F1)
  static let text = CellStyle(isWrapped: true, isBordered: true)

  /// The same for a row that is overdue.
  var alarmed: CellStyle {
    var style = self
    style.fill = 0xFB_E3_E1
    return style
  }

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, "宋体")
    format_set_font_size(format, size)
    format_set_num_format(format, number.rawValue)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    switch alignment {
    case .left: break
    case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if isUnlocked { format_set_unlocked(format) }
    if isBold { format_set_bold(format) }
    if isWrapped { format_set_text_wrap(format) }
    if let color { format_set_font_color(format, color) }
    if let fill { format_set_bg_color(format, fill) }
    if isBordered {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xA6_A6_A6)
    }
  }
}
