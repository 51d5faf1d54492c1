import Rectification

/// A workbook that libxlsxwriter could not make.
package struct XlsxError: Error, Hashable {
  /// The call that failed, and what the library or the system says of it.
  let detail: String

  package var message: Bilingual {
    Bilingual(
      zh: "写不出 summary.xlsx（\(detail)）；请检查 /tmp 的空间和权限后再运行",
      en: "summary.xlsx cannot be written (\(detail)); look at the room in /tmp, then run again")
  }
}
