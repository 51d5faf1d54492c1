extension RuleEntry {
  static let unreadable = RuleEntry(
    .reading, Bilingual(zh: "文件读不出来", en: "unreadable"),
    raised: Bilingual(
      zh:
        "XML 或 JSON 的写法有错，从出错处起读不下去；XML 带有 DOCTYPE 声明；或嵌套过深、一个标签的属性过多。每份文件只报第一处。",
      en:
        "The XML or JSON is not well-formed, so that nothing after the place can be read; the XML has a DOCTYPE; or it is nested too deep, or a tag has too many attributes. The first place alone is given."
    ),
    mending: Bilingual(
      zh:
        "到所指的行列改正写法；最好由程序导出，不手工拼写。XML 文本里的 < 和 & 写作 &lt; 和 &amp;，JSON 最后一项之后不加逗号。",
      en:
        "Mend the file at the line and column given, or better, have a program write it. In XML, < and & within a text are written &lt; and &amp;; in JSON no comma follows the last item."
    ))

  static let wrongEncoding = RuleEntry(
    .reading, Bilingual(zh: "文字编码不对", en: "wrong encoding"),
    raised: Bilingual(
      zh: "文件里有按其编码解不出来的字节；声明的编码不在可读之列；或声明的编码与内容不符。",
      en:
        "A byte cannot be decoded in the file's encoding; the encoding it declares is not one that is read; or what it declares is not what it is."
    ),
    mending: Bilingual(
      zh: "用编辑软件另存为 UTF-8 后重报；XML 首行写 encoding=\"UTF-8\"。断在字符中间的，多半是没有传完。",
      en:
        "Save it as UTF-8 and send it again; the first line of XML says encoding=\"UTF-8\". A file that ends within a character was most likely cut off on its way."
    ))

  static let tooLarge = RuleEntry(
    .reading, Bilingual(zh: "文件太大", en: "too large"),
    raised: Bilingual(
      zh: "文件的字节数超过本专项的上限（未另行规定时为 262144，即 256 KiB）。超限的文件不读内容。",
      en:
        "The file has more bytes than the campaign allows (262,144, that is 256 KiB, unless it says otherwise). Its content is not read."
    ),
    mending: Bilingual(
      zh: "只报文字；佐证材料写名称和 SHA-256，不要把材料本身嵌进文件。",
      en: "Send text alone; give evidence by name and SHA-256, and embed no files."),
    keys: ["limits.report-bytes"])

  static let notAReport = RuleEntry(
    .reading, Bilingual(zh: "不是周报告", en: "not a weekly report"),
    raised: Bilingual(
      zh: "内容既不是 XML 也不是 JSON（例如误报了 Word、Excel 文件）；或者是 XML 而根元素、命名空间不对；或者是 JSON 而没有周报告的任何一项。",
      en:
        "It is neither XML nor JSON (a Word or Excel file, say); or XML with another root element or namespace; or JSON with none of a report's fields."
    ),
    mending: Bilingual(
      zh: "按《周报告格式》（docs/formats/weekly-report.md）生成 XML 或 JSON 文件后重报。",
      en: "Make an XML or JSON file as docs/formats/weekly-report.md says, and send that."))

  static let schema = RuleEntry(
    .reading, Bilingual(zh: "格式不合要求", en: "not in the form of a report"),
    raised: Bilingual(
      zh: "缺必填项，有不认识的项或属性，一项写了两遍，项数不对，或值的写法、长度、范围不合要求。每一处都列出；超过 1000 处的，其余只报条数。",
      en:
        "A required field is missing; a field or attribute is not known; a field stands twice; there are too many items or too few; or a value is not of the form, length or range it must have. Every place is listed; past 1,000 the rest is counted."
    ),
    mending: Bilingual(
      zh:
        "照每条所说在原处改。报送前可用 `zhouhui check 文件` 自查，或用 `zhouhui schema xsd`、`zhouhui schema json` 打印的规范校验。",
      en:
        "Mend each place as its finding says. Before sending, `zhouhui check FILE` finds the same, and so do the schemas that `zhouhui schema xsd` and `zhouhui schema json` print."
    ))

  static let moreFindings = RuleEntry(
    .reading, Bilingual(zh: "还有更多问题", en: "there is more"),
    raised: Bilingual(
      zh: "一份报告的问题超过 \(FindingLimit.count) 条：先列最重的，其余按规则计数，只写数目。结论按全部问题作出。",
      en:
        "A report has more than \(FindingLimit.count) findings: the gravest are listed, the rest are counted by rule. The verdict goes by all of them."
    ),
    mending: Bilingual(
      zh: "改正已列出的再报一次，看其余；多半是导出程序的同一个毛病。",
      en:
        "Mend those listed and send it again to see the rest; most likely one fault of the program that wrote it."
    ))
}
