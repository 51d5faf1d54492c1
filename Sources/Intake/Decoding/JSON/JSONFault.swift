import Rectification

/// Why a text is not JSON (RFC 8259), and at which byte.
struct JSONFault: Error {
  let offset: Int
  let reason: Reason

  enum Reason {
    case endsEarly
    case unexpected(String)
    case trailingComma
    case missingComma
    case missingColon
    case unquotedName
    case badLiteral
    case badNumber
    case badEscape
    case loneSurrogate
    case rawControl
    case tooDeep
    case extraText
  }

  var message: Bilingual {
    switch reason {
    case .endsEarly:
      Bilingual(zh: "JSON 不完整，文件在此中断", en: "the JSON is incomplete: the file ends here")
    case .unexpected(let found):
      Bilingual(zh: "此处不应出现\(found)", en: "unexpected \(found) here")
    case .trailingComma:
      Bilingual(zh: "最后一项之后多了一个逗号", en: "there is a comma after the last item")
    case .missingComma:
      Bilingual(zh: "两项之间缺少逗号", en: "a comma is missing between two items")
    case .missingColon:
      Bilingual(zh: "名称之后缺少冒号", en: "a colon is missing after the name")
    case .unquotedName:
      Bilingual(zh: "此处应为加双引号的名称", en: "a name in double quotes is due here")
    case .badLiteral:
      Bilingual(
        zh: "只能写 true、false 或加双引号的文本", en: "only true, false or text in double quotes will do")
    default: detail
    }
  }

  private var detail: Bilingual {
    switch reason {
    case .badNumber:
      Bilingual(
        zh: "数字写法不合 JSON 规定（如多余的前导 0、缺位的小数）",
        en: "the number is not written as JSON wants it (a leading zero, a bare decimal point)")
    case .badEscape:
      Bilingual(zh: "文本中的反斜杠转义不合法", en: "the backslash escape is not valid")
    case .loneSurrogate:
      Bilingual(
        zh: "\\u 转义只写了代理对的一半", en: "the \\u escape is one half of a surrogate pair")
    case .rawControl:
      Bilingual(
        zh: "文本中的换行和制表符须写作 \\n、\\t，或漏了结束的双引号",
        en: "line ends and tabs in a text are written \\n and \\t; or a closing quote is missing")
    case .tooDeep:
      Bilingual(
        zh: "嵌套超过 \(JSONScanner.depthLimit) 层",
        en: "nested more than \(JSONScanner.depthLimit) deep")
    default:
      Bilingual(zh: "JSON 结束之后还有多余内容", en: "there is more text after the end of the JSON")
    }
  }
}
