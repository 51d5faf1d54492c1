import CLibCrypto
import Foundation
import Rectification

/// A whole page: one file, nothing fetched, and nothing run but `script`, where there is one.
func document(
  title: String, language: Language, style: Html, script: String = "", body: Html
) -> Html {
  let (policy, run): (Html, Html) =
    script.isEmpty
    ? (.none, .none)
    : (
      " script-src 'sha256-\(scriptDigest(script))';", "<script>\(Html(trusted: script))</script>\n"
    )
  // The policy holds even if something slipped through: no other script, no form, no request to anywhere.
  return """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none';\(policy) style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="format-detection" content="telephone=no">
    <title>\(title)</title>
    <style>
    \(style)</style>
    </head>
    <body>
    \(body)\(run)</body>
    </html>

    """
}

/// The SHA-256 of a script in Base64, as a policy names it (CSP Level 3, 2.3.1 hash-source).
private func scriptDigest(_ script: String) -> String {
  var sum = [UInt8](repeating: 0, count: 32)
  let bytes = Array(script.utf8)
  // A failure leaves zeros: the browser then runs nothing, and the page reads as it does without script.
  _ = EVP_Digest(bytes, bytes.count, &sum, nil, EVP_sha256(), nil)
  return Data(sum).base64EncodedString()
}
