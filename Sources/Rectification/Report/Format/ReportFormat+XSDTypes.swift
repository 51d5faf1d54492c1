extension ReportFormat {
  /// The name of the simple type a field shares with others; nil when its type is its own.
  static func xsdNamedType(of type: FieldType) -> String? {
    switch type {
    case .code: "code"
    case .unitName: "unitName"
    case .decimal: "decimalText"
    case .date: "date"
    case .moment: "moment"
    case .week: "week"
    case .boolean: "boolean"
    case .sha256: "sha256"
    default: nil
    }
  }

  /// The simple types shared by fields.
  ///
  /// Dates, weeks and times are texts with a pattern. XSD's own types would take a zone after a date
  /// and blanks around it; whether the day exists is the program's to check, under a rule of its own.
  /// Numbers and booleans are texts as well: xs:integer has no full-width digits, and not every
  /// validator leaves other blanks than those of XML around them alone.
  static var xsdNamedTypes: String {
    let scalars: [FieldType] = [.code, .decimal, .date, .moment, .week, .sha256]
    let blank = " \\t\\n\\r&#xA0;&#x3000;"
    let control = "&#x7F;-&#x9F;"
    let patterns: [(name: String, base: String, pattern: String)] =
      scalars.compactMap { type in
        guard let name = xsdNamedType(of: type), let pattern = type.writtenPattern else {
          return nil
        }
        return (name, "xs:string", pattern.escapedForXML)
      } + [
        ("boolean", "xs:string", xsdBetweenBlanks("true|false")),
        ("text", "xs:string", "[^\(control)]*"),
        ("filledText", "text", "[\(blank)]*[^\(blank)\(control)][^\(control)]*"),
      ]
    let types = patterns.map { xsdSimpleType($0.name, $0.base, [("pattern", $0.pattern)]) }
    let longest = "\(FieldType.unitNameLength.upperBound)"
    return (types + [xsdSimpleType("unitName", "filledText", [("maxLength", longest)])])
      .joined(separator: "\n")
  }

  private static func xsdBetweenBlanks(_ pattern: String) -> String {
    "[ \\t\\n\\r]*(\(pattern))[ \\t\\n\\r]*"
  }

  private static func xsdSimpleType(
    _ name: String, _ base: String, _ facets: [(name: String, value: String)]
  ) -> String {
    """
      <xs:simpleType name="\(name)">
        <xs:restriction base="\(base)">
    \(facets.map { "      <xs:\($0.name) value=\"\($0.value)\"/>" }.joined(separator: "\n"))
        </xs:restriction>
      </xs:simpleType>
    """
  }

  /// The base and the facets of a simple type written in its place.
  static func xsdRestriction(
    _ type: FieldType
  ) -> (base: String, facets: [(name: String, value: String)]) {
    switch type {
    case .constant(let text): ("xs:string", [("enumeration", text)])
    case .choice(let choices): ("xs:string", choices.map { ("enumeration", $0.value) })
    case .text(let length):
      (length.lowerBound > 0 ? "filledText" : "text", [("maxLength", "\(length.upperBound)")])
    case .integer:
      ("xs:string", [("pattern", xsdBetweenBlanks(type.writtenPattern ?? ""))])
    case .link(let max):
      ("xs:string", [("maxLength", "\(max)"), ("pattern", type.pattern ?? "")])
    default: ("xs:string", [])
    }
  }
}
