import CLibXlsxWriter
import Rectification

/// One sheet under way; rows and columns count from 0.
struct XlsxSheet {
  let name: String
  let handle: UnsafeMutablePointer<lxw_worksheet>
  private let book: XlsxBook

  init(name: String, handle: UnsafeMutablePointer<lxw_worksheet>, book: XlsxBook) {
    self.name = name
    self.handle = handle
    self.book = book
  }

  func write(_ cell: Cell, row: Int, column: Int, style: CellStyle? = nil) throws(XlsxError) {
    let format = book.format(style ?? cell.style)
    let (line, place) = (lxw_row_t(row), lxw_col_t(column))
    let result =
      switch cell {
      case .blank: worksheet_write_blank(handle, line, place, format)
      case .text(let text): worksheet_write_string(handle, line, place, fitting(text), format)
      case .count(let count): worksheet_write_number(handle, line, place, Double(count), format)
      case .percent(let percent):
        worksheet_write_number(handle, line, place, Double(percent) / 100, format)
      case .money(let text):
        worksheet_write_number(handle, line, place, Double(text) ?? 0, format)
      case .tenths(let value):
        worksheet_write_number(handle, line, place, Double(value.tenths) / 10, format)
      case .date(let date): write(date, TimeOfDay?.none, line, place, format)
      case .moment(let moment, let zone):
        write(moment.date(in: zone), moment.time(in: zone), line, place, format)
      }
    guard result == LXW_NO_ERROR else {
      throw XlsxError(detail: "\(name) \(row),\(column): \(String(cString: lxw_strerror(result)))")
    }
  }

  private func write(
    _ date: CivilDate, _ time: TimeOfDay?, _ row: lxw_row_t, _ column: lxw_col_t,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    let seconds = time?.seconds ?? 0
    var value = lxw_datetime(
      year: Int32(date.year), month: Int32(date.month), day: Int32(date.day),
      hour: Int32(seconds / 3600), min: Int32(seconds / 60 % 60), sec: 0)
    return worksheet_write_datetime(handle, row, column, &value, format)
  }

  /// Widths in characters, from the first column on.
  func setWidths(_ widths: [Double]) {
    for (column, width) in widths.enumerated() {
      worksheet_set_column(handle, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
  }

  func setHeight(_ points: Double, ofRow row: Int) {
    worksheet_set_row(handle, lxw_row_t(row), points, nil)
  }

  /// Everything above `row` and left of `column` stays in sight.
  func freeze(aboveRow row: Int, leftOf column: Int) {
    worksheet_freeze_panes(handle, lxw_row_t(row), lxw_col_t(column))
  }

  func filter(headingRow: Int, lastRow: Int, columns: Int) {
    worksheet_autofilter(
      handle, lxw_row_t(headingRow), 0, lxw_row_t(lastRow), lxw_col_t(columns - 1))
  }

  /// A4 landscape, as many pages down as it takes and one across; `titleRow` heads every page.
  func setPrinting(titleRow: Int?, footer: String) {
    worksheet_set_paper(handle, 9)
    worksheet_set_landscape(handle)
    worksheet_fit_to_pages(handle, 1, 0)
    worksheet_set_margins(handle, 0.5, 0.5, 0.6, 0.6)
    worksheet_center_horizontally(handle)
    worksheet_set_footer(handle, footer)
    if let titleRow { worksheet_repeat_rows(handle, lxw_row_t(titleRow), lxw_row_t(titleRow)) }
  }

  /// Several pages across at `scale` per cent, each led by the first columns; new ones begin at `breaks`.
  func setPrinting(across breaks: [Int], repeating columns: Int, scale: Int) {
    worksheet_set_print_scale(handle, UInt16(scale))
    worksheet_repeat_columns(handle, 0, lxw_col_t(columns - 1))
    var breaks = breaks.map { lxw_col_t($0) } + [0]
    worksheet_set_v_pagebreaks(handle, &breaks)
  }

  func setPrintArea(lastRow: Int, columns: Int) {
    worksheet_print_area(handle, 0, 0, lxw_row_t(lastRow), lxw_col_t(columns - 1))
  }

  /// Bars from 0 to 100 % behind the numbers of a column.
  func addBars(column: Int, rows: ClosedRange<Int>) {
    var bars = lxw_conditional_format()
    bars.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    bars.data_bar_2010 = UInt8(LXW_TRUE.rawValue)
    bars.bar_solid = UInt8(LXW_TRUE.rawValue)
    bars.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    bars.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    (bars.min_value, bars.max_value) = (0, 1)
    bars.bar_color = 0x9D_C3_E6
    worksheet_conditional_format_range(
      handle, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound),
      lxw_col_t(column), &bars)
  }

  /// Puts a chart with its upper left corner on a cell, `width` by `height` pixels.
  func insert(_ chart: XlsxChart, row: Int, column: Int, width: Int, height: Int) {
    var options = lxw_chart_options()
    // The library's own size is 480 by 288.
    options.x_scale = Double(width) / 480
    options.y_scale = Double(height) / 288
    worksheet_insert_chart_opt(
      handle, lxw_row_t(row), lxw_col_t(column), chart.handle, &options)
  }

  func hideGrid() {
    worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }
}

/// A cell holds 32,767 UTF-16 units; what is longer stands whole in measures.csv.
private func fitting(_ text: String) -> String {
  let shown = visible(text)
  guard shown.utf16.count > 32_000 else { return shown }
  return String(shown.prefix(16_000)) + "…（全文见 measures.csv）"
}
