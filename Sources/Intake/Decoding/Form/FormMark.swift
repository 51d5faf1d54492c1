import Rectification

/// By what a workbook is known as a form of ours.
enum FormMark {
  /// The zone in which its times are written.
  static func zone(of workbook: inout Workbook) throws(FormRefusal) -> ZoneOffset {
    guard let name = workbook.sheets.first(where: { $0.name == FormLayout.markSheet }) else {
      throw .noForm
    }
    let sheet: Sheet
    do {
      sheet = try workbook.sheet(name)
    } catch {
      throw .workbook(error)
    }
    guard let version = sheet[1, 1]?.text, version.hasPrefix(FormLayout.family) else {
      throw .noForm
    }
    guard version == FormLayout.identifier else { throw .otherVersion(version) }
    guard let zone = sheet[2, 1]?.text.flatMap({ ZoneOffset($0) }) else { throw .noForm }
    return zone
  }
}

/// Why a workbook cannot be read as a form.
enum FormRefusal: Error {
  case workbook(WorkbookFault)
  case noForm
  case otherVersion(String)
  case sheetGone(FormSheet)
  case headingsGone(FormSheet)

  var finding: Finding {
    Finding(.notAReport, at: .whole, message, remedy: remedy)
  }

  private var message: Bilingual {
    switch self {
    case .workbook(let fault): fault.message
    case .noForm:
      Bilingual(
        zh: "这是 Excel/WPS 工作簿，但不是本系统的填报表",
        en: "this is an Excel or WPS workbook, and not a form of this system")
    case .otherVersion(let version):
      Bilingual(
        zh: "填报表的版本\(Quotation.of(version))不能识别",
        en: "the form is of a version that is not known: \(Quotation.of(version))")
    case .sheetGone(let sheet):
      Bilingual(
        zh: "填报表里没有工作表“\(sheet.rawValue)”", en: "the form has no sheet “\(sheet.rawValue)”")
    case .headingsGone(let sheet):
      Bilingual(
        zh: "工作表“\(sheet.rawValue)”的标题被改动，认不出各列",
        en: "the headings of the sheet “\(sheet.rawValue)” have been changed")
    }
  }

  private var remedy: Bilingual {
    switch self {
    case .workbook(let fault): fault.remedy
    default:
      Bilingual(
        zh: "请在协调办公室发的填报表里填写，不改工作表名称和标题；或报送 XML、JSON 文件",
        en:
          "fill in the form the office has sent, its sheets and headings as they are; or send XML or JSON"
      )
    }
  }
}
