import Rectification

/// What `zhouhui review MONTH --publish` writes, in the order of their names.
package func reviewFiles(
  _ review: MonthlyReview, templates: WordTemplates, language: Language = .zh
) throws -> [OutboxFile] {
  [
    OutboxFile(
      path: "review.docx",
      bytes: try templates.review.filled(
        with: reviewFields.values(of: ReviewWords(review, say: Wording(language: .zh))))),
    OutboxFile(path: "review.html", text: reviewPage(review, language: language)),
    OutboxFile(path: "review.json", text: reviewJSON(review)),
    OutboxFile(path: "review.xlsx", bytes: try ReviewWorkbook(review).bytes()),
  ]
}
