import Rectification

/// The findings on one file as they are made; past the limit they are only counted.
///
/// Making the texts of a hundred thousand findings costs more than anything else in the reading.
struct FindingList {
  private(set) var listed: [Finding] = []
  private(set) var unlisted: [RuleCode: Int] = [:]

  var isEmpty: Bool { listed.isEmpty }

  /// Makes and lists a finding, or only counts it once the list is full.
  mutating func add(_ rule: RuleCode, _ finding: () -> Finding) {
    if listed.count < FindingLimit.count {
      listed.append(finding())
    } else {
      unlisted[rule, default: 0] += 1
    }
  }
}
