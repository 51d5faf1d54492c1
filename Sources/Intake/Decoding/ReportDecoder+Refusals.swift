import Rectification

/// The findings that end the reading before any field is looked at.
extension ReportDecoder {
  /// What is said of a submission too large to be read at all.
  package func tooLarge(_ size: Int, _ limits: Limits) -> Decoded {
    let finding = Finding(
      .tooLarge, at: .whole,
      Bilingual(
        zh: "文件有 \(size) 字节，超过上限 \(limits.reportBytes) 字节",
        en: "the file has \(size) bytes; the limit is \(limits.reportBytes)"),
      remedy: Bilingual(
        zh: "请只报文字，佐证材料用网址和校验值，不要嵌入文件",
        en: "send text alone; give evidence by address and digest and embed no files"))
    return Decoded(nil, findings: [finding])
  }

  /// What is said of a web page, or a spreadsheet under the name of one; nil for anything else.
  ///
  /// The form page that the office sent is a page too: what it saves is the report.
  static func webPage(_ text: [UInt8]) -> Finding? {
    guard let fault = WorkbookFault.textual(text) else { return nil }
    let page = fault == .webPage ? String(decoding: text, as: UTF8.self) : ""
    let isForm = page.contains("id=\"data\"") && page.contains(ReportFormat.identifier)
    return isForm
      ? Finding(
        .notAReport, at: .start,
        Bilingual(
          zh: "这是填报页面本身，不是填好的报告", en: "this is the form page itself, and no report"),
        remedy: Bilingual(
          zh: "请在浏览器里打开它填写，点“保存报告”，报送存出的 .json 文件",
          en: "open it in a browser, fill it in, press 保存报告 and send the .json file it saves"))
      : Finding(.notAReport, at: .start, fault.message, remedy: forms)
  }

  private static let forms = Bilingual(
    zh: "请报送填好的填报表（.xlsx）、填报页面存出的 .json，或 XML、JSON 文件",
    en:
      "send the form filled in (.xlsx), the .json that the form page saves, or an XML or JSON file")

  static let neitherXMLNorJSON = Finding(
    .notAReport, at: .start,
    Bilingual(
      zh: "这不是周报告：既不是 XML（以 < 开头）也不是 JSON（以 { 开头）",
      en: "this is not a weekly report: neither XML (starting with <) nor JSON (starting with {)"),
    remedy: Bilingual(
      zh: "请按格式说明报送 XML 或 JSON 文件", en: "send an XML or JSON file as the page of the format says"))

  static func unreadable(_ fault: JSONFault, _ map: SourceMap) -> Refusal {
    Refusal(
      .unreadable, at: map.place(at: fault.offset), fault.message,
      remedy: Bilingual(
        zh: "请改正此处的 JSON 写法，或由程序导出", en: "mend the JSON here, or have a program write it"))
  }

  /// Refuses JSON that shares nothing with the format, as XML with another root is refused.
  static func refuseIfForeign(_ root: DocumentNode, _ map: SourceMap) throws(Refusal) {
    if case .object(let members) = root.content {
      let names = ReportFormat.fields.map(\.name)
      let isOurs = members.contains { member in
        names.contains { member.name.utf8.elementsEqual($0.utf8) }
      }
      if isOurs { return }
    }
    throw Refusal(
      .notAReport, at: map.place(at: root.offset),
      Bilingual(
        zh: "这不是周报告：JSON 里没有周报告的任何一项",
        en: "this is not a weekly report: the JSON has none of its fields"),
      remedy: Bilingual(
        zh: "应为一个对象，第一项是 \"format\": \"\(ReportFormat.identifier)\"",
        en: "it is an object that starts with \"format\": \"\(ReportFormat.identifier)\""))
  }
}
