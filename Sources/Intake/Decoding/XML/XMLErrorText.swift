import CLibXML2
import Rectification

/// What libxml2 says of malformed XML, as a sentence in both languages.
enum XMLErrorText {
  static func sentence(code: Int, text: String) -> Bilingual {
    let english = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard let chinese = chinese[code] else {
      return Bilingual(
        zh: "XML 写法有误：\(Quotation.of(english))", en: "malformed XML: \(Quotation.of(english))")
    }
    return Bilingual(zh: "XML 写法有误：\(chinese)", en: "malformed XML: \(Quotation.of(english))")
  }

  private static let chinese: [Int: String] = Dictionary(
    uniqueKeysWithValues: sentences.map { (Int($0.code.rawValue), $0.text) })

  private static let sentences: [(code: xmlParserErrors, text: String)] = [
    (XML_ERR_DOCUMENT_EMPTY, "文件里没有 XML 内容"),
    (XML_ERR_DOCUMENT_END, "文件结束之后还有多余内容，或文件不完整"),
    (XML_ERR_TAG_NAME_MISMATCH, "结束标签与开始标签不一致，或漏了结束标签"),
    (XML_ERR_TAG_NOT_FINISHED, "标签没有写完，文件可能不完整"),
    (XML_ERR_LT_IN_ATTRIBUTE, "属性值里不能直接写 <"),
    (XML_ERR_LTSLASH_REQUIRED, "缺少结束标签"),
    (XML_ERR_GT_REQUIRED, "标签缺少结尾的 >"),
    (XML_ERR_EQUAL_REQUIRED, "属性名之后缺少等号"),
    (XML_ERR_SPACE_REQUIRED, "两个属性之间缺少空格"),
    (XML_ERR_ATTRIBUTE_NOT_STARTED, "属性值没有用引号开始"),
    (XML_ERR_ATTRIBUTE_NOT_FINISHED, "属性值没有用引号结束"),
    (XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "属性没有值"),
    (XML_ERR_ATTRIBUTE_REDEFINED, "同一标签里属性重复"),
    (XML_ERR_NAME_REQUIRED, "此处缺少名称：文本里的 < 或 & 须写作 &lt; 或 &amp;"),
    (XML_ERR_ENTITYREF_SEMICOL_MISSING, "& 引用缺少分号：文本里的 & 须写作 &amp;"),
    (XML_ERR_UNDECLARED_ENTITY, "引用了没有定义的实体，只可用 &lt; &gt; &amp; &quot; &apos;"),
    (XML_WAR_UNDECLARED_ENTITY, "引用了没有定义的实体，只可用 &lt; &gt; &amp; &quot; &apos;"),
    (XML_ERR_INVALID_CHARREF, "字符引用写法不合法"),
    (XML_ERR_INVALID_HEX_CHARREF, "十六进制字符引用写法不合法"),
    (XML_ERR_INVALID_DEC_CHARREF, "十进制字符引用写法不合法"),
    (XML_ERR_INVALID_CHAR, "含有 XML 不允许的字符"),
    (XML_ERR_CDATA_NOT_FINISHED, "CDATA 段没有结束"),
    (XML_ERR_MISPLACED_CDATA_END, "文本里不能直接写 ]]>"),
    (XML_ERR_COMMENT_NOT_FINISHED, "注释没有结束"),
    (XML_ERR_HYPHEN_IN_COMMENT, "注释里不能有两个连着的连字符"),
    (XML_ERR_PI_NOT_FINISHED, "处理指令没有结束"),
    (XML_ERR_RESERVED_XML_NAME, "XML 声明只能写在文件的最开头"),
    (XML_ERR_XMLDECL_NOT_FINISHED, "XML 声明没有写完"),
    (XML_ERR_XMLDECL_NOT_STARTED, "XML 声明写法不合法"),
    (XML_ERR_VERSION_MISSING, "XML 声明缺少 version"),
    (XML_ERR_UNKNOWN_VERSION, "XML 版本不支持，应为 1.0"),
    (XML_ERR_ENCODING_NAME, "XML 声明中的编码名称不合法"),
    (XML_ERR_STANDALONE_VALUE, "XML 声明中的 standalone 只能是 yes 或 no"),
    (XML_ERR_STRING_NOT_CLOSED, "引号没有成对"),
    (XML_ERR_STRING_NOT_STARTED, "缺少引号"),
    (XML_ERR_NAME_TOO_LONG, "名称过长"),
    (XML_NS_ERR_UNDEFINED_NAMESPACE, "用了没有声明的命名空间前缀"),
    (XML_NS_ERR_QNAME, "带前缀的名称写法不合法"),
    (XML_NS_ERR_ATTRIBUTE_REDEFINED, "同一标签里属性重复"),
    (XML_NS_ERR_XML_NAMESPACE, "命名空间声明不合法"),
  ]
}
