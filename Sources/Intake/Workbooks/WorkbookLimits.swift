/// How large a workbook may be once it is unpacked.
package struct WorkbookLimits: Sendable {
  /// Bytes of all parts together.
  var unpackedBytes: Int
  /// Parts of the archive; a workbook has a handful.
  var parts = 500
  /// Cells that hold something, on all sheets.
  var cells: Int
  /// Bytes of the texts of all cells, counted as often as they are shown.
  var textBytes: Int

  /// A form: its report is 256 KiB at most, and XML packs about tenfold.
  static let form = WorkbookLimits(unpackedBytes: 16 << 20, cells: 200_000, textBytes: 8 << 20)
  /// A register of a large drive, which the office itself hands over.
  package static let register = WorkbookLimits(
    unpackedBytes: 128 << 20, cells: 2_000_000, textBytes: 64 << 20)
}
