@testable import Intake

/// Reports that only one of the syntaxes can write, and whether the format admits them.
enum OneSyntax {
  static let json: [(text: String, isSound: Bool)] =
    [
      "80", "\"80\"", "\"８０\"", "\"8０\"", "\" \\t\\n\\r80 \"", "-0", "\"-0\"", "\"\\u0038\\uff10\"",
      "100",
    ]
    .map { (Sample.json(percent: $0), true) }
    + [
      "8.5", "\"8.0\"", "\"8e1\"", "101", "\"101\"", "\"１０１\"", "\"\"", "\" \"", "\"８０％\"",
      "\"\\u300080\"",
      "\"80\\u0000\"", "true", "null", "[80]", "{\"x\": 80}", "[]", "{}",
    ].map { (Sample.json(percent: $0), false) }
    + [
      "5", "true", "null", "[\"a\"]", "[]", "{}", "\"a\\u0000b\"", "\"\\u001f\"", "\"\\ufffe\"",
      "\"\\uffff\"",
    ]
    .map { (Sample.json(progress: $0), false) }
    + ["\"\\ud842\\udfb7\"", "\"\\/\\\"\\\\\"", "\"a\\r\\nb\\tc\""].map {
      (Sample.json(progress: $0), true)
    }
    + [
      "\"plan\": 5", "\"plan\": null", "\"evidence\": {}", "\"evidence\": [[]]",
      "\"evidence\": \"\"",
      "\"delay\": []", "\"delay\": \"\"", "\"evidence\": [null]", "\"\": 1", "\"plan \": \"x\"",
      "\"closeOutRequest\": {\"statement\": true}", "\"percent\\u0000\": 1",
    ].map { (Sample.json(entry: ", " + $0), false) }
    + ["false", "true"].map { (Sample.json().replacing("\": false", with: "\": \($0)"), true) }
    + ["\"false\"", "0", "null", "\"ｔｒｕｅ\""]
    .map { (Sample.json().replacing("\": false", with: "\": \($0)"), false) }

  static let xml: [(text: String, isSound: Bool)] =
    attributes + [(namedType, false), (foreignBlank, false)]
    + [
      "<plan>&lt;a&gt; &amp; <![CDATA[<b>]]></plan>", "<plan/>", "<!-- 注 -->", "<?pi x?>",
      "<evidence/>",
      "<plan>a<!-- 注 -->b</plan>", "<plan>&#x20BB7;&#30707;</plan>",
      "<evidence> \n <!-- 无 --> </evidence>",
    ].map { (Sample.xml(entry: $0), true) }
    + [
      "text", "<plan><b>x</b></plan>", "<delay>x<reason>y</reason></delay>",
      "<evidence><file/></evidence>",
      "<plan xmlns='urn:other'>x</plan>", "<plan xmlns=''>x</plan>", "<Plan>x</Plan>",
      "<evidence>x</evidence>",
      "<delay/>", "<plan>&#x7f;</plan>", "<plan>&#x85;</plan>",
      "<evidence><document/></evidence>", "<entry/>", "<![CDATA[x]]>",
    ].map { (Sample.xml(entry: $0), false) }
    + [
      ("80", true), (" 80\n", true), ("&#56;０", true), ("<!-- 约 -->8<!-- 成 -->0", true),
      ("<![CDATA[80]]>", true),
    ]
    .map { (Sample.xml().replacing(">40<", with: ">\($0.0)<"), $0.1) }
    + ["", "８ ０", "\u{A0}80", "<x/>", "<x>80</x>", "80%"]
    .map { (Sample.xml().replacing(">40<", with: ">\($0)<"), false) }
    + [
      ("true", true), (" false ", true), ("1", false), ("", false), ("TRUE", false),
      ("true\u{3000}", false),
    ]
    .map { (Sample.xml().replacing(">false<", with: ">\($0.0)<"), $0.1) }
    + ["<remark/>", "<z:remark xmlns:z='urn:z'/>", "<unit>BM02</unit>", "text"].map {
      (Sample.xml(more: $0), false)
    }
    + ["zero", "z-1"].map { (prefixed(Sample.xml(), $0), true) }

  /// Legal to every XSD; the table of `PastSchema` says why it stands apart.
  static let namedType = Sample.xml().adding(hint + "type='unitName'", to: "unit")

  static let foreignBlank = Sample.xml(entry: "<evidence>\u{3000}</evidence>")

  private static let hint = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:"
  private static let names = [
    "weeklyReport", "unit", "percent", "entries", "entry", "progress", "zeroReport",
  ]

  /// On every kind of element the two hints at the schema, and every other attribute.
  private static let attributes: [(text: String, isSound: Bool)] = names.flatMap { name in
    [
      (hint + "schemaLocation='urn:zhouhui:weekly-report:1 weekly-report.xsd'", true),
      (hint + "noNamespaceSchemaLocation='weekly-report.xsd'", true),
      (hint + "nil='true'", false), (hint + "nil='false'", false), (hint + "type='unknown'", false),
      ("schemaLocation='x'", false), ("lang='zh'", false), ("xml:lang='zh'", false),
      ("xml:space='preserve'", false), ("xmlns:z='urn:z' z:schemaLocation='x'", false),
      ("xmlns:z='urn:z'", true),
    ].map { (Sample.xml().adding($0.0, to: name), $0.1) }
  }

  private static func prefixed(_ xml: String, _ prefix: String) -> String {
    xml.replacing("xmlns=", with: "xmlns:\(prefix)=").replacing("</", with: "</\(prefix):")
      .replacing(/<([a-zA-Z])/) { "<\(prefix):\($0.1)" }
  }
}
