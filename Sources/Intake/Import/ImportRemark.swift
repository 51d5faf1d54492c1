import Rectification

/// One thing that an import tells of: how a cell was read, or that it could not be placed.
package struct ImportRemark: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// Somebody has to mend it.
    case problem
    /// Something was made up, or left out: somebody has to agree.
    case changed
    /// How it was read.
    case reading
  }

  package let kind: Kind
  /// Nil in a CSV file, which has no sheets.
  package let sheet: String?
  /// `C5`; nil for what is about the file or a sheet as a whole.
  package let cell: String?
  package let message: Bilingual
  /// Empty where there is nothing to do.
  package let remedy: Bilingual

  init(
    _ kind: Kind, _ sheet: String?, _ cell: CellAddress?, _ message: Bilingual,
    remedy: Bilingual = Bilingual(zh: "", en: "")
  ) {
    self.kind = kind
    self.sheet = sheet
    self.cell = cell?.text
    self.message = message
    self.remedy = remedy
  }

  /// `工作表“台账” C5：…；…`.
  package func text(in language: Language) -> String {
    let isChinese = language == .zh
    let tab = sheet.map { isChinese ? "工作表“\($0)” " : "sheet “\($0)” " } ?? ""
    let place = (tab + (cell ?? "")).trimmed
    let remedy = self.remedy[language]
    return (place.isEmpty ? "" : place + (isChinese ? "：" : ": ")) + message[language]
      + (remedy.isEmpty ? "" : (isChinese ? "；" : "; ") + remedy)
  }
}
