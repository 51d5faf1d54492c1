PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 submissions');
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
INSERT INTO submission VALUES(1,'trial','JD01','inbox','周报告.xml','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',580,1704960000);
INSERT INTO submission VALUES(2,'trial','JD02','http','w02.json','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',400,1704960060);
INSERT INTO submission VALUES(3,'trial','BM01','inbox','（名称从略）','cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',300,1704960120);
CREATE TABLE judgement (
  submission INTEGER PRIMARY KEY REFERENCES submission (id),
  verdict TEXT NOT NULL
    CHECK (verdict IN ('accepted', 'accepted-with-warnings', 'rejected', 'quarantined')),
  week TEXT NOT NULL,
  revision INTEGER NOT NULL,
  isZeroReport INTEGER NOT NULL CHECK (isZeroReport IN (0, 1))
) STRICT;
INSERT INTO judgement VALUES(1,'accepted-with-warnings','2024-W02',1,0);
INSERT INTO judgement VALUES(2,'rejected','2024-W02',1,0);
INSERT INTO judgement VALUES(3,'quarantined','2024-W02',0,0);
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
INSERT INTO finding VALUES(1,0,'late','warning',1,1,'','迟报','late','请按时报送','send it in time');
INSERT INTO finding VALUES(2,0,'unknown-measure','error',4,2,'/entries/0','没有这条措施','no such measure','请改正','correct it');
INSERT INTO finding VALUES(3,0,'secrecy-mark','quarantine',0,0,'','疑似带有密级标志','a mark of secrecy','请联系协调办公室','ask the office');
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
INSERT INTO fetchAttempt VALUES(1,'trial','JD02','2024-W02','https://example.invalid/w02.json',1704960050,0,'timeout','超时');
INSERT INTO fetchAttempt VALUES(2,'trial','JD02','2024-W02','https://example.invalid/w02.json',1704960060,1,'ok','');
CREATE TABLE fetchValidator (
  url TEXT PRIMARY KEY,
  etag TEXT,
  lastModified TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO fetchValidator VALUES('https://example.invalid/w02.json','"x"',NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('submission',3);
INSERT INTO sqlite_sequence VALUES('fetchAttempt',2);
CREATE INDEX judgementByWeek ON judgement (week);
CREATE INDEX fetchAttemptByWeek ON fetchAttempt (campaign, week, unit);
COMMIT;
