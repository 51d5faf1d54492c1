import GRDB
import Rectification

extension LedgerStore {
  /// The latest moment that any run has written down, of one campaign or of all; nil while there is none.
  package func latestMoment(of campaign: Code? = nil) throws -> Moment? {
    let condition = campaign == nil ? "?1 IS NULL" : "campaign = ?1"
    return try read { database in
      try Int64.fetchOne(
        database,
        sql: """
          SELECT max(at) FROM (
            SELECT max(receivedAt) AS at FROM submission WHERE \(condition) UNION ALL
            SELECT max(at) FROM fetchAttempt WHERE \(condition) UNION ALL
            SELECT max(asOf) FROM run WHERE \(condition))
          """, arguments: [campaign?.text]
      ).map { Moment(seconds: $0) }
    }
  }
}
