import Rectification

/// Why a file is no workbook that can be read.
package struct WorkbookFault: Error, Hashable {
  package let message: Bilingual
  package let remedy: Bilingual

  static let damaged = WorkbookFault(
    message: Bilingual(
      zh: "工作簿（或 ZIP 压缩包）损坏，打不开",
      en: "the workbook (or ZIP archive) is damaged and cannot be opened"),
    remedy: Bilingual(
      zh: "请用 WPS 或 Excel 打开，另存为 .xlsx 后再试",
      en: "open it in WPS or Excel, save it as .xlsx and try again"))

  static let encrypted = WorkbookFault(
    message: Bilingual(zh: "工作簿加了密码", en: "the workbook is encrypted"),
    remedy: Bilingual(zh: "请取消打开密码，另存为 .xlsx", en: "remove its password and save it as .xlsx"))

  static let tooLarge = WorkbookFault(
    message: Bilingual(
      zh: "工作簿解开后超过大小上限", en: "the workbook is larger than the limit once unpacked"),
    remedy: Bilingual(
      zh: "请删去图片和多余的工作表、空行，另存为 .xlsx",
      en: "remove pictures, needless sheets and empty rows, and save it as .xlsx"))

  static let old = WorkbookFault(
    message: Bilingual(
      zh: "这是旧版或加了密码的 Excel/WPS 文件（.xls、.et）",
      en: "this is an old or an encrypted Excel or WPS file (.xls, .et)"),
    remedy: Bilingual(
      zh: "请在 WPS 或 Excel 里“另存为 .xlsx”（不设密码）",
      en: "save it as .xlsx in WPS or Excel, without a password"))

  private static let saveAsWorkbook = Bilingual(
    zh: "请在 WPS 或 Excel 里打开，“另存为 .xlsx”，不要只改扩展名",
    en: "open it in WPS or Excel and save it as .xlsx; a new ending alone does not do")

  static let openDocument = WorkbookFault(
    message: Bilingual(
      zh: "这是 OpenDocument 文件（.ods、.odt）", en: "this is an OpenDocument file (.ods, .odt)"),
    remedy: saveAsWorkbook)

  static let spreadsheetXML = WorkbookFault(
    message: Bilingual(
      zh: "这是“XML 电子表格 2003”，不是 .xlsx",
      en: "this is an “XML Spreadsheet 2003” and no .xlsx"), remedy: saveAsWorkbook)

  static let webPage = WorkbookFault(
    message: Bilingual(
      zh: "这是网页（HTML），常见于业务系统导出的 .xls",
      en: "this is a web page (HTML), as systems export under .xls"),
    remedy: saveAsWorkbook)

  /// What a text is that calls itself a workbook, by how it begins; nil for any other text.
  static func textual(_ bytes: [UInt8]) -> WorkbookFault? {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    guard !start.contains(ReportFormat.root.lowercased()) else { return nil }
    if start.hasPrefix("mime-version:"), start.contains("multipart/related") { return .webPage }
    let prolog = /(?:\u{FEFF}|\s|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^\-]|-(?!->))*-->)*/
    let body = start.prefixMatch(of: prolog).map { start[$0.range.upperBound...] } ?? start[...]
    if body.hasPrefix("<workbook") || body.hasPrefix("<ss:workbook"),
      start.contains("urn:schemas-microsoft-com:office:spreadsheet")
    {
      return .spreadsheetXML
    }
    // With declarations of its own in brackets it is XML that calls its root so.
    let isPage =
      body.prefixMatch(of: /<!doctype html\b[^\[>]*>/) != nil
      || body.prefixMatch(of: /<(?:html|head|body|table|meta|style|div)\b/) != nil
    return isPage ? .webPage : nil
  }

  static let noWorkbook = WorkbookFault(
    message: Bilingual(zh: "这不是 Excel/WPS 工作簿", en: "this is no Excel or WPS workbook"),
    remedy: Bilingual(zh: "请给出 .xlsx 或 .csv 文件", en: "give an .xlsx or a .csv file"))
}
