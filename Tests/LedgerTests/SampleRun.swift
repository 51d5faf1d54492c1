import Files
import Ledger
import Rectification
import TestSupport

/// The run that fills a ledger in these tests.
let sampleRun = RunMark(
  campaign: code("trial"), asOf: moment("2024-01-12 12:00"),
  campaignFiles: sampleSubmission(digest: "f").digest, program: "test")

/// The record of an edition of some week, as that run would have it.
func sampleRecord(
  _ name: String, _ kind: Edition.Kind = .issue, after previous: Digest? = nil,
  saying figures: [String: String] = ["measures.total": "4"]
) throws -> NewRecord {
  let statement = EditionRecord.Statement(
    referenceDate: day("2024-01-12"), figures: figures, notices: [])
  let record = EditionRecord(
    campaign: code("trial"), week: week(name), kind: kind, program: "test",
    campaignFiles: sampleRun.campaignFiles,
    inputs: EditionInputs(parts: [:], whole: sampleSubmission(digest: "e").digest), files: [],
    previous: previous, statement: statement)
  let json = try record.json()
  return NewRecord(
    mark: sampleRun, record: record, statement: statement, json: json,
    digest: try Digesting.digest(of: json))
}
