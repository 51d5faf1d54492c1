import CLibXML2

/// The C functions libxml2 calls; each finds its scanner and passes on Swift values.
enum XMLCallbacks {
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { data, _, _, _ in XMLCallbacks.scanner(data)?.doctype() }
    handler.startElementNs = { data, name, _, namespace, _, _, count, _, attributes in
      XMLCallbacks.scanner(data)?.startElement(
        name: XMLCallbacks.text(name) ?? "", namespace: XMLCallbacks.text(namespace),
        attributes: XMLCallbacks.names(attributes, count: Int(count)))
    }
    handler.endElementNs = { data, _, _, _ in XMLCallbacks.scanner(data)?.endElement() }
    handler.characters = { data, start, count in
      XMLCallbacks.scanner(data)?.characters(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.processingInstruction = { data, _, _ in
      XMLCallbacks.scanner(data)?.processingInstruction()
    }
    handler.serror = { data, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      let message = error.pointee.message.map { String(cString: $0) } ?? ""
      XMLCallbacks.scanner(data)?.error(code: Int(error.pointee.code), text: message)
    }
    return handler
  }

  private static func scanner(_ data: UnsafeMutableRawPointer?) -> XMLScanner? {
    data.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String? {
    bytes.map { String(decodingCString: $0, as: UTF8.self) }
  }

  /// `lang`, or `{http://…}schemaLocation` for a name of a namespace.
  ///
  /// libxml2 gives five pointers an attribute: local name, prefix, namespace, both ends of the value.
  private static func names(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) -> [String] {
    guard let attributes else { return [] }
    return (0..<count).compactMap { index in
      guard let name = XMLCallbacks.text(attributes[index * 5]) else { return nil }
      return XMLCallbacks.text(attributes[index * 5 + 2]).map { "{\($0)}\(name)" } ?? name
    }
  }
}
