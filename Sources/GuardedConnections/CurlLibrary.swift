import CLibCurl

/// libcurl as a whole.
package enum CurlLibrary {
  /// Set up once for the process, as curl_global_init(3) asks; never torn down.
  package static let start: CURLcode = curl_global_init(Int(CURL_GLOBAL_SSL))

  /// libcurl's own words for a result code.
  package static func text(_ code: CURLcode) -> String {
    String(cString: curl_easy_strerror(code))
  }
}

/// libcurl itself cannot work here; nothing a server does leads to it.
package struct CurlFailure: Error, Hashable, CustomStringConvertible {
  /// The step that failed.
  package let step: String
  package let detail: String

  package init(step: String, detail: String) {
    self.step = step
    self.detail = detail
  }

  package var description: String { "libcurl: \(step): \(detail); check its installation" }
}
