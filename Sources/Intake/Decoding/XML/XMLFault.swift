import Rectification

/// Why a text is not an XML report, and at which byte.
struct XMLFault: Error {
  let rule: RuleCode
  let offset: Int
  let message: Bilingual
  let remedy: Bilingual

  private init(_ rule: RuleCode, _ offset: Int, _ message: Bilingual, remedy: Bilingual) {
    self.rule = rule
    self.offset = offset
    self.message = message
    self.remedy = remedy
  }

  static func malformed(code: Int, text: String, at offset: Int) -> XMLFault {
    XMLFault(
      .unreadable, offset, XMLErrorText.sentence(code: code, text: text),
      remedy: Bilingual(
        zh: "请改正此处的 XML 写法；< 和 & 在文本中须写作 &lt; 和 &amp;",
        en: "mend the XML here; in a text < and & are written &lt; and &amp;"))
  }

  static func doctype(at offset: Int) -> XMLFault {
    XMLFault(
      .unreadable, offset,
      Bilingual(
        zh: "文件含有 DOCTYPE 声明，出于安全一律不读",
        en: "the file has a DOCTYPE declaration, which is never read, for safety"),
      remedy: Bilingual(zh: "请删除 DOCTYPE 声明", en: "delete the DOCTYPE declaration"))
  }

  static func tooDeep(at offset: Int) -> XMLFault {
    let limit = XMLScanner.depthLimit
    return XMLFault(
      .unreadable, offset,
      Bilingual(zh: "元素嵌套超过 \(limit) 层", en: "elements nested more than \(limit) deep"),
      remedy: Bilingual(zh: "请按格式说明逐项填写", en: "follow the page of the format"))
  }

  static func tooManyNames(at offset: Int) -> XMLFault {
    let limit = XMLScanner.nameLimit
    return XMLFault(
      .unreadable, offset,
      Bilingual(
        zh: "文件里的不同名称超过 \(limit) 个", en: "the file has more than \(limit) different names"),
      remedy: Bilingual(zh: "请按格式说明逐项填写", en: "follow the page of the format"))
  }

  static func tooManyAttributes(at offset: Int) -> XMLFault {
    let limit = AttributeCount.limit
    return XMLFault(
      .unreadable, offset,
      Bilingual(
        zh: "一个标签里的属性超过 \(limit) 个", en: "one tag has more than \(limit) attributes"),
      remedy: Bilingual(
        zh: "周报告的各项写作子元素，不用属性", en: "the fields of a report are elements, not attributes"))
  }

  static func wrongRoot(name: String, namespace: String?, at offset: Int) -> XMLFault {
    let start = "<\(ReportFormat.root) xmlns=\"\(ReportFormat.namespace)\">"
    return XMLFault(
      .notAReport, offset, rootMessage(name, namespace),
      remedy: Bilingual(zh: "根元素应为 \(start)", en: "the root element is \(start)"))
  }

  private static func rootMessage(_ name: String, _ namespace: String?) -> Bilingual {
    guard name == ReportFormat.root else {
      return Bilingual(
        zh: "这不是周报告：根元素是\(Quotation.of(name))",
        en: "this is not a weekly report: its root element is \(Quotation.of(name))")
    }
    guard let namespace else {
      return Bilingual(
        zh: "根元素 weeklyReport 没有写命名空间", en: "the root element weeklyReport has no namespace")
    }
    return Bilingual(
      zh: "根元素 weeklyReport 的命名空间不对：\(Quotation.of(namespace))",
      en: "the root element weeklyReport has another namespace: \(Quotation.of(namespace))")
  }
}

extension Refusal {
  init(_ fault: XMLFault, _ map: SourceMap) {
    self.init(
      fault.rule, at: map.place(at: fault.offset), fault.message, remedy: fault.remedy)
  }
}
