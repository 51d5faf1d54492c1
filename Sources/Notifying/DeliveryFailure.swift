import CLibCurl
import GuardedConnections
import Rectification

/// Why a message was not taken, in words that carry nothing from the server but a number.
package enum DeliveryFailure: Hashable, Sendable {
  case privateAddress, resolve, connect, timeout, tls, login
  /// The server's answer: an SMTP reply code, or an HTTP status.
  case refused(Int)
  /// Some other result code of libcurl.
  case other(Int)

  /// Nil when the server has taken it.
  init?(_ code: CURLcode, _ easy: EasyHandle) {
    let answer = zhouhui_get_number(easy.pointer, CURLINFO_RESPONSE_CODE)
    switch code {
    case CURLE_OK where (200..<300).contains(answer): return nil
    case CURLE_COULDNT_CONNECT where easy.refusedAddress != nil: self = .privateAddress
    case CURLE_COULDNT_RESOLVE_HOST: self = .resolve
    case CURLE_COULDNT_CONNECT: self = .connect
    case CURLE_OPERATION_TIMEDOUT: self = .timeout
    case CURLE_LOGIN_DENIED: self = .login
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
      self = .tls
    case _ where answer >= 300: self = answer == 401 ? .login : .refused(answer)
    default: self = .other(Int(code.rawValue))
    }
  }

  package var message: Bilingual {
    switch self {
    case .privateAddress:
      Bilingual(
        zh: "服务器在内网地址，networks 没有列出", en: "the server has a private address not in networks")
    case .resolve: Bilingual(zh: "找不到服务器的域名", en: "the server's name is not known")
    case .connect: Bilingual(zh: "连不上服务器", en: "no connection to the server")
    case .timeout: Bilingual(zh: "服务器没有及时回应", en: "the server did not answer in time")
    case .tls:
      Bilingual(
        zh: "加密连接没有建立：证书不可信，或服务器不支持 STARTTLS",
        en: "no encrypted connection: the certificate is not trusted, or STARTTLS is not offered")
    case .login: Bilingual(zh: "服务器不认凭据", en: "the server does not accept the credential")
    case .refused(let code): Bilingual(zh: "服务器拒收（\(code)）", en: "the server refused it (\(code))")
    case .other(let code):
      Bilingual(zh: "没有送达（libcurl \(code)）", en: "not delivered (libcurl \(code))")
    }
  }
}
