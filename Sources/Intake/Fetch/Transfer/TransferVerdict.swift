import CLibCurl
import GuardedConnections

extension Transfer {
  /// Nil when there is an answer to use: a body, or that nothing changed.
  func failure(_ code: CURLcode) -> FetchFailure? {
    if head.isOverLimit { return .protocolViolation }
    if easy.refusedAddress != nil, code == CURLE_COULDNT_CONNECT { return .privateAddress }
    switch head.status {
    // An interim answer, or none: only libcurl knows what happened.
    case ..<200: return failureOfConnection(code)
    case 200: break
    case 304 where task.request.validators != nil && code == CURLE_OK: return nil
    case 300, 301, 302, 303, 307, 308: return .redirect
    // 204 and 206 too: neither is a whole report.
    default: return .httpStatus(head.status)
    }
    if head.hasUnsupportedEncoding { return .unsupportedEncoding }
    if body.isOverLimit { return .tooLarge }
    return failureOfConnection(code) ?? failureOfContent
  }

  /// What only the content of a complete answer shows: what it is called says less than what it is.
  private var failureOfContent: FetchFailure? {
    guard task.request.subject != .signature else { return nil }
    return AnswerContent.failure(body.bytes, of: task.request.subject)
      ?? (head.announcesItsEnd || body.endsLikeAReport ? nil : .truncated)
  }

  /// What was tried and what came of it, for the ledger.
  func attempt(_ code: CURLcode) -> FetchAttempt {
    let failure = failure(code)
    return FetchAttempt(
      failure: failure, httpStatus: head.status, curlCode: Int(code.rawValue),
      message: ShownName.text(message(code, failure)))
  }

  private func message(_ code: CURLcode, _ failure: FetchFailure?) -> String {
    if head.isOverLimit { return "header lines over \(head.limit) bytes" }
    if let refusedAddress = easy.refusedAddress, head.status == 0 {
      return "\(refusedAddress) is a private address"
    }
    if body.isOverLimit { return "body over \(body.limit) bytes" }
    if head.hasUnsupportedEncoding { return "body in an encoding not asked for" }
    if failure == .contentType {
      return "content type \(head.mediaType ?? "-"), not a report"
    }
    if head.status >= 200, head.status != 200 || code == CURLE_OK { return "HTTP \(head.status)" }
    return easy.errorMessage.isEmpty ? CurlLibrary.text(code) : easy.errorMessage
  }

  private func failureOfConnection(_ code: CURLcode) -> FetchFailure? {
    switch code {
    case CURLE_OK: head.status == 200 ? nil : .protocolViolation
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
    case CURLE_COULDNT_CONNECT: .connect
    case CURLE_OPERATION_TIMEDOUT: .timeout
    case CURLE_FILESIZE_EXCEEDED: .tooLarge
    // Content-Length does not match what came, or chunks stopped without an end.
    case CURLE_PARTIAL_FILE: .truncated
    // The connection went away: before any answer it may as well never have stood.
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR:
      head.status == 0 ? .connect : .truncated
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_WEIRD_SERVER_REPLY,
      CURLE_LOGIN_DENIED, CURLE_BAD_CONTENT_ENCODING:
      .protocolViolation
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_CLIENTCERT:
      .tls
    default: .other
    }
  }
}
