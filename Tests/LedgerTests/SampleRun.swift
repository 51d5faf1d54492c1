import Ledger
import Rectification
import TestSupport

/// The run that fills a ledger in these tests.
let sampleRun = RunMark(
  campaign: code("trial"), asOf: moment("2024-01-12 12:00"),
  campaignFiles: sampleSubmission(digest: "f").digest, program: "test")
