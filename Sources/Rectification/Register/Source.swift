/// Where reports are fetched from: a URL for each unit, or one that answers with the reports of many.
package struct Source: Hashable, Sendable {
  package let code: Code
  /// With `{unit}` and `{week}`, which are replaced.
  package let url: String
  /// The units it serves: from nobody else is anything taken that comes by it.
  package let units: [Code]
  package let answer: Answer
  /// Other hosts to which it may redirect, `files.example.cn` or `files.example.cn:8443`.
  package let hosts: [String]
  package let access: ServerAccess

  /// What one request is answered with.
  package enum Answer: String, CaseIterable, Sendable {
    /// One report, of the unit in the URL.
    case report
    /// Many reports: a JSON array, an XML envelope or a ZIP archive, perhaps over several pages.
    case bundle
  }

  package init(
    code: Code, url: String, units: [Code], answer: Answer = .report, hosts: [String] = [],
    access: ServerAccess = ServerAccess()
  ) {
    self.code = code
    self.url = url
    self.units = units
    self.answer = answer
    self.hosts = hosts
    self.access = access
  }
}
