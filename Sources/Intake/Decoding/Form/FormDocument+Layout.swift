import Rectification

/// What stands where the form has no place for it, or is written so that it can be read in two ways.
extension FormDocument {
  mutating func refuseStrays(_ basics: FormBasics) {
    for address in basics.strays { refuseStray(.basics, address, heading: nil) }
    for address in basics.struck { refuseStruck(.basics, address) }
    for kind in FormSheet.allCases {
      guard let table = tables[kind] else { continue }
      for (address, heading) in table.strays { refuseStray(kind, address, heading: heading) }
      for address in table.struck { refuseStruck(kind, address) }
      for range in table.merged { refuseMerged(kind, range) }
    }
  }

  private mutating func refuseStray(_ kind: FormSheet, _ address: CellAddress, heading: String?) {
    let column = heading.map(Quotation.of) ?? ""
    refuse(
      kind, address,
      Bilingual(
        zh: heading == nil ? "这一格在表格之外，所在的列没有标题" : "填报表没有标题为\(column)的列",
        en: heading == nil
          ? "this cell stands outside the table, in a column without a heading"
          : "the form has no column \(column)"),
      remedy: Bilingual(
        zh: "请把内容移到填报表原有的列里，或删去", en: "move it into a column of the form, or remove it"))
  }

  private mutating func refuseStruck(_ kind: FormSheet, _ address: CellAddress) {
    refuse(
      kind, address,
      Bilingual(
        zh: "这一格有加了删除线的文字，报不报看不出来",
        en: "text of this cell is struck out; whether it is reported cannot be told"),
      remedy: Bilingual(
        zh: "不报的文字请删去，要报的请去掉删除线",
        en: "delete what is not reported; clear the line from what is"))
  }

  private mutating func refuseMerged(_ kind: FormSheet, _ range: CellRange) {
    refuse(
      kind, range.first,
      Bilingual(
        zh: "\(range.first.text):\(range.last.text) 是合并的单元格，只有第一行有内容",
        en:
          "\(range.first.text):\(range.last.text) are merged; only the first row has what they hold"
      ),
      remedy: Bilingual(zh: "请取消合并，逐行填写", en: "split them and fill in every row"))
  }

  /// A copy of a sheet is read by nobody, and may be the one that was filled in.
  mutating func refuseCopies(_ workbook: inout Workbook) throws(FormRefusal) {
    let ours = Set(
      FormSheet.allCases.map(\.rawValue) + [FormLayout.markSheet, FormLayout.guideSheet])
    for name in workbook.sheets where !ours.contains(name.name) {
      let sheet: Sheet
      do {
        sheet = try workbook.sheet(name)
      } catch {
        throw .workbook(error)
      }
      for kind in FormSheet.allCases where kind != .basics {
        guard let copy = FormTable(sheet, as: kind), let original = tables[kind],
          !copy.says(theSameAs: original)
        else { continue }
        refuse(
          kind, CellAddress(row: 1, column: 1),
          Bilingual(
            zh: "另有一张同样的工作表\(Quotation.of(name.name))，内容与“\(kind.rawValue)”不同，没有读",
            en:
              "there is another such sheet, \(Quotation.of(name.name)), that says otherwise than “\(kind.rawValue)” and was not read"
          ),
          remedy: Bilingual(
            zh: "请把要报的内容填在“\(kind.rawValue)”里，删去另一张",
            en: "write what is reported on “\(kind.rawValue)” and remove the other sheet"))
      }
    }
  }
}
