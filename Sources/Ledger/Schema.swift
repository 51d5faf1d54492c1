import GRDB
import Rectification

/// The tables of the ledger, one migration at a time; a migration that has landed is never changed.
///
/// Moments are seconds since 1970, weeks and days are text as people write it, so that the file can be
/// read with `sqlite3` alone. Every rule that SQL can state stands in the schema.
var migrator: DatabaseMigrator {
  var migrator = DatabaseMigrator()
  migrator.registerMigration("1 submissions") { database in try database.execute(sql: submissions) }
  migrator.registerMigration("2 reports") { database in try database.execute(sql: reports) }
  migrator.registerMigration("3 editions") { database in try database.execute(sql: editions) }
  migrator.registerMigration("4 comparisons") { database in
    try database.execute(sql: comparisons)
    try fillTextKeys(database)
  }
  migrator.registerMigration("5 signatures") { database in try database.execute(sql: signatures) }
  migrator.registerMigration("6 waiting files") { database in
    try database.execute(sql: waitingFiles)
  }
  migrator.registerMigration("7 notices") { database in try database.execute(sql: notices) }
  migrator.registerMigration("8 runs") { database in
    try database.execute(sql: runs)
    try database.execute(sql: editionChain)
  }
  migrator.registerMigration("9 workbooks") { database in
    for table in ["finding", "entry", "coordinationRequest", "outcome"] {
      // The sheet of a workbook that a place is on; the line is the row then.
      try database.execute(sql: "ALTER TABLE \(table) ADD COLUMN sheet TEXT")
    }
  }
  migrator.registerMigration("10 notifications") { database in
    try database.execute(sql: notifications)
  }
  migrator.registerMigration("11 fold") { database in
    // Alerts are made of the weeks before, not of what a run has left.
    try database.execute(sql: "DROP TABLE alert")
    try database.execute(sql: firstIssues)
    try database.execute(sql: checkpoints)
  }
  migrator.registerMigration("12 seals", migrate: sealTheLedger)
  return migrator
}

/// Gives the ledger its identity, takes the previews out of its editions, and seals what is facts.
private func sealTheLedger(_ database: Database) throws {
  try database.execute(sql: "PRAGMA application_id = \(applicationID)")
  try database.execute(sql: identities + standings + issuedEditions)
  // Its own trigger would refuse the seal of a record that is there already.
  try database.execute(sql: "DROP TRIGGER editionRecordStays")
  try database.execute(
    sql: "ALTER TABLE editionRecord ADD COLUMN isAdopted INTEGER NOT NULL DEFAULT 0")
  for table in Sealing.tables { try Sealing.add(to: table, database) }
  try database.execute(
    sql: """
      CREATE TRIGGER editionRecordStays
        BEFORE UPDATE OF campaign, ordinal, run, json, digest, isAdopted ON editionRecord
        BEGIN SELECT RAISE(ABORT, 'an edition record is never changed'); END
      """)
}

/// A preview is made anew by every run and needs no row; an edition's inputs are those of its record.
private let issuedEditions = """
  CREATE TABLE issuedEdition (
    campaign TEXT NOT NULL,
    week TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('issue', 'correction')),
    number INTEGER NOT NULL CHECK ((kind = 'issue') = (number = 0)),
    referenceDate TEXT NOT NULL,
    -- Everything that went into it, as one SHA-256.
    inputs TEXT NOT NULL CHECK (length(inputs) = 64),
    figures TEXT NOT NULL,
    PRIMARY KEY (campaign, week, number)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO standing SELECT campaign, week, inputs FROM edition AS last
    WHERE kind <> 'preview' AND number =
      (SELECT max(number) FROM edition AS other WHERE other.campaign = last.campaign
        AND other.week = last.week AND other.kind <> 'preview');
  INSERT INTO issuedEdition
    SELECT edition.campaign, week, kind, number, referenceDate,
      coalesce(json_extract(json, '$.inputs'), inputs), figures
    FROM edition LEFT JOIN editionRecord ON editionRecord.campaign = edition.campaign
      AND json_extract(json, '$.week') = week AND json_extract(json, '$.kind') = kind
      AND json_extract(json, '$.number') = number
    WHERE kind <> 'preview';
  DROP TABLE edition;
  ALTER TABLE issuedEdition RENAME TO edition;
  """

private let submissions = """
  CREATE TABLE submission (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign TEXT NOT NULL,
    sender TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('inbox', 'http')),
    fileName TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    receivedAt INTEGER NOT NULL,
    UNIQUE (campaign, sender, channel, digest, receivedAt)
  ) STRICT;

  -- What a check made of a submission. A submission without a row here waits to be judged.
  CREATE TABLE judgement (
    submission INTEGER PRIMARY KEY REFERENCES submission (id),
    verdict TEXT NOT NULL
      CHECK (verdict IN ('accepted', 'accepted-with-warnings', 'rejected', 'quarantined')),
    week TEXT NOT NULL,
    revision INTEGER NOT NULL,
    isZeroReport INTEGER NOT NULL CHECK (isZeroReport IN (0, 1))
  ) STRICT;
  CREATE INDEX judgementByWeek ON judgement (week);

  CREATE TABLE finding (
    submission INTEGER NOT NULL REFERENCES judgement (submission),
    ordinal INTEGER NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error', 'quarantine')),
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    pointer TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    remedyZh TEXT NOT NULL,
    remedyEn TEXT NOT NULL,
    PRIMARY KEY (submission, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE fetchAttempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign TEXT NOT NULL,
    unit TEXT NOT NULL,
    week TEXT NOT NULL,
    url TEXT NOT NULL,
    at INTEGER NOT NULL,
    succeeded INTEGER NOT NULL CHECK (succeeded IN (0, 1)),
    class TEXT NOT NULL,
    message TEXT NOT NULL
  ) STRICT;
  CREATE INDEX fetchAttemptByWeek ON fetchAttempt (campaign, week, unit);

  CREATE TABLE fetchValidator (
    url TEXT PRIMARY KEY,
    etag TEXT,
    lastModified TEXT
  ) STRICT, WITHOUT ROWID;
  """

private let reports = """
  -- Accepted reports alone. The JSON columns hold what is only ever read with its row.
  CREATE TABLE report (
    submission INTEGER PRIMARY KEY REFERENCES judgement (submission),
    week TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    submittedAt INTEGER NOT NULL,
    submittedBy TEXT NOT NULL,
    isZeroReport INTEGER NOT NULL CHECK (isZeroReport IN (0, 1))
  ) STRICT;

  CREATE TABLE entry (
    submission INTEGER NOT NULL REFERENCES report (submission),
    ordinal INTEGER NOT NULL,
    measure TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('not-started', 'in-progress', 'completed')),
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    progress TEXT NOT NULL,
    plan TEXT NOT NULL,
    evidence TEXT NOT NULL,
    delayReason TEXT,
    expectedDate TEXT,
    extensionDate TEXT,
    extensionReason TEXT,
    closeOut TEXT,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    pointer TEXT NOT NULL,
    PRIMARY KEY (submission, ordinal),
    UNIQUE (submission, measure)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE coordinationRequest (
    submission INTEGER NOT NULL REFERENCES report (submission),
    ordinal INTEGER NOT NULL,
    subject TEXT NOT NULL,
    request TEXT NOT NULL,
    unitsWanted TEXT NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    pointer TEXT NOT NULL,
    PRIMARY KEY (submission, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE outcome (
    submission INTEGER NOT NULL REFERENCES report (submission),
    kind TEXT NOT NULL,
    count INTEGER,
    fen INTEGER,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    pointer TEXT NOT NULL,
    PRIMARY KEY (submission, kind),
    CHECK ((count IS NULL) <> (fen IS NULL))
  ) STRICT, WITHOUT ROWID;
  """

private let editions = """
  CREATE TABLE edition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign TEXT NOT NULL,
    week TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('preview', 'issue', 'correction')),
    number INTEGER NOT NULL,
    referenceDate TEXT NOT NULL,
    -- Everything that went into it, as one SHA-256.
    inputs TEXT NOT NULL CHECK (length(inputs) = 64),
    figures TEXT NOT NULL,
    UNIQUE (campaign, week, kind, number)
  ) STRICT;

  -- The alerts of each week's latest edition, which the next week continues.
  CREATE TABLE alert (
    campaign TEXT NOT NULL,
    week TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    level TEXT NOT NULL,
    step INTEGER,
    life TEXT NOT NULL,
    since TEXT NOT NULL,
    workdaysOverdue INTEGER NOT NULL,
    daysLeft INTEGER,
    recipients TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    PRIMARY KEY (campaign, week, ordinal),
    UNIQUE (campaign, week, kind, subject)
  ) STRICT, WITHOUT ROWID;
  """

private let comparisons = """
  -- The measure a finding is about, if it is about one.
  ALTER TABLE finding ADD COLUMN measure TEXT;

  -- Under which the same progress text is found again: ComparableText.key.
  ALTER TABLE entry ADD COLUMN textKey INTEGER;
  CREATE INDEX entryByText ON entry (textKey);
  CREATE INDEX entryByMeasure ON entry (measure);

  CREATE TABLE evidence (
    submission INTEGER NOT NULL REFERENCES report (submission),
    measure TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (submission, measure, sha256)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX evidenceByDigest ON evidence (sha256);
  INSERT OR IGNORE INTO evidence
    SELECT submission, measure, json_extract(value, '$.sha256')
    FROM entry, json_each(entry.evidence);

  -- 放行: what a later check made of a quarantined submission. Before releasedAt it is not known. The
  -- findings of that check follow the one of the quarantine, which has ordinal 0.
  CREATE TABLE release (
    submission INTEGER PRIMARY KEY REFERENCES judgement (submission),
    decision TEXT NOT NULL,
    releasedAt INTEGER NOT NULL,
    verdict TEXT NOT NULL
      CHECK (verdict IN ('accepted', 'accepted-with-warnings', 'rejected')),
    week TEXT NOT NULL,
    revision INTEGER NOT NULL,
    isZeroReport INTEGER NOT NULL CHECK (isZeroReport IN (0, 1))
  ) STRICT;
  """

private func fillTextKeys(_ database: Database) throws {
  let rows = try Row.fetchAll(database, sql: "SELECT submission, ordinal, progress FROM entry")
  let update = try database.makeStatement(
    sql: "UPDATE entry SET textKey = ? WHERE submission = ? AND ordinal = ?")
  for row in rows {
    let (submission, ordinal): (Int64, Int) = (row["submission"], row["ordinal"])
    try update.execute(arguments: [
      ComparableText(row["progress"]).key, submission, ordinal,
    ])
  }
}
