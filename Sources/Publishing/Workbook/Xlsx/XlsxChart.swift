import CLibXlsxWriter

/// A native chart of bars over cells of a sheet.
struct XlsxChart {
  let handle: UnsafeMutablePointer<lxw_chart>

  enum Kind {
    case bars, stackedBars

    var type: UInt8 {
      UInt8((self == .bars ? LXW_CHART_BAR : LXW_CHART_BAR_STACKED).rawValue)
    }
  }

  /// A run of cells in one column.
  struct Range {
    let sheet: String
    let column: Int
    let rows: ClosedRange<Int>
  }

  func setTitle(_ title: String) {
    chart_title_set_name(handle, title)
    var font = lxw_chart_font()
    font.size = 12
    font.bold = UInt8(LXW_TRUE.rawValue)
    chart_title_set_name_font(handle, &font)
    chart_legend_set_position(handle, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
  }

  /// The first category on top, as it stands in the table.
  ///
  /// In a chart of bars the library calls the upright axis y, and that is the one of the categories.
  func reverseCategories() {
    chart_axis_set_reverse(handle.pointee.y_axis)
    // Every name is shown, however close they stand.
    chart_axis_set_interval_unit(handle.pointee.y_axis, 1)
  }

  /// Values from 0 to 100 %.
  func setPercentAxis() {
    chart_axis_set_min(handle.pointee.x_axis, 0)
    chart_axis_set_max(handle.pointee.x_axis, 1)
    chart_axis_set_num_format(handle.pointee.x_axis, "0%")
  }

  func addSeries(
    _ name: String, categories: Range, values: Range, color: UInt32? = nil, hasLabels: Bool = true
  ) {
    let series = chart_add_series(handle, nil, nil)
    chart_series_set_name(series, name)
    set(categories, series, chart_series_set_categories)
    set(values, series, chart_series_set_values)
    if let color {
      var fill = lxw_chart_fill()
      fill.color = color
      chart_series_set_fill(series, &fill)
    }
    if hasLabels { chart_series_set_labels(series) }
  }

  private typealias Setter = (
    UnsafeMutablePointer<lxw_chart_series>?, UnsafePointer<CChar>?, lxw_row_t, lxw_col_t,
    lxw_row_t, lxw_col_t
  ) -> Void

  private func set(
    _ range: Range, _ series: UnsafeMutablePointer<lxw_chart_series>?, _ setter: Setter
  ) {
    setter(
      series, range.sheet, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.column),
      lxw_row_t(range.rows.upperBound), lxw_col_t(range.column))
  }
}
