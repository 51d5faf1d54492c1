/// Markup that costs an XML reader more than it shows.
extension HostileDocument {
  private static let attributes = (0..<32).map { " a\($0)=''" }.joined()

  static let xmlMarkup = [
    HostileDocument(
      "XML attributes, all in one tag", ["unreadable"], .xmlEntry("<plan", "/>") { " a\($0)=''" }),
    HostileDocument(
      "XML attributes, 32 in each tag", ["schema"], .xmlEntry { _ in "<x\(attributes)/>" }),
    HostileDocument(
      "XML attribute with one long value", ["schema"],
      .xmlEntry("<plan a='", "'/>") { _ in "&#20013;=a " }),
    HostileDocument(
      "XML attribute with one long name", ["schema", "unreadable"],
      .xmlEntry("<plan ", "=''/>") { _ in "progress" }),
    HostileDocument(
      "XML namespaces, declared in each tag of a nest", ["unreadable"],
      .xmlEntry { tag in
        "<x\((0..<30).map { " xmlns:a\(tag)-\($0)='u'" }.joined())>"
      }),
    HostileDocument(
      "XML namespaces, 1,600 in scope of many tags", ["schema"],
      .xmlEntry(namespaceNest, String(repeating: "</x>", count: 50)) { _ in "<y/>" }),
    HostileDocument(
      "XML namespaces, 1,600 in scope of prefixed tags", ["schema"],
      .xmlEntry(namespaceNest, String(repeating: "</x>", count: 50)) { _ in "<a0-0:y/>" }),
    HostileDocument(
      "XML namespaces, one declared in each tag", ["schema"], .xmlEntry { "<x xmlns='\($0)'/>" }),
    HostileDocument("XML nesting without an end", ["unreadable"], .xmlEntry { _ in "<x>" }),
    HostileDocument(
      "XML nesting of 60 levels, again and again", ["schema"],
      .xmlEntry { _ in
        String(repeating: "<x>", count: 60) + String(repeating: "</x>", count: 60)
      }),
    HostileDocument(
      "XML one long name", ["schema", "unreadable"], .xmlEntry("<", "/>") { _ in "progress" }),
    HostileDocument(
      "XML names of 2,000 letters", ["schema"],
      .xmlEntry { _ in "<\(String(repeating: "n", count: 2_000))/>" }),
    HostileDocument("XML names, no two alike", ["schema"], .xmlEntry { "<n\($0)/>" }),
    HostileDocument("XML angle brackets, open", ["unreadable"], .xmlEntry { _ in "<!-" }),
    HostileDocument("XML quotes in tags", ["unreadable"], .xmlEntry { _ in "<a '>" }),
    HostileDocument(
      "XML comment with a thousand ends", ["unreadable"], .xmlEntry("<!--") { _ in "->" }),
    HostileDocument(
      "XML document type of many declarations", ["unreadable"],
      Filling(head: "<!DOCTYPE weeklyReport [", tail: "]>" + Filling.xmlHead) {
        "<!ENTITY e\($0) 'e'>"
      }),
    HostileDocument(
      "XML document type that multiplies", ["unreadable"],
      Filling(head: "<!DOCTYPE weeklyReport [<!ENTITY e0 '0'>", tail: "]>\(Filling.xmlHead)&e9;") {
        "<!ENTITY e\($0 + 1) '&e\($0);&e\($0);'>"
      }),
  ]

  /// 1,600 prefixes that stay declared while the rest is read.
  private static let namespaceNest = (0..<50).map { tag in
    "<x\((0..<32).map { " xmlns:a\(tag)-\($0)='u'" }.joined())>"
  }.joined()
}
