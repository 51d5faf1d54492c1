import Rectification

/// A line and a column of a file, both from 1; columns are counted in Unicode scalars.
struct Spot: Hashable, Sendable {
  let line: Int
  let column: Int

  static let start = Spot(line: 1, column: 1)
  /// The file as a whole.
  static let wholeFile = Spot(line: 0, column: 0)
}

/// The mistakes found in one file so far.
struct ProblemLog {
  /// The path from the workspace.
  let file: String
  private(set) var problems: [CampaignProblem] = []

  init(file: String) {
    self.file = file
  }

  mutating func refuse(at spot: Spot, _ message: Bilingual, remedy: Bilingual) {
    problems.append(
      CampaignProblem(
        file: file, line: spot.line, column: spot.column, message: message, remedy: remedy))
  }

  /// The likely names in place of a wrong one.
  ///
  /// None any more after a hundred problems: by then the file as a whole is wrong, and comparing
  /// every one of its codes with every known one would take a time that grows with the square.
  func candidates(for name: String, among names: some Collection<String>) -> [String] {
    problems.count < 100 ? nearest(to: name, among: Array(names)) : []
  }

  /// The likely names, as a remedy; `otherwise` when there is none.
  func didYouMean(
    _ name: String, among names: some Collection<String>, otherwise: Bilingual
  ) -> Bilingual {
    let near = candidates(for: name, among: names)
    guard !near.isEmpty else { return otherwise }
    return Bilingual(
      zh: "是否应为“\(near.joined(separator: "”“"))”？",
      en: "did you mean \(near.map { "“\($0)”" }.joined(separator: " or "))?")
  }
}
