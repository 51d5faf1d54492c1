/// As many mistakes, or as many elements, as an XML file can hold.
extension HostileDocument {
  static let xmlFloods = [
    HostileDocument("XML flood of unknown elements", ["schema"], .xmlEntry { _ in "<x/>" }),
    HostileDocument(
      "XML flood of unknown elements between entries", ["schema"], .xmlEntries { _ in "<x/>" }),
    HostileDocument(
      "XML flood of names nearly right", ["schema"], .xmlEntry { _ in "<extensionReqest/>" }),
    HostileDocument(
      "XML flood of names of another namespace", ["schema"], .xmlEntry { _ in "<x xmlns='u'/>" }),
    HostileDocument("XML flood of one doubled field", ["schema"], .xmlEntry { _ in "<plan/>" }),
    HostileDocument("XML flood of empty entries", ["schema"], .xmlEntries { _ in "<entry/>" }),
    HostileDocument(
      "XML flood of bad values", ["bad-date", "schema"], .xmlEntries { _ in badEntry }),
    HostileDocument(
      "XML flood of bad outcomes", ["bad-amount", "schema"],
      Filling(
        head: Filling.xmlHead + "<progress>完成</progress></entry></entries><outcomes>",
        tail: "</outcomes></weeklyReport>"
      ) { _ in "<outcome/>" }),
    HostileDocument("XML flood of stray text", ["schema"], .xmlEntry { _ in "x<x/>" }),
    HostileDocument(
      "XML flood of invisible names", ["schema"], .xmlEntry { _ in "<\u{2070}\u{200D}\u{200C}/>" }),
    HostileDocument(
      "XML number of many digits", ["schema"],
      Filling(
        head: Filling.xmlHead.replacing("40</percent>", with: ""),
        tail: "</percent><progress>完成</progress></entry></entries></weeklyReport>"
      ) { _ in "9" }),
  ]

  private static let badEntry = """
    <entry><measure>中 文</measure><status>已完成</status><percent>1e400</percent><progress> </progress>\
    <delay><reason/><expectedDate>2024-02-30</expectedDate></delay></entry>
    """
}
