import CLibXlsxWriter
import Glibc

/// What a sheet that is filled in by others lets them write.
extension XlsxSheet {
  /// A list to choose from; anything else is turned away.
  func offer(_ choices: [String], column: Int, rows: ClosedRange<Int>) {
    // Excel holds 255 characters of a list written in place; a longer one is left to the check.
    guard !choices.isEmpty, choices.joined(separator: ",").utf16.count <= 255 else { return }
    withCStrings(choices + [nil]) { list in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      rule.value_list = list
      add(&rule, "请从列表中选择", column, rows)
    }
  }

  func takeWholeNumbers(_ range: ClosedRange<Int>, column: Int, rows: ClosedRange<Int>) {
    var rule = lxw_data_validation()
    rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    rule.minimum_number = Double(range.lowerBound)
    rule.maximum_number = Double(range.upperBound)
    add(&rule, "应填 \(range.lowerBound) 至 \(range.upperBound) 的整数", column, rows)
  }

  /// Cells that are not unlocked stay as they are; whoever wants to can lift it, there is no password.
  func protect() {
    var options = lxw_protection()
    (options.format_columns, options.format_rows) = (1, 1)
    worksheet_protect(handle, nil, &options)
  }

  func hide() {
    worksheet_hide(handle)
  }

  private func add(
    _ rule: inout lxw_data_validation, _ message: String, _ column: Int, _ rows: ClosedRange<Int>
  ) {
    withCStrings(["填写不合要求", message]) { texts in
      (rule.error_title, rule.error_message) = (texts[0], texts[1])
      worksheet_data_validation_range(
        handle, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound),
        lxw_col_t(column), &rule)
    }
  }

  /// The library copies what it is given.
  private func withCStrings(
    _ texts: [String?], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Void
  ) {
    var pointers = texts.map { $0.map { strdup($0) } ?? nil }
    defer { for pointer in pointers { free(pointer) } }
    pointers.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { body(start) }
    }
  }
}
