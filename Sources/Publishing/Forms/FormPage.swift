import Rectification

/// What the page of a form says of the fields, in the words of the check that follows.
package struct FieldWords: Sendable {
  let name: String
  let rule: RuleCode
  let message: Bilingual
  let remedy: Bilingual

  package init(name: String, rule: RuleCode, message: Bilingual, remedy: Bilingual) {
    self.name = name
    self.rule = rule
    self.message = message
    self.remedy = remedy
  }
}

/// The script of the page of a form, the same on every page.
package var formScript: String { String(decoding: PackageResources.form_js, as: UTF8.self) }

/// The form of one unit as a page that works without a network: one file, checked as it is filled in.
///
/// `scriptDigest` is the SHA-256 of `formScript` in Base64: the page runs this script and no other.
/// `words` gives what the check of a field can say.
package func formPage(
  _ form: UnitForm, scriptDigest: String, words: @escaping (Field) -> [FieldWords]
) -> String {
  let page: Html = """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-\(scriptDigest)'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="format-detection" content="telephone=no">
    <title>\(form.title) \(form.unit.name) \(form.week.description)</title>
    <style>
    \(Html(trusted: String(decoding: PackageResources.form_css, as: UTF8.self)))</style>
    </head>
    <body>
    <header>
    <p class="campaign">\(form.settings.office)</p>
    <h1>\(form.title)</h1>
    <p>\(form.unit.name)（\(form.unit.code)）　\(form.week.chinese)（\(form.week.description)）　\(due(form))</p>
    <p class="note">浅黄色的格子由本单位填写，填写时随时检查，草稿留在本机浏览器里。填好后点“保存报告”，把存出的 .json 文件放进本单位的收件夹。不得填写国家秘密和内部敏感信息。</p>
    </header>
    <noscript><p class="banner">本页要用脚本检查和保存，请用 Chrome、Edge、Firefox 或国产浏览器的极速模式打开。</p></noscript>
    <main id="form"></main>
    <script type="application/json" id="data">
    \(Html(trusted: FormData(form: form, words: words).json.source))</script>
    <script>\(Html(trusted: formScript))</script>
    </body>
    </html>

    """
  return page.source
}

private func due(_ form: UnitForm) -> String {
  form.due.map { "报送截止：\($0.chinese(in: form.settings.zone))" } ?? ""
}
