import Rectification

/// The findings of rule `wrong-encoding`.
enum EncodingRefusal {
  private static let remedy = Bilingual(
    zh: "请另存为 UTF-8 编码后重新报送；XML 首行写 encoding=\"UTF-8\"",
    en: "save it as UTF-8 and send it again; in XML the first line says encoding=\"UTF-8\"")

  static func undecodable(
    _ encoding: Encoding, offset: Int, before: [UInt8], isCut: Bool
  ) -> Refusal {
    let place = SourceMap(before).place(at: before.count)
    let at = Bilingual(
      zh: "第 \(offset + 1) 字节（偏移 \(offset)）", en: "byte \(offset + 1) (offset \(offset))")
    guard !isCut else {
      return Refusal(
        .wrongEncoding, at: place,
        Bilingual(
          zh: "文件在\(at.zh)处断在一个字符中间（按 \(encoding.name) 读取）",
          en: "the file ends within a character at \(at.en), read as \(encoding.name)"),
        remedy: Bilingual(
          zh: "文件可能没有传完，请重新报送完整文件",
          en: "the file may be incomplete; send the whole file again"))
    }
    return Refusal(
      .wrongEncoding, at: place,
      Bilingual(
        zh: "\(at.zh)不是合法的 \(encoding.name) 字符",
        en: "\(at.en) is not a valid \(encoding.name) character"), remedy: remedy)
  }

  static let big5 = Refusal(
    .wrongEncoding, at: .start,
    Bilingual(
      zh: "文件像是 Big5（繁体中文）编码", en: "the file seems to be in Big5 (traditional Chinese)"),
    remedy: remedy)

  static func unknown(_ name: String) -> Refusal {
    Refusal(
      .wrongEncoding, at: .start,
      Bilingual(
        zh: "声明的字符编码\(Quotation.of(name))不在可读之列",
        en: "the declared encoding \(Quotation.of(name)) is not one that is read"),
      remedy: remedy)
  }

  static func staleDeclaration(_ name: String, actual: Encoding) -> Refusal {
    Refusal(
      .wrongEncoding, at: .start,
      Bilingual(
        zh: "声明的字符编码是\(Quotation.of(name))，内容却是 \(actual.name)",
        en: "the declared encoding is \(Quotation.of(name)), but the content is \(actual.name)"),
      remedy: remedy)
  }
}
