/// One mistake in a campaign's own files, where it stands and how to mend it.
package struct CampaignProblem: Hashable, Comparable, Sendable {
  /// The path from the workspace, `schedules/jingan-2023/register.csv`.
  package let file: String
  /// From 1; 0 when the whole file is meant.
  package let line: Int
  /// From 1, counted in Unicode scalars; 0 when the whole file is meant.
  package let column: Int
  package let message: Bilingual
  package let remedy: Bilingual

  package init(
    file: String, line: Int = 0, column: Int = 0, message: Bilingual, remedy: Bilingual
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }

  /// By file, line and column, and then by what is said, so that a list has one order only.
  package static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column, left.message.en)
      < (right.file, right.line, right.column, right.message.en)
  }

  /// `schedules/x/register.csv:17:5: 时限早于开始日期；请改正其中一个`.
  package func text(in language: Language) -> String {
    let place = line > 0 ? "\(file):\(line):\(column): " : "\(file): "
    return place + message[language] + (language == .zh ? "；" : "; ") + remedy[language]
  }
}

/// Why a campaign cannot be loaded: every mistake in every one of its files.
package struct CampaignFilesError: Error, Hashable, CustomStringConvertible {
  /// At least one, by file, line and column.
  package let problems: [CampaignProblem]

  /// Nil when there is nothing to complain of.
  package init?(_ problems: [CampaignProblem]) {
    guard !problems.isEmpty else { return nil }
    self.problems = problems.sorted()
  }

  package init(first: CampaignProblem) {
    problems = [first]
  }

  /// One problem a line.
  package func text(in language: Language) -> String {
    problems.map { $0.text(in: language) }.joined(separator: "\n")
  }

  package var description: String { text(in: .en) }
}
