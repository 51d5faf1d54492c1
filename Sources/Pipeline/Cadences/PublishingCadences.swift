import Ledger
import Publishing
import Rectification

/// Puts the page of the day into `outbox/<campaign>/today/`, and names its folder.
package func publish(
  _ analysis: DailyAnalysis, of campaign: Code, in workspace: Workspace, language: Language,
  note: String
) throws -> String {
  try publish(
    todayFiles(analysis, language: language), as: "\(campaign)/today", in: workspace, note: note)
}

/// Puts the review of a month into `outbox/<campaign>/review-<month>/`, and names its folder.
package func publish(
  _ review: MonthlyReview, templates: WordTemplates, in workspace: Workspace, language: Language,
  note: String
) throws -> String {
  try publish(
    reviewFiles(review, templates: templates, language: language),
    as: "\(review.settings.code)/review-\(review.month)", in: workspace, note: note)
}

/// Under the lock of the workspace: two writers of one folder would take each other's files away.
private func publish(
  _ files: [OutboxFile], as folder: String, in workspace: Workspace, note: String
) throws -> String {
  let lock = try RunLock.take(workspace.lock, note: note)
  defer { withExtendedLifetime(lock) {} }
  _ = try Outbox(root: workspace.outbox).publish(files, as: folder)
  return "outbox/\(folder)"
}
