import Foundation
import Intake
import Rectification

/// What an import did and could not do: the problems first, and then how things were read.
func importText(_ result: RegisterImport, output: String?, _ language: Language) -> String {
  let isChinese = language == .zh
  func remarks(_ kind: ImportRemark.Kind) -> [ImportRemark] {
    result.remarks.filter { $0.kind == kind }
  }
  let (problems, changed) = (remarks(.problem), remarks(.changed))
  var lines: [String] = []
  if result.csv == nil {
    lines.append(isChinese ? "没有导入。" : "Nothing was imported.")
  } else {
    lines.append(
      isChinese
        ? "读出整改措施 \(result.measures) 条，问题 \(problems.count) 处，程序补上或略去的 \(changed.count) 处。"
        : "\(result.measures) measures, \(problems.count) problems, \(changed.count) things made up or left out."
    )
  }
  lines += section(problems, isChinese ? "要人看的：" : "To look at:", language)
  lines += section(
    changed, isChinese ? "程序补上或略去的，请确认：" : "Made up or left out, to be agreed to:", language)
  lines += section(remarks(.reading), isChinese ? "是这样读的：" : "How it was read:", language)
  if result.csv != nil {
    lines.append(
      output.map { isChinese ? "已写入 \($0)" : "Written to \($0)" }
        ?? (isChinese ? "没有写文件；要写请加 --output" : "Nothing was written; name a file by --output"))
  }
  return lines.joined(separator: "\n")
}

private func section(
  _ remarks: [ImportRemark], _ heading: String, _ language: Language
) -> [String] {
  remarks.isEmpty ? [] : [heading] + remarks.map { "  " + $0.text(in: language) }
}

/// The same for machines; the keys are stable.
func importJSON(_ result: RegisterImport) -> String {
  struct Remark: Encodable {
    let kind: String
    let sheet, cell: String?
    let zh, en, remedyZh, remedyEn: String
  }
  struct Whole: Encodable {
    let measures: Int
    let remarks: [Remark]
  }
  let remarks = result.remarks.map { one in
    Remark(
      kind: one.kind.rawValue, sheet: one.sheet, cell: one.cell, zh: one.message.zh,
      en: one.message.en, remedyZh: one.remedy.zh, remedyEn: one.remedy.en)
  }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  // Strings, numbers and flags alone: encoding them cannot fail.
  return (try? encoder.encode(Whole(measures: result.measures, remarks: remarks)))
    .map { String(decoding: $0, as: UTF8.self) } ?? "{}"
}
