import Rectification

/// A whole page: one file, nothing fetched, nothing run.
func document(title: String, language: Language, style: Html, body: Html) -> Html {
  // The policy holds even if something slipped through: no script, no form, no request to anywhere.
  """
  <!DOCTYPE html>
  <html lang="\(language == .zh ? "zh-CN" : "en")">
  <head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="format-detection" content="telephone=no">
  <title>\(title)</title>
  <style>
  \(style)</style>
  </head>
  <body>
  \(body)</body>
  </html>

  """
}
