import GRDB
import Rectification

/// A submission that the secrecy gate has stopped, and what became of it since.
package struct StoppedSubmission: Hashable, Sendable {
  package let submission: Submission
  /// The week in which it was received.
  package let week: Week
  /// What the check after its release made of it; nil while it is in quarantine.
  package let releasedAs: Verdict?
}

extension LedgerStore {
  /// Everything the gate ever stopped in a campaign, received by `moment`, by arrival.
  package func stopped(in campaign: Code, knownAt moment: Moment) throws -> [StoppedSubmission] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT submission.*, judgement.week AS week, release.verdict AS released
          FROM judgement JOIN submission ON submission.id = judgement.submission
          LEFT JOIN release ON release.submission = submission.id AND releasedAt <= ?
          WHERE campaign = ? AND judgement.verdict = 'quarantined' AND receivedAt <= ?
          ORDER BY receivedAt, sender, digest
          """, arguments: [moment.seconds, campaign.text, moment.seconds]
      ).map { row in
        let released: String? = row["released"]
        return StoppedSubmission(
          submission: try submission(row),
          week: try row.value("week", of: "judgement") { Week($0) },
          releasedAs: released.flatMap(Verdict.init(rawValue:)))
      }
    }
  }
}
