import CLibXML2

/// Reads the XML of an office document piece by piece, with the values of attributes.
///
/// As closed to the outside as `XMLScanner`: no network, no DOCTYPE, no entity but the five of XML
/// itself. A part is UTF-8, as every program that makes office documents writes it.
final class XMLPartReader {
  private let reader: xmlTextReaderPtr
  private let buffer: UnsafeMutableRawBufferPointer

  /// One step through the document; names are without prefix.
  enum Event {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  /// Why a part cannot be read.
  struct Fault: Error {}

  /// The end of an element that has no content, still to be told.
  private var pendingEnd: String?

  init(_ bytes: [UInt8]) throws(Fault) {
    XMLLibrary.prepare()
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard UTF8Check.firstFault(in: text) == nil, Prolog.doctype(in: Array(text)) == nil,
      AttributeCount.firstExcess(in: Array(text)) == nil
    else { throw Fault() }
    buffer = .allocate(byteCount: max(1, text.count), alignment: 1)
    buffer.copyBytes(from: text)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard
      let reader = xmlReaderForMemory(
        start, Int32(clamping: text.count), nil, nil, Int32(options))
    else {
      buffer.deallocate()
      throw Fault()
    }
    self.reader = reader
  }

  deinit {
    // A stopped reader keeps its document, which freeing the reader frees as well.
    xmlFreeTextReader(reader)
    buffer.deallocate()
  }

  /// Nil at the end of the document.
  func next() throws(Fault) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while true {
      switch xmlTextReaderRead(reader) {
      case 1: if let event = try event() { return event }
      case 0: return nil
      default: throw Fault()
      }
    }
  }

  private func event() throws(Fault) -> Event? {
    switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
    case XML_READER_TYPE_ELEMENT:
      let name = name
      if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
      return .start(name, attributes())
    case XML_READER_TYPE_END_ELEMENT: return .end(name)
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return .text(value)
    case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE: throw Fault()
    default: return nil
    }
  }

  private var name: String { Self.text(xmlTextReaderConstLocalName(reader)) }
  private var value: String { Self.text(xmlTextReaderConstValue(reader)) }

  /// By local names, declarations of namespaces left out.
  private func attributes() -> [String: String] {
    var found: [String: String] = [:]
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      guard xmlTextReaderIsNamespaceDecl(reader) != 1 else { continue }
      found[name] = value
    }
    _ = xmlTextReaderMoveToElement(reader)
    return found
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
  }
}
