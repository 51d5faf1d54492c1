import Rectification

/// One report to ask for.
package struct FetchRequest: Hashable, Sendable {
  package let source: Code
  /// The unit the URL belongs to: the sender of whatever is answered.
  package let unit: Code
  package let url: String
  /// What was remembered of the last answer; nil asks for the whole report.
  package var validators: Validators?

  package init(source: Code, unit: Code, url: String, validators: Validators? = nil) {
    self.source = source
    self.unit = unit
    self.url = url
    self.validators = validators
  }

  /// Transfers to one of these share the limit for a host; with the port, in lower case.
  var host: String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return authority.lowercased()
  }
}

/// What tells a server which answer we already have (RFC 9110, section 8.8).
package struct Validators: Hashable, Sendable {
  package let etag: String?
  package let lastModified: String?

  /// Drops whatever could not stand on a header line as it is; nil when nothing is left.
  package init?(etag: String?, lastModified: String?) {
    self.etag = etag.flatMap(Self.headerValue)
    self.lastModified = lastModified.flatMap(Self.headerValue)
    guard self.etag != nil || self.lastModified != nil else { return nil }
  }

  /// Visible ASCII and spaces: it is sent back later, so no line end may hide in it.
  private static func headerValue(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    return isPlain && (1...1_024).contains(text.utf8.count) ? text : nil
  }
}

extension Source {
  /// A request for each unit of the source, in its order.
  package func requests(
    for week: Week, validators: (_ url: String) throws -> Validators?
  ) rethrows -> [FetchRequest] {
    try units.map { unit in
      let url = url(of: unit, in: week)
      return FetchRequest(source: code, unit: unit, url: url, validators: try validators(url))
    }
  }

  /// The URL with `{unit}` and `{week}` replaced.
  package func url(of unit: Code, in week: Week) -> String {
    url.replacing("{unit}", with: percentEncoded(unit.text))
      .replacing("{week}", with: percentEncoded(week.description))
  }

  /// RFC 3986, section 2.3: everything but the unreserved characters is written `%NN`.
  private func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        [byte]
      default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
