"""A workspace as it stands on the disk, and what must hold of it."""

import hashlib
import os
import sqlite3
import subprocess

TEMPORARY = (".tmp", ".new", ".old")


def copy(source, target):
    subprocess.run(["cp", "-a", "--reflink=auto", str(source), str(target)], check=True)


def remove(path):
    subprocess.run(["rm", "-rf", str(path)], check=True)


def digests(root):
    """Relative path to SHA-256 of every file below `root`; a link is its target."""
    found = {}
    for folder, folders, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, root)
            if os.path.islink(path):
                found[relative] = "-> " + os.readlink(path)
            else:
                with open(path, "rb") as file:
                    found[relative] = hashlib.sha256(file.read()).hexdigest()
        if not folders and not names:
            found[os.path.relpath(folder, root) + "/"] = "empty folder"
    return found


class State:
    """The bytes of inbox, archive and outbox, and the rows of the ledger."""

    def __init__(self, root):
        self.read_files(root)
        self.rows, self.unsound = ledger(root / "ledger/zhouhui.sqlite")

    def read_files(self, root):
        self.inbox = digests(root / "inbox")
        self.archive = digests(root / "ledger/archive")
        self.outbox = digests(root / "outbox")

    def differences(self, other):
        """What this state has otherwise than `other`, in a few words each."""
        found = []
        for part in ("inbox", "archive", "outbox", "rows"):
            mine, theirs = getattr(self, part), getattr(other, part)
            names = sorted(name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name))
            found += [f"{part}: {name} {describe(mine.get(name), theirs.get(name))}" for name in names]
        return found


    def differences_in_content(self, other):
        """The same where a run said of a file that it left it to the next.

        Then the rows come in another order, and a correction that went out without it is followed by
        one with it. What was received, its verdict, and the page of the last week are the same.
        """
        found = [f"{part}: {name} differs" for part in ("inbox", "archive")
                 for name in getattr(self, part).keys() ^ getattr(other, part).keys()]
        if self.verdicts() != other.verdicts():
            found.append("other submissions or verdicts")
        last = max(name.split("/")[1] for name in other.outbox)
        for name in self.outbox.keys() | other.outbox.keys():
            is_same = self.outbox.get(name) == other.outbox.get(name)
            if not is_same and (f"/{last}/" in name or "/receipts/" in name):
                found.append(f"outbox: {name} differs")
        return found

    def verdicts(self):
        judged = {row[0]: row[1:] for row in self.rows["judgement"]}
        return sorted((row[2:6], judged.get(row[0])) for row in self.rows["submission"])


def describe(mine, theirs):
    if mine is None or theirs is None:
        return "is missing" if mine is None else "is too much"
    if isinstance(mine, list):
        extra = [row for row in mine if row not in theirs]
        lost = [row for row in theirs if row not in mine]
        return f"has {len(extra)} other rows {str(extra)[:300]}, lacks {len(lost)} {str(lost)[:300]}"
    return "differs"


def ledger(path):
    """Every row of every table, in order, and what SQLite finds wrong with the file.

    Of `fetchAttempt` the number of a row and its repetition are left out: a run that was cut off after it had
    asked a server asks again, and both attempts are true. Of the looks at the inbox the last alone counts: one that
    was refused a file saw it wait, and that was true as well. The counters of both in `sqlite_sequence` go with them.
    """
    if not path.exists():
        return {}, []
    database = sqlite3.connect(path)
    try:
        unsound = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        unsound += [f"foreign key: {row}" for row in database.execute("PRAGMA foreign_key_check")]
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = {name: sorted(database.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}
    finally:
        database.close()
    # They only save time: a run that has nothing to publish leaves them to the next one.
    for name in ("checkpoint", "weekDigest"):
        rows.pop(name, None)
    if "fetchAttempt" in rows:
        # Without its number, and the seal that is made of it.
        rows["fetchAttempt"] = sorted({row[1:-1] for row in rows["fetchAttempt"]})
    if "inboxLook" in rows:
        last = max((row[0] for row in rows.pop("inboxLook")), default=0)
        rows["waitingFile"] = sorted(row[1:-1] for row in rows["waitingFile"] if row[0] == last)
    if "sqlite_sequence" in rows:
        rows["sqlite_sequence"] = [row for row in rows["sqlite_sequence"] if row[0] not in ("fetchAttempt", "inboxLook")]
    return rows, unsound
