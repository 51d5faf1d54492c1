import Rectification

/// The findings on one file, with a guard against floods.
///
/// A file can hold a hundred thousand faults; a receipt nobody can read helps nobody, and writing it is
/// an attack. After the limit they are only counted.
package struct FindingList {
  package static let limit = 1000

  private var listed: [Finding] = []
  private var unlisted: [RuleCode: Int] = [:]

  var isEmpty: Bool { listed.isEmpty }

  /// Makes and lists a finding, or only counts it once the list is full.
  mutating func add(_ rule: RuleCode, _ finding: () -> Finding) {
    if listed.count < Self.limit {
      listed.append(finding())
    } else {
      unlisted[rule, default: 0] += 1
    }
  }

  /// All of them in the order of the file, and one that counts those left out.
  var all: [Finding] {
    let sorted = listed.enumerated().sorted { left, right in
      let (a, b) = (left.element.place, right.element.place)
      return (a.line, a.column, left.offset) < (b.line, b.column, right.offset)
    }.map(\.element)
    return unlisted.isEmpty ? sorted : sorted + [rest]
  }

  private var rest: Finding {
    let counts = unlisted.map { (rule: $0.key.rawValue, count: $0.value) }
      .sorted { $0.rule < $1.rule }
      .map { "\($0.rule) \($0.count)" }
    let total = unlisted.values.reduce(0, +)
    return Finding(
      .schema, at: .start,
      Bilingual(
        zh: "问题太多，只列出前 \(Self.limit) 条，另有 \(total) 条（\(counts.joined(separator: "、"))）",
        en:
          "too many findings: \(Self.limit) are listed, \(total) are not (\(counts.joined(separator: ", ")))"
      ),
      remedy: Bilingual(
        zh: "请先改正已列出的问题，再报一次看其余", en: "mend those listed and send it again to see the rest"))
  }
}
