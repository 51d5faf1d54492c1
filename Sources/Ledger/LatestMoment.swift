import GRDB
import Rectification

extension LedgerStore {
  /// The latest moment that any run has written down; nil while there is none.
  package func latestMoment() throws -> Moment? {
    try read { database in
      try Int64.fetchOne(
        database,
        sql: """
          SELECT max(at) FROM (
            SELECT max(receivedAt) AS at FROM submission UNION ALL
            SELECT max(at) FROM fetchAttempt)
          """
      ).map { Moment(seconds: $0) }
    }
  }
}
