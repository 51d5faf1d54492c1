/// One field of the weekly report, named alike in XML and JSON.
///
/// `ReportFormat` holds the whole list. The check of a report, the published XSD and JSON Schema and
/// the field table of the format page are all made from it, so they cannot drift apart.
package struct Field: Hashable, Sendable {
  package let name: String
  package let type: FieldType
  package let isRequired: Bool
  package let title: Bilingual
  /// What the title and the type leave open; may be empty.
  package let note: Bilingual

  package init(
    _ name: String, _ type: FieldType, required: Bool = true, zh: String, en: String,
    note: Bilingual = Bilingual(zh: "", en: "")
  ) {
    self.name = name
    self.type = type
    isRequired = required
    title = Bilingual(zh: zh, en: en)
    self.note = note
  }

  /// `week（报告周）` and `week (reporting week)`.
  package var label: Bilingual {
    Bilingual(zh: "\(name)（\(title.zh)）", en: "\(name) (\(title.en))")
  }
}
