/// One sentence in the two languages the program speaks.
package struct Bilingual: Hashable, Codable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(language: Language) -> String {
    language == .zh ? zh : en
  }
}

/// A language people read the output in.
package enum Language: String, CaseIterable, Sendable {
  case zh, en
}
