import Foundation
import HostileDocuments

/// Prints the CPU time of decoding every hostile document, the worst last.
///
/// `swift run -c release DecodingCost [WORDS]`, where words narrow it to the documents with them in
/// their names; ends with status 1 when one at the size cap takes over 0.5 s.
@main
enum DecodingCost {
  private static let limit = 0.5

  static func main() {
    let ordinary = [
      Cost("an ordinary report in JSON", OrdinaryReport.json),
      Cost("an ordinary report in XML", OrdinaryReport.xml),
    ]
    let words = CommandLine.arguments.dropFirst().joined(separator: " ")
    let chosen = HostileDocument.all.filter { words.isEmpty || $0.name.contains(words) }
    let hostile = chosen.map { Cost($0.name, $0.bytes) }
      .sorted { $0.seconds < $1.seconds }
    let unit = ordinary.map(\.seconds).max() ?? 0
    print("   bytes   CPU ms  × ordinary   at 4 MiB   growth  verdict        document")
    for cost in ordinary + hostile { print(line(cost, unit)) }
    guard let worst = hostile.last, worst.seconds > limit else { return }
    print("over the limit of \(limit) s: \(worst.name)")
    exit(1)
  }

  private static func line(_ cost: Cost, _ unit: Double) -> String {
    let verdict = cost.verdict.padding(toLength: 14, withPad: " ", startingAt: 0)
    return String(
      format: "%8d %8.1f %11.2f %10.1f %8.2f  %@ %@", cost.bytes, cost.seconds * 1000,
      cost.seconds / unit, cost.raisedSeconds * 1000, cost.growth, verdict, cost.name)
  }
}
