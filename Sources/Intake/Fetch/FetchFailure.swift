import Rectification

/// Why a report could not be fetched: `fetch-failed`, which is never the same as missing.
package enum FetchFailure: Hashable, Sendable {
  case resolve
  case connect
  case tls
  case timeout
  case httpStatus(Int)
  case tooLarge
  /// Fewer bytes than announced.
  case truncated
  case redirect
  case unsupportedEncoding
  /// What answered does not speak HTTP as it should, or the URL is none we use.
  case protocolViolation
  /// Not tried, because its host did not answer others or the time of the run was used up.
  case givenUp
  case other

  /// The stable word for the ledger and for machines.
  package var code: String {
    switch self {
    case .resolve: "resolve"
    case .connect: "connect"
    case .tls: "tls"
    case .timeout: "timeout"
    case .httpStatus(let status): "http-\(status)"
    case .tooLarge: "too-large"
    case .truncated: "truncated"
    case .redirect: "redirect"
    case .unsupportedEncoding: "unsupported-encoding"
    case .protocolViolation: "protocol"
    case .givenUp: "given-up"
    case .other: "other"
    }
  }

  package var name: Bilingual {
    switch self {
    case .resolve: Bilingual(zh: "域名无法解析", en: "host name not found")
    case .connect: Bilingual(zh: "无法连接", en: "cannot connect")
    case .tls: Bilingual(zh: "安全连接（证书）未通过", en: "TLS or certificate refused")
    case .timeout: Bilingual(zh: "超时", en: "timed out")
    case .httpStatus(let status):
      Bilingual(zh: "对方返回状态 \(status)", en: "answered with status \(status)")
    case .tooLarge: Bilingual(zh: "内容超过大小上限", en: "larger than the limit")
    case .truncated: Bilingual(zh: "内容不完整（传输中断）", en: "cut short")
    case .redirect: Bilingual(zh: "对方要求转到其他地址，未跟随", en: "redirected, not followed")
    case .unsupportedEncoding:
      Bilingual(zh: "内容经压缩或编码，不支持", en: "sent in an encoding not asked for")
    case .protocolViolation:
      Bilingual(zh: "网址或应答不符合 HTTP", en: "URL or answer is not proper HTTP")
    case .givenUp:
      Bilingual(zh: "对方主机多次不通或时间用尽，本次未再尝试", en: "host or time given up, not tried")
    case .other: Bilingual(zh: "其他错误", en: "other error")
    }
  }
}
