import TestSupport
import Testing

@testable import Publishing

struct TemplatePageTests {
  @Test func thePageInTheRepositoryIsMadeOfTheTables() throws {
    try expectGolden(templatePage, named: "../../../docs/templates.md")
  }
}
