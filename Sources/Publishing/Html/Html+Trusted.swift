extension Html {
  /// Markup that was made elsewhere in this module: a script, a style sheet, escaped JSON.
  init(trusted source: String) {
    self = "\(Html(stringLiteral: source))"
  }
}
