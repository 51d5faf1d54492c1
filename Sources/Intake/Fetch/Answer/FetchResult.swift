import Files
import Rectification

/// What became of one request.
package struct FetchResult: Sendable {
  package let request: FetchRequest
  package let outcome: Outcome
  /// Every attempt in order, the last one included; empty when none was made.
  package let attempts: [FetchAttempt]

  package enum Outcome: Hashable, Sendable {
    /// A whole answer.
    ///
    /// Whole as far as can be told: a body that ends when the connection does has no announced length,
    /// so only its last character speaks. The decoder refuses documents without their end.
    case body(FetchAnswer)
    /// The server still has what the request's validators describe.
    case notModified
    case failed(FetchFailure)
  }
}

/// What a server sent.
package struct FetchAnswer: Hashable, Sendable {
  package let bytes: [UInt8]
  /// As they came, where they were in an encoding that the head alone names: `bytes` are UTF-8 then.
  package let original: [UInt8]?
  /// What to ask with next time.
  package let validators: Validators?
  /// The next page, as the head of the answer names it (RFC 8288), perhaps relative.
  package let next: String?
}

/// One attempt at a request.
package struct FetchAttempt: Hashable, Sendable {
  /// Nil when it worked.
  package let failure: FetchFailure?
  /// 0 when no answer came.
  package let httpStatus: Int
  /// 0 when libcurl saw nothing wrong.
  package let curlCode: Int
  /// For the journal, in English, made safe to show; never anything of the body.
  package let message: String
}

extension FetchResult {
  /// The answered report as a received file; nil when none was answered, or none of one unit.
  package func receivedFile(
    for campaign: Code, at moment: Moment, signature: ReceivedSignature? = nil
  ) throws(DigestingError) -> ReceivedFile? {
    guard case .body(let answer) = outcome, let unit = request.unit else { return nil }
    // What is signed is what came.
    let bytes = signature == nil ? answer.bytes : answer.original ?? answer.bytes
    let submission = Submission(
      campaign: campaign, sender: unit, channel: .http, fileName: fileName,
      digest: try Digesting.digest(of: bytes), size: bytes.count, receivedAt: moment)
    return ReceivedFile(submission: submission, content: .whole(bytes), signature: signature)
  }

  /// The last part of the URL's path; the unit or the source where there is none.
  package var fileName: String {
    let path = request.url.prefix { $0 != "?" && $0 != "#" }
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let otherwise = request.unit ?? request.source.code
    return ShownName.text(name.isEmpty ? otherwise.text : String(name))
  }
}
