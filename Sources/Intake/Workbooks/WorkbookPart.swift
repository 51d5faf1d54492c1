/// What workbook.xml says: the sheets in the order of their tabs, and from when days are counted.
struct WorkbookPart {
  private(set) var sheets: [(name: String, isHidden: Bool, link: String)] = []
  private(set) var countsFrom1904 = false

  init(_ xml: XMLPartReader?) throws(WorkbookFault) {
    guard let xml else { throw .damaged }
    while let event = try xml.step() {
      guard case .start(let name, let attributes) = event else { continue }
      switch name {
      case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
      case "sheet":
        guard let title = attributes["name"], let link = attributes["id"] else { throw .damaged }
        sheets.append(
          (name: title, isHidden: attributes["state", default: "visible"] != "visible", link: link))
      default: break
      }
    }
  }
}

/// The parts that a part leads to, within the same archive.
struct PartLinks {
  /// By the names that the part calls them.
  private(set) var targets: [String: String] = [:]
  private var kinds: [(kind: String, target: String)] = []

  init(_ xml: XMLPartReader?, folder: String) throws(WorkbookFault) {
    guard let xml else { return }
    while let event = try xml.step() {
      guard case .start("Relationship", let attributes) = event,
        attributes["TargetMode"] != "External", let target = attributes["Target"],
        let kind = attributes["Type"]?.split(separator: "/").last
      else { continue }
      let path = Self.path(target, in: folder)
      kinds.append((String(kind), path))
      if let name = attributes["Id"] { targets[name] = path }
    }
  }

  /// The last word of a type of relationship, which the two editions of the standard share.
  func first(of kind: String) -> String? { kinds.first { $0.kind == kind }?.target }

  private static func path(_ target: String, in folder: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var names = folder.split(separator: "/").map(String.init)
    for name in target.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(String(name)) }
    }
    return names.joined(separator: "/")
  }
}
