/// Character data, and what may stand for it or beside it in XML.
extension HostileDocument {
  static let xmlTexts = [
    HostileDocument("XML character references", ["schema"], .xmlText { _ in "&#20013;" }),
    HostileDocument(
      "XML character references of many digits", [],
      .xmlText { _ in "&#\(String(repeating: "0", count: 200))20013;" }),
    HostileDocument("XML references to &amp;", ["schema"], .xmlText { _ in "&amp;" }),
    HostileDocument("XML comments in a text", ["schema"], .xmlText { _ in "中<!---->" }),
    HostileDocument("XML CDATA sections", ["schema"], .xmlText { _ in "<![CDATA[中]]>" }),
    HostileDocument("XML processing instructions", ["schema"], .xmlText { _ in "中<?p?>" }),
    HostileDocument("XML one long comment", [], .xmlEntry("<!--", "-->") { _ in "a>" }),
    HostileDocument("XML comments between fields", [], .xmlEntry { _ in "<!-- - -->" }),
    HostileDocument("XML processing instructions between fields", [], .xmlEntry { _ in "<?p ?>" }),
    HostileDocument("XML one long text", ["schema"], .xmlText { _ in "持续推进" }),
    HostileDocument("XML blanks between fields", [], .xmlEntry { _ in " \t" }),
    HostileDocument(
      "XML line ends between fields, then a mistake", ["schema"],
      .xmlEntry("", "<x/>") { _ in "\n" }),
    HostileDocument(
      "XML returns between fields, then a mistake", ["schema"], .xmlEntry("", "<x/>") { _ in "\r" }),
    HostileDocument(
      "XML line ends before the root", [],
      Filling(
        head: "", tail: Filling.xmlHead + "<progress>完成</progress></entry></entries></weeklyReport>"
      ) { _ in "\n" }),
    HostileDocument(
      "XML comments after the root", [],
      Filling(
        head: Filling.xmlHead + "<progress>完成</progress></entry></entries></weeklyReport>", tail: ""
      ) { _ in "<!---->" }),
    HostileDocument(
      "nothing but line ends", ["not-a-report"], Filling(head: "", tail: "") { _ in "\n" }),
  ]
}
