import Rectification

/// What became of one request.
package struct FetchResult: Sendable {
  package let request: FetchRequest
  package let outcome: Outcome
  /// Every attempt in order, the last one included; empty when none was made.
  package let attempts: [FetchAttempt]

  package enum Outcome: Hashable, Sendable {
    /// A whole answer, and what to ask with next time.
    ///
    /// Whole as far as HTTP can tell: a body that ends when the connection does has no announced
    /// length, so one cut short looks complete. The decoder refuses documents without their end.
    case body([UInt8], Validators?)
    /// The server still has what the request's validators describe.
    case notModified
    case failed(FetchFailure)
  }
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
  /// The answered report as a received file; nil when none was answered.
  package func receivedFile(
    for campaign: Code, at moment: Moment
  ) throws(DigestingError) -> ReceivedFile? {
    guard case .body(let bytes, _) = outcome else { return nil }
    let submission = Submission(
      campaign: campaign, sender: request.unit, channel: .http,
      fileName: fileName, digest: try Digesting.digest(of: bytes), size: bytes.count,
      receivedAt: moment)
    return ReceivedFile(submission: submission, content: .whole(bytes))
  }

  /// The last part of the URL's path, or the unit where there is none.
  private var fileName: String {
    let path = request.url.prefix { $0 != "?" && $0 != "#" }
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return ShownName.text(name.isEmpty ? request.unit.text : String(name))
  }
}
