import GuardedConnections
import Rectification

/// One thing to ask for.
package struct FetchRequest: Sendable {
  package let source: FetchSource
  /// The unit the URL belongs to: the sender of whatever is answered; nil where many share a URL.
  package let unit: Code?
  package let url: String
  package let subject: Subject
  /// What was remembered of the last answer; nil asks for the whole of it.
  package var validators: Validators?
  /// The URL that this one goes on from; its own for a first page.
  let start: String
  /// The URLs of the pages before.
  private let earlier: Set<String>
  /// Counted from one.
  package let page: Int

  package enum Subject: Hashable, Sendable {
    /// One report.
    case report
    /// Many reports, or one page of them.
    case bundle
    /// The signature of a report already fetched.
    case signature
  }

  /// Pages of one list; no drive has units for so many.
  static let pageLimit = 1_000

  package init(
    source: FetchSource, unit: Code?, url: String, subject: Subject,
    validators: Validators? = nil
  ) {
    self.init(
      source: source, unit: unit, url: url, subject: subject, validators: validators, start: url,
      earlier: [], page: 1)
  }

  private init(
    source: FetchSource, unit: Code?, url: String, subject: Subject, validators: Validators?,
    start: String, earlier: Set<String>, page: Int
  ) {
    self.source = source
    self.unit = unit
    self.url = url
    self.subject = subject
    self.validators = validators
    self.start = start
    self.earlier = earlier
    self.page = page
  }

  /// The request for the next page, as the answer names it; nil where the source may not lead there.
  package func nextPage(_ reference: String) -> FetchRequest? {
    guard page < Self.pageLimit, let target = URLParts.resolve(reference, against: url),
      target != url, !earlier.contains(target), let from = URLParts(start),
      let to = URLParts(target),
      source.mayLead(from: from, to: to)
    else { return nil }
    return FetchRequest(
      source: source, unit: unit, url: target, subject: subject, validators: nil, start: start,
      earlier: earlier.union([url]), page: page + 1)
  }

  /// Whether what an answer names as its next page is this one, or one before it.
  package func leadsBack(_ reference: String) -> Bool {
    guard let target = URLParts.resolve(reference, against: url) else { return false }
    return target == url || earlier.contains(target)
  }

  /// The request for the signature that lies beside a report.
  package func signature(suffix: String) -> FetchRequest {
    let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
    return FetchRequest(
      source: source, unit: unit, url: url[..<end] + suffix + url[end...], subject: .signature)
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
  /// A request for each unit of the source, in its order; a single one for a bundle.
  package func requests(
    for week: Week, secrets: AccessSecrets = AccessSecrets(),
    validators: (_ url: String) throws -> Validators?
  ) rethrows -> [FetchRequest] {
    let common = FetchSource(self, secrets: secrets)
    guard answer == .report else {
      let url = url.replacing("{week}", with: percentEncoded(week.description))
      return [
        FetchRequest(
          source: common, unit: nil, url: url, subject: .bundle, validators: try validators(url))
      ]
    }
    return try units.map { unit in
      let url = self.url(of: unit, in: week)
      return FetchRequest(
        source: common, unit: unit, url: url, subject: .report, validators: try validators(url))
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
