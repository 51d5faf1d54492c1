import Rectification

/// What a file that is no text gives itself away as, by its first bytes.
///
/// An `.xlsx` renamed to `.xml`, or a compressed file, is the commonest wrong delivery; saying what it
/// is helps more than saying that it is not well-formed.
enum FileKind {
  private static let kinds: [(magic: [UInt8], name: Bilingual)] = [
    (
      [0x50, 0x4B, 0x03, 0x04],
      Bilingual(
        zh: "ZIP 压缩包或 Excel/Word/WPS 文件（.zip、.xlsx、.docx）",
        en: "a ZIP archive or an Excel, Word or WPS file (.zip, .xlsx, .docx)")
    ),
    ([0x50, 0x4B, 0x05, 0x06], Bilingual(zh: "空的 ZIP 压缩包", en: "an empty ZIP archive")),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      Bilingual(
        zh: "旧版或加了密码的 Excel/Word/WPS 文件（.xls、.doc、.et、.wps）",
        en: "an old or an encrypted Excel, Word or WPS file (.xls, .doc, .et, .wps)")
    ),
    ([0x25, 0x50, 0x44, 0x46], Bilingual(zh: "PDF 文件", en: "a PDF file")),
    ([0x1F, 0x8B], Bilingual(zh: "gzip 压缩文件", en: "a gzip file")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], Bilingual(zh: "xz 压缩文件", en: "an xz file")),
    ([0x28, 0xB5, 0x2F, 0xFD], Bilingual(zh: "zstd 压缩文件", en: "a zstd file")),
    ([0x42, 0x5A, 0x68], Bilingual(zh: "bzip2 压缩文件", en: "a bzip2 file")),
    (
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Bilingual(zh: "7z 压缩文件", en: "a 7z archive")
    ),
    ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], Bilingual(zh: "RAR 压缩文件", en: "a RAR archive")),
    ([0x89, 0x50, 0x4E, 0x47], Bilingual(zh: "PNG 图片", en: "a PNG image")),
    ([0xFF, 0xD8, 0xFF], Bilingual(zh: "JPEG 图片", en: "a JPEG image")),
    ([0x7B, 0x5C, 0x72, 0x74, 0x66], Bilingual(zh: "RTF 文档", en: "an RTF document")),
  ]

  /// Refuses a file that is one of the known kinds.
  static func refuseIfBinary(_ bytes: [UInt8]) throws(Refusal) {
    guard let kind = kinds.first(where: { bytes.starts(with: $0.magic) }) else { return }
    throw Refusal(
      .notAReport, at: .whole,
      Bilingual(
        zh: "这不是周报告，看起来是：\(kind.name.zh)",
        en: "this is not a weekly report; it looks like \(kind.name.en)"),
      remedy: bytes.starts(with: [0xD0, 0xCF]) ? oldOffice : plain)
  }

  private static let plain = Bilingual(
    zh: "请报送 XML 或 JSON 文件本身，不要压缩，也不要只改扩展名",
    en: "send the XML or JSON file itself, neither compressed nor merely renamed")

  private static let oldOffice = Bilingual(
    zh: "填报表请在 WPS 或 Excel 里“另存为 .xlsx”（不设密码）再报送；或报送 XML、JSON 文件",
    en: "a form is to be saved as .xlsx in WPS or Excel, without a password; or send XML or JSON")
}
