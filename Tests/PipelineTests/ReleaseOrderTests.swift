import Foundation
import Ledger
import Pipeline
import Rectification
import TestSupport
import Testing

/// A release stands in the order of arrivals by the moment of its decision, whichever run carries it out.
struct ReleaseOrderTests {
  @Test func whatComesAfterAReleaseIsHeldAgainstItWhoeverRanInBetween() throws {
    let (with, without) = (try receipts(running: true), try receipts(running: false))
    #expect(with == without)
    #expect(with.contains { $0.contains("stale-text") }, "\(with)")
  }

  /// The findings on everything received, once all of it was judged.
  private func receipts(running between: Bool) throws -> [String] {
    try withTemporaryFolder { folder in
      let drive = SmallDrive(
        trial: try TrialWorkspace(in: folder, sources: "secrecy-words: [工作秘密]\n"))
      let text = "召开专题会，部署自查"
      let plain = TrialWorkspace.report(week: "2024-W01", percent: 20, progress: text)
      let marked = String(decoding: plain, as: UTF8.self).replacing("联络员", with: "工作秘密联络员")
      try drive.trial.drop(Data(marked.utf8), from: "JD01", as: "w01.json")
      try drive.run("2024-01-04 12:00")
      let snapshot = try CampaignSnapshot(code("trial"), in: drive.place)
      let held = try #require(
        quarantine(of: snapshot.campaign, in: drive.place, asOf: moment("2024-01-04 13:00")).first)
      try drive.decision(
        "D1,2024-01-08 09:00,放行,,\(held.digest),经核实不涉密,主任",
        columns: "决定编号,作出时间,决定,措施编号,报送,理由,作出人")
      if between { try drive.run("2024-01-09 12:00") }
      try drive.drop("JD01", "w02.json", percent: 20, progress: text)
      try drive.run("2024-01-10 12:00")
      let ledger = try LedgerStore(path: drive.place.ledger)
      return try ledger.allJudged(in: code("trial"), knownAt: moment("2024-01-10 13:00")).map {
        one in
        let receipt = try ledger.receipt(of: one)
        return "\(one.submission.sender) \(one.week) \(one.verdict) "
          + receipt.findings.map(\.rule.rawValue).joined(separator: " ")
      }
    }
  }
}
