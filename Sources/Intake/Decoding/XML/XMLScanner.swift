import CLibXML2
import Rectification

/// Reads XML by libxml2's event interface into a tree that knows where everything stands.
///
/// Nothing outside of the buffer is ever opened: no network, no entity but the five of XML itself, no
/// DOCTYPE, no XInclude. Owns the C context; this folder is the only one that touches C pointers.
final class XMLScanner {
  static let depthLimit = 64
  /// Different names in one file; none within the default limit of size has as many.
  ///
  /// libxml2's table of names grows no further than 16,384 rows, and a row is a list: from there on the
  /// cost is quadratic.
  static let nameLimit: Int32 = 100_000

  private let bytes: [UInt8]
  private let context: xmlParserCtxtPtr
  private var builder = XMLTreeBuilder()
  private var fault: XMLFault?
  /// Another root than ours; said at the end, because a text must be XML before it is other XML.
  private var foreignRoot: XMLFault?

  private let expectedRoot: String

  /// The root element of a text, which must be valid UTF-8 whatever its declaration says.
  static func scan(
    _ bytes: [UInt8], root: String = ReportFormat.root
  ) throws(XMLFault) -> DocumentNode {
    if let offset = Prolog.doctype(in: bytes) { throw .doctype(at: offset) }
    if let offset = AttributeCount.firstExcess(in: bytes) {
      throw .tooManyAttributes(at: offset)
    }
    guard let scanner = XMLScanner(bytes, root: root) else {
      throw .malformed(code: 0, text: "the parser could not be made", at: 0)
    }
    return try scanner.run()
  }

  private init?(_ bytes: [UInt8], root: String) {
    XMLLibrary.prepare()
    // Copied by libxml2, so the buffer need not outlive the call.
    let created = bytes.withUnsafeBytes { buffer in
      xmlCreateMemoryParserCtxt(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count))
    }
    guard let created else { return nil }
    self.bytes = bytes
    expectedRoot = root
    context = created
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  private func run() throws(XMLFault) -> DocumentNode {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_BIG_LINES.rawValue
    _ = xmlCtxtUseOptions(context, Int32(options))
    context.pointee.sax.pointee = XMLCallbacks.handler
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    _ = withExtendedLifetime(self) { xmlParseDocument(context) }
    if let fault { throw fault }
    guard context.pointee.wellFormed == 1, let root = builder.root else {
      throw .malformed(code: Int(context.pointee.errNo), text: "not well-formed", at: position)
    }
    if let foreignRoot { throw foreignRoot }
    return root
  }

  /// Bytes of the text read so far.
  private var position: Int { min(max(Int(xmlByteConsumed(context)), 0), bytes.count) }

  /// The start of the markup that ends at the current position.
  ///
  /// libxml2's own line numbers stop at 65,535, and it keeps no columns; a tag holds no other `<`.
  private var markupStart: Int {
    bytes[..<position].lastIndex(of: UInt8(ascii: "<")) ?? position
  }

  private func stop(_ reason: XMLFault) {
    guard fault == nil else { return }
    fault = reason
    xmlStopParser(context)
  }
}

/// What libxml2 reports, by way of `XMLCallbacks`.
extension XMLScanner {
  func startElement(name: String, namespace: String?, attributes: [String]) {
    let start = markupStart
    let isOurs = namespace == ReportFormat.namespace
    if builder.depth == 0, !isOurs || name != expectedRoot {
      foreignRoot = .wrongRoot(name: name, namespace: namespace, at: start)
    }
    guard xmlDictSize(context.pointee.dict) <= Self.nameLimit else {
      return stop(.tooManyNames(at: start))
    }
    guard builder.depth < Self.depthLimit else { return stop(.tooDeep(at: start)) }
    // A name of another namespace is none of ours, however it reads.
    builder.start(isOurs ? name : "{\(namespace ?? "")}\(name)", attributes: attributes, at: start)
  }

  func processingInstruction() {
    guard xmlDictSize(context.pointee.dict) > Self.nameLimit else { return }
    stop(.tooManyNames(at: markupStart))
  }

  func endElement() {
    builder.end()
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    builder.append(text)
  }

  func doctype() {
    stop(.doctype(at: markupStart))
  }

  func error(code: Int, text: String) {
    stop(.malformed(code: code, text: text, at: position))
  }
}
