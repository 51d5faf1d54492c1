import Rectification

/// Aspects, problems and items whose titles a reader takes for one and the same: they would be counted twice.
enum NearTitles {
  /// One remark for every writing that comes after another one of the same title.
  static func remarks(on rows: [ImportedRow], sheet: String?) -> [ImportRemark] {
    var found: [ImportRemark] = []
    for (heading, above) in [("方面", []), ("问题", ["方面"]), ("整改事项", ["方面", "问题"])] {
      var writings: [[String]: [(text: String, cell: CellAddress)]] = [:]
      for row in rows where !row[heading].isEmpty {
        let key = above.map { bare(row[$0]) } + [bare(row[heading])]
        let (text, cell) = (row[heading], row.source(of: heading))
        guard
          !(writings[key] ?? []).contains(where: {
            $0.text.unicodeScalars.elementsEqual(text.unicodeScalars)
          })
        else { continue }
        if let first = writings[key]?.first {
          found.append(remark(heading, (text, cell), first, sheet))
        }
        writings[key, default: []].append((text, cell))
      }
    }
    return found
  }

  /// Without blanks, numbering in front and a full stop behind, look-alikes made what they look like.
  static func bare(_ title: String) -> String {
    let seen = LookAlikes.seen(title).unicodeScalars.filter { !$0.properties.isWhitespace }
    var text = String(String.UnicodeScalarView(seen))
    if let number = text.prefixMatch(
      of: /(?:第?[一二三四五六七八九十百0-9]+[、.．)]|[(][一二三四五六七八九十0-9]+[)]、?|[0-9]+(?=[^0-9年月日.个项条%]))/)
    {
      text.removeSubrange(number.range)
    }
    while let last = text.last, "。；;.,，、".contains(last) { text.removeLast() }
    return text
  }

  private static func remark(
    _ heading: String, _ one: (text: String, cell: CellAddress),
    _ first: (text: String, cell: CellAddress), _ sheet: String?
  ) -> ImportRemark {
    ImportRemark(
      .problem, sheet, one.cell,
      Bilingual(
        zh:
          "“\(heading)”\(Quotation.of(one.text))与 \(first.cell.text) 的\(Quotation.of(first.text))只差标点、空白、编号或字形，算作了两个",
        en:
          "“\(heading)” \(Quotation.of(one.text)) differs from \(Quotation.of(first.text)) in \(first.cell.text) by punctuation, blanks, numbering or the shape of a character alone, and counts as another"
      ),
      remedy: Bilingual(zh: "是同一个的，请写得一样", en: "write them alike if they are one"))
  }
}
