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
  /// A page of HTML, a picture, a line of text: nothing that a report can be.
  case contentType
  /// Nothing at all, or blanks.
  case empty
  /// JSON or XML that shares nothing with a report: `{"code": 500}`.
  case errorAnswer
  /// The host has a private address that the campaign does not list.
  case privateAddress
  /// A credential of the source is missing or unfit.
  case credential
  /// An answer that should carry many reports cannot be taken apart.
  case bundle
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
    case .contentType: "content-type"
    case .empty: "empty"
    case .errorAnswer: "error-answer"
    case .privateAddress: "private-address"
    case .credential: "credential"
    case .bundle: "bundle"
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
    case .httpStatus(let status): Self.name(of: status)
    case .tooLarge: Bilingual(zh: "内容超过大小上限", en: "larger than the limit")
    case .truncated: Bilingual(zh: "内容不完整（传输中断）", en: "cut short")
    case .redirect:
      Bilingual(zh: "对方要求转到未经允许的地址，未跟随", en: "redirected where it may not go, not followed")
    case .unsupportedEncoding:
      Bilingual(zh: "内容的压缩方式不支持", en: "sent in an encoding not asked for")
    case .contentType:
      Bilingual(zh: "返回的不是报告（如登录页）", en: "answered with something else, such as a log-in page")
    case .empty: Bilingual(zh: "返回的内容是空的", en: "answered with nothing")
    case .errorAnswer:
      Bilingual(
        zh: "返回的是出错信息一类的内容，不是周报告", en: "answered with an error message or the like, and no report")
    case .privateAddress:
      Bilingual(
        zh: "主机是内网地址，而 campaign.yaml 的 networks 没有列出",
        en: "the host has a private address that networks in campaign.yaml does not list")
    case .credential: Bilingual(zh: "凭据缺失或不能用", en: "credential missing or unfit")
    case .bundle:
      Bilingual(zh: "返回的多份报告拆不开", en: "the answer with many reports cannot be taken apart")
    case .protocolViolation:
      Bilingual(zh: "网址或应答不符合 HTTP", en: "URL or answer is not proper HTTP")
    case .givenUp:
      Bilingual(zh: "对方主机多次不通或时间用尽，本次未再尝试", en: "host or time given up, not tried")
    case .other: Bilingual(zh: "其他错误", en: "other error")
    }
  }

  private static func name(of status: Int) -> Bilingual {
    let meaning: Bilingual? =
      switch status {
      case 401, 403: Bilingual(zh: "对方不让进，请查凭据", en: "not let in, see the credential")
      case 404, 410: Bilingual(zh: "网址上没有这份报告", en: "no report at the URL")
      case 429: Bilingual(zh: "对方限制次数", en: "asked too often")
      case 500...599: Bilingual(zh: "对方服务器出错", en: "the server's own fault")
      default: nil
      }
    return Bilingual(
      zh: "对方返回状态 \(status)" + (meaning.map { "（\($0.zh)）" } ?? ""),
      en: "answered with status \(status)" + (meaning.map { " (\($0.en))" } ?? ""))
  }
}
