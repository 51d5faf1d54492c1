import CLibCurl

/// libcurl as a whole.
enum CurlLibrary {
  /// Set up once for the process, as curl_global_init(3) asks; never torn down.
  static let start: CURLcode = curl_global_init(Int(CURL_GLOBAL_SSL))

  /// libcurl's own words for a result code.
  static func text(_ code: CURLcode) -> String {
    String(cString: curl_easy_strerror(code))
  }
}

/// libcurl itself cannot work here; nothing a server does leads to it.
package struct FetchError: Error, Hashable, CustomStringConvertible {
  /// The step that failed.
  package let step: String
  package let detail: String

  package var description: String { "libcurl: \(step): \(detail); check its installation" }
}
