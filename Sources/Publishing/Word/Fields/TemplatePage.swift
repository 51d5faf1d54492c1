import Rectification

/// `docs/templates.md`: how a template is written, and every placeholder, from the tables themselves.
package var templatePage: String {
  templateGuide
    + placeholderList("summary.docx、agenda.docx", weekFields.table)
    + placeholderList("alert.docx", noticeFields.table)
}

private func placeholderList(_ title: String, _ table: FieldTable) -> String {
  "\n## \(title)\n\n" + valueTable(table)
    + table.lists.map { list in
      "\n### {{#\(list.name)}}…{{/\(list.name)}}\n\n\(list.meaning.zh) · \(list.meaning.en)\n\n"
        + valueTable(list.fields)
    }.joined()
}

private func valueTable(_ table: FieldTable) -> String {
  "| 占位符 | 内容 | meaning |\n|---|---|---|\n"
    + table.values.map { "| `{{\($0.name)}}` | \($0.meaning.zh) | \($0.meaning.en) |\n" }.joined()
}

private let templateGuide = """
  # Word 模板 / Word templates

  周汇总、议程、催办督办单都由模板填成。模板就是普通的 Word 文档，用 WPS 或 Word 打开就能改：换红头，换字体，增删段落和表格列。

  ```
  zhouhui templates jingan-2023                            # 把自带的模板放进 schedules/jingan-2023/templates/
  schedules/jingan-2023/templates/summary.docx             # 周汇总
  schedules/jingan-2023/templates/agenda.docx              # 周协调会议程
  schedules/jingan-2023/templates/alert.docx               # 催办、督办、约谈通知单，附回执
  ```

  哪个文件在，就用哪个；不在的，用程序自带的。自带的模板按 GB/T 9704-2012 排：A4，版心 156×225 毫米，正文 3 号仿宋，每页 22 行、每行 28 字，
  标题 2 号小标宋，层次用黑体、楷体，页码 4 号宋体、单页居右双页居左。没有装方正小标宋简体、仿宋_GB2312、楷体_GB2312 的电脑，按文档里写明的次序用华文中宋、仿宋、楷体代替。

  - **值**：`{{题名}}` 换成一个值，字体字号随占位符。
  - **清单**：`{{#逾期}}…{{/逾期}}` 每条重复一次。一对在同一表格行的不同格里，重复整行；在同一段里，重复中间的文字；各占一段的，重复中间的段落和表格，占位符自己的段落不留。
  - **没有的时候**：`{{^逾期}}没有逾期措施。{{/逾期}}` 只在清单为空时出现。只有占位符的段落，没有内容时不留空行；只剩表头也没有的表格不留。
  - 清单里可以用外面的值；清单里的 `{{标点}}` 是“；”，最后一条是“。”。全角的｛｛｝｝＃／也认。页眉页脚里也可以用。
  - 单位写的文字只作文字，不会变成域、公式或占位符。
  - 通知单的编号一年一个流水号，记在台账里，重跑不变，一事一级只编一次；字头（整改督）写在模板里，改模板就行。预览不编号。

  模板有错或带密级标志，整次运行在收报之前停下，以 65 退出，指出文件、占位符和改法：

  ```
  schedules/jingan-2023/templates/summary.docx: 没有这个占位符：{{#预期}}；是不是 {{#逾期}}？全部占位符见 docs/templates.md
  ```

  Summary, agenda and notices are filled from templates: ordinary Word documents that WPS or Word edits. `zhouhui templates CAMPAIGN` puts the
  shipped ones into `schedules/<campaign>/templates/`; a file there takes the place of the shipped one. `{{name}}` gives way to a value, in the font it
  is written in. `{{#list}}…{{/list}}` repeats: the row when the two stand in different cells of one, the text between them in one paragraph,
  and otherwise the paragraphs and tables between them. `{{^list}}…{{/list}}` stands there when the list is empty. Values of the outside are known inside. Numbers
  of notices run through the year, are kept in the ledger and given once a matter and step; their prefix is text of the template. A wrong template
  ends the run before anything is collected, with status 65 and the placeholder named. `.ci/templates` wrote the shipped ones.

  **PDF**：程序不出 PDF。`summary.html` 打印得好，Word 和 WPS 都能“另存为 PDF”；自己排 PDF 要带字体和排版引擎（LibreOffice 约 400 MB，Chromium 更大），
  它们写进时间和随机编号，同样的输入不再是同样的字节。装有 LibreOffice 的，`soffice --headless --convert-to pdf summary.docx` 一条命令就有。
  *No PDF is written: the page and the documents print and save as PDF where they are read; an engine would bring hundreds of megabytes and bytes that
  differ from run to run.*

  """
