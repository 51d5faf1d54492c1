extension ReportFormat {
  /// The published XSD 1.0 of the XML form.
  ///
  /// Kept to a simple subset (`xs:all`, `xs:sequence`, facets): no substitution and no identity
  /// constraints, where validators differ and libxml2 has had memory errors (CVE-2025-32415).
  package static var xsd: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- 周报告 \(identifier) 的 XML Schema。由字段模型生成，请勿手改。Made from the field model; do not edit. -->
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="\(namespace)"
               targetNamespace="\(namespace)" elementFormDefault="qualified">
      <xs:element name="\(root)">
        <xs:complexType>
    \(xsdObject(fields, depth: 3))
        </xs:complexType>
      </xs:element>
    \(xsdNamedTypes)
    </xs:schema>

    """
  }

  private static func xsdObject(_ fields: [Field], depth: Int) -> String {
    let margin = margin(depth)
    let elements = fields.map {
      xsdElement($0, bounds: $0.isRequired ? "" : " minOccurs=\"0\"", depth + 1)
    }
    return "\(margin)<xs:all>\n\(elements.joined(separator: "\n"))\n\(margin)</xs:all>"
  }

  private static func xsdElement(_ field: Field, bounds: String, _ depth: Int) -> String {
    let margin = margin(depth)
    let head = "\(margin)<xs:element name=\"\(field.name)\"\(bounds)"
    let type = xsdNamedType(of: field.type)
    return """
      \(head)\(type.map { " type=\"\($0)\"" } ?? "")>
      \(xsdNote(field, depth + 1))\(type == nil ? "\n" + xsdInlineType(field.type, depth + 1) : "")
      \(margin)</xs:element>
      """
  }

  private static func xsdNote(_ field: Field, _ depth: Int) -> String {
    let (zh, en) = (field.documentation.zh.escapedForXML, field.documentation.en.escapedForXML)
    let margin = margin(depth)
    return """
      \(margin)<xs:annotation>
      \(margin)  <xs:documentation xml:lang="zh">\(zh)</xs:documentation>
      \(margin)  <xs:documentation xml:lang="en">\(en)</xs:documentation>
      \(margin)</xs:annotation>
      """
  }

  private static func xsdInlineType(_ type: FieldType, _ depth: Int) -> String {
    let margin = margin(depth)
    switch type {
    case .object(let fields):
      return
        "\(margin)<xs:complexType>\n\(xsdObject(fields, depth: depth + 1))\n\(margin)</xs:complexType>"
    case .list(let item, let count):
      let bounds = " minOccurs=\"\(count.lowerBound)\" maxOccurs=\"\(count.upperBound)\""
      return """
        \(margin)<xs:complexType>
        \(margin)  <xs:sequence>
        \(xsdElement(item, bounds: bounds, depth + 2))
        \(margin)  </xs:sequence>
        \(margin)</xs:complexType>
        """
    default:
      let (base, facets) = xsdRestriction(type)
      let lines = facets.map { "\(margin)    <xs:\($0.name) value=\"\($0.value.escapedForXML)\"/>" }
      return """
        \(margin)<xs:simpleType>
        \(margin)  <xs:restriction base="\(base)">
        \(lines.joined(separator: "\n"))
        \(margin)  </xs:restriction>
        \(margin)</xs:simpleType>
        """
    }
  }

  private static func margin(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
