PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 submissions');
INSERT INTO grdb_migrations VALUES('2 reports');
INSERT INTO grdb_migrations VALUES('3 editions');
INSERT INTO grdb_migrations VALUES('4 comparisons');
INSERT INTO grdb_migrations VALUES('5 signatures');
INSERT INTO grdb_migrations VALUES('6 waiting files');
INSERT INTO grdb_migrations VALUES('7 notices');
INSERT INTO grdb_migrations VALUES('8 runs');
INSERT INTO grdb_migrations VALUES('9 workbooks');
INSERT INTO grdb_migrations VALUES('10 notifications');
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
, run INTEGER REFERENCES run (id)) STRICT;
INSERT INTO judgement VALUES(1,'accepted-with-warnings','2024-W02',1,0,NULL);
INSERT INTO judgement VALUES(2,'rejected','2024-W02',1,0,NULL);
INSERT INTO judgement VALUES(3,'quarantined','2024-W02',0,0,NULL);
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
  remedyEn TEXT NOT NULL, measure TEXT, sheet TEXT,
  PRIMARY KEY (submission, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO finding VALUES(1,0,'late','warning',1,1,'','迟报','late','请按时报送','send it in time',NULL,NULL);
INSERT INTO finding VALUES(2,0,'unknown-measure','error',4,2,'/entries/0','没有这条措施','no such measure','请改正','correct it',NULL,NULL);
INSERT INTO finding VALUES(3,0,'secrecy-mark','quarantine',0,0,'','疑似带有密级标志','a mark of secrecy','请联系协调办公室','ask the office',NULL,NULL);
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
CREATE TABLE report (
  submission INTEGER PRIMARY KEY REFERENCES judgement (submission),
  week TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  submittedAt INTEGER NOT NULL,
  submittedBy TEXT NOT NULL,
  isZeroReport INTEGER NOT NULL CHECK (isZeroReport IN (0, 1))
) STRICT;
INSERT INTO report VALUES(1,'2024-W02',1,1704959000,'联络员',0);
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
  pointer TEXT NOT NULL, textKey INTEGER, sheet TEXT,
  PRIMARY KEY (submission, ordinal),
  UNIQUE (submission, measure)
) STRICT, WITHOUT ROWID;
INSERT INTO entry VALUES(1,0,'M1','in-progress',50,'召开专题会','下周完成','[{"name":"纪要.pdf","sha256":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}]',NULL,NULL,NULL,NULL,NULL,12,3,'/weeklyReport/entries/entry[1]',NULL,NULL);
CREATE TABLE coordinationRequest (
  submission INTEGER NOT NULL REFERENCES report (submission),
  ordinal INTEGER NOT NULL,
  subject TEXT NOT NULL,
  request TEXT NOT NULL,
  unitsWanted TEXT NOT NULL,
  line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  pointer TEXT NOT NULL, sheet TEXT,
  PRIMARY KEY (submission, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO coordinationRequest VALUES(1,0,'人员','请抽调两人','["JD02"]',20,3,'/x',NULL);
CREATE TABLE outcome (
  submission INTEGER NOT NULL REFERENCES report (submission),
  kind TEXT NOT NULL,
  count INTEGER,
  fen INTEGER,
  line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  pointer TEXT NOT NULL, sheet TEXT,
  PRIMARY KEY (submission, kind),
  CHECK ((count IS NULL) <> (fen IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO outcome VALUES(1,'cases-filed',1,NULL,22,3,'/y',NULL);
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
INSERT INTO edition VALUES(1,'trial','2024-W02','preview',0,'2024-01-11','1111111111111111111111111111111111111111111111111111111111111111','{"measures.total":"4"}');
INSERT INTO edition VALUES(2,'trial','2024-W02','issue',0,'2024-01-12','2222222222222222222222222222222222222222222222222222222222222222','{"measures.total":"4"}');
INSERT INTO edition VALUES(3,'trial','2024-W02','correction',1,'2024-01-12','3333333333333333333333333333333333333333333333333333333333333333','{"measures.total":"5"}');
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
INSERT INTO alert VALUES('trial','2024-W02',0,'overdue','M1','red',1,'new','2024-01-11',1,NULL,'[]','逾期','overdue');
CREATE TABLE evidence (
  submission INTEGER NOT NULL REFERENCES report (submission),
  measure TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (submission, measure, sha256)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence VALUES(1,'M1','eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee');
CREATE TABLE release (
  submission INTEGER PRIMARY KEY REFERENCES judgement (submission),
  decision TEXT NOT NULL,
  releasedAt INTEGER NOT NULL,
  verdict TEXT NOT NULL
    CHECK (verdict IN ('accepted', 'accepted-with-warnings', 'rejected')),
  week TEXT NOT NULL,
  revision INTEGER NOT NULL,
  isZeroReport INTEGER NOT NULL CHECK (isZeroReport IN (0, 1))
, run INTEGER REFERENCES run (id)) STRICT;
INSERT INTO "release" VALUES(3,'D1',1704963600,'rejected','2024-W02',1,0,NULL);
CREATE TABLE signature (
  submission INTEGER PRIMARY KEY REFERENCES submission (id),
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;
INSERT INTO signature VALUES(1,'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff');
CREATE TABLE signatureWait (
  campaign TEXT NOT NULL,
  sender TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  seenAt INTEGER NOT NULL,
  PRIMARY KEY (campaign, sender, digest)
) STRICT, WITHOUT ROWID;
INSERT INTO signatureWait VALUES('trial','JD03','9999999999999999999999999999999999999999999999999999999999999999',1704960000);
CREATE TABLE inboxLook (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
INSERT INTO inboxLook VALUES(1,'trial',1704960000);
CREATE TABLE waitingFile (
  look INTEGER NOT NULL REFERENCES inboxLook (id),
  unit TEXT NOT NULL,
  path TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('growing', 'incomplete', 'unsigned', 'flood')),
  amount INTEGER NOT NULL,
  setAside INTEGER NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (look, unit, path, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO waitingFile VALUES(1,'JD03','trial/JD03/w02.xml','growing',100,0,1704960000);
CREATE TABLE notice (
  campaign TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  -- The week whose edition it was sent with.
  week TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  since TEXT NOT NULL,
  step INTEGER NOT NULL,
  PRIMARY KEY (campaign, year, number),
  UNIQUE (campaign, kind, subject, since, step)
) STRICT, WITHOUT ROWID;
INSERT INTO notice VALUES('trial',2024,1,'2024-W02','overdue','M1','2024-01-11',2);
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  campaign TEXT NOT NULL,
  asOf INTEGER NOT NULL,
  campaignFiles TEXT NOT NULL CHECK (length(campaignFiles) = 64),
  program TEXT NOT NULL
) STRICT;
INSERT INTO run VALUES(1,'trial',1705032300,'7777777777777777777777777777777777777777777777777777777777777777','0.1.0');
CREATE TABLE editionRecord (
  campaign TEXT NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  run INTEGER NOT NULL REFERENCES run (id),
  -- edition.json to the byte, and its SHA-256.
  json TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  PRIMARY KEY (campaign, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO editionRecord VALUES('trial',1,1,'{"week":"2024-W02","kind":"issue","number":0,"inputs":"8888888888888888888888888888888888888888888888888888888888888888"}','6666666666666666666666666666666666666666666666666666666666666666');
CREATE TABLE notification (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign TEXT NOT NULL,
  channel TEXT NOT NULL,
  -- Empty for a webhook.
  recipient TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  -- As every attempt sends it, byte for byte.
  content BLOB NOT NULL,
  madeAt INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  nextAt INTEGER NOT NULL,
  sentAt INTEGER,
  failureZh TEXT NOT NULL DEFAULT '',
  failureEn TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO notification VALUES(1,'trial','mail','office@example.invalid','k1',X'e58291',1705032300,0,1705032300,NULL,'','');
CREATE TABLE toldAlert (
  campaign TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  since TEXT NOT NULL,
  level TEXT NOT NULL,
  step INTEGER,
  isOver INTEGER NOT NULL CHECK (isOver IN (0, 1)),
  PRIMARY KEY (campaign, channel, kind, subject, since)
) STRICT, WITHOUT ROWID;
INSERT INTO toldAlert VALUES('trial','mail','overdue','M1','2024-01-11','red',1,0);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('submission',3);
INSERT INTO sqlite_sequence VALUES('fetchAttempt',2);
INSERT INTO sqlite_sequence VALUES('edition',3);
INSERT INTO sqlite_sequence VALUES('inboxLook',1);
INSERT INTO sqlite_sequence VALUES('notification',1);
CREATE INDEX judgementByWeek ON judgement (week);
CREATE INDEX fetchAttemptByWeek ON fetchAttempt (campaign, week, unit);
CREATE INDEX entryByText ON entry (textKey);
CREATE INDEX entryByMeasure ON entry (measure);
CREATE INDEX evidenceByDigest ON evidence (sha256);
CREATE INDEX inboxLookByMoment ON inboxLook (campaign, at);
CREATE TRIGGER editionRecordStays BEFORE UPDATE ON editionRecord
  BEGIN SELECT RAISE(ABORT, 'an edition record is never changed'); END;
CREATE TRIGGER editionRecordRemains BEFORE DELETE ON editionRecord
  BEGIN SELECT RAISE(ABORT, 'an edition record is never removed'); END;
CREATE INDEX notificationUnsent ON notification (campaign) WHERE sentAt IS NULL;
COMMIT;
