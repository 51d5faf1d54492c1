import Rectification

/// A workbook that libxlsxwriter could not make.
package struct XlsxError: Error, Hashable {
  /// The call that failed, and what the library or the system says of it.
  let detail: String

  package var message: Bilingual {
    Bilingual(
      zh: "写不出工作簿（\(detail)）；请检查 /tmp 的空间和权限后再运行",
      en: "the workbook cannot be written (\(detail)); look at the room in /tmp, then run again")
  }
}
