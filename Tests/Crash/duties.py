"""What else changes something, `decide`, `backup` and `restore`: killed at every call that does, and refused each.

Each duty says how it is begun, what must hold right after it was disturbed, and what after it was done again.
"""

import csv
import subprocess
from collections import Counter
from pathlib import Path

from calls import CHANGING, LINE, strace
from program import finish, start
from trial import NAMED
from workspace import State, copy, digests, remove

REFUSED = ["openat", "write", "pwrite64", "fsync", "fdatasync", "rename", "renameat2", "unlink", "unlinkat", "mkdir", "close",
           "ftruncate", "fchown", "fchmod"]
ERRORS = ["ENOSPC", "EIO", "EMFILE"]


class Duty:
    """One command on a workspace of its own."""

    def __init__(self, batch, home):
        self.batch, self.home = batch, home
        home.mkdir(parents=True, exist_ok=True)
        self.before = home / "ready"
        copy(batch.home / "after", self.before)
        self.prepare()
        self.counts, self.names = self.count()

    def prepare(self):
        pass

    def begin(self, workspace, before=()):
        words = [word.format(w=workspace) for word in self.words]
        return finish(start([*before, self.batch.program.path, *words, "--workspace", str(workspace), "--lang", "en", "--quiet"]))

    def count(self):
        """How often each call is made, and at which of these times openat creates a file."""
        workspace, log = self.home / "counted", self.home / "counted.log"
        copy(self.before, workspace)
        ended = self.begin(workspace, strace(sorted({*CHANGING, *REFUSED}), log))
        assert ended.status == 0, ended.output
        self.done(workspace)
        counts, most, creating = Counter(), Counter(), []
        for thread, name, rest in (found.groups() for found in map(LINE.match, log.read_text(errors="replace").splitlines()) if found):
            counts[thread, name] += 1
            most[name] = max(most[name], counts[thread, name])
            if name == "openat" and "O_CREAT" in rest:
                creating.append(counts[thread, name])
        remove(workspace), remove(str(workspace) + "-backup")
        return most, creating

    def points(self, most):
        """(call, k, what is done to it) for kills and refusals, at most `most` places of each call."""
        for name in CHANGING:
            for k in thinned(self.names if name == "openat" else range(1, self.counts[name] + 1), most):
                yield name, k, "signal=KILL"
        for name in REFUSED:
            # The first files are opened by the loader, before there is a program.
            for k in thinned(range(21 if name == "openat" else 1, self.counts[name] + 1), most):
                for error in ERRORS:
                    yield name, k, f"error={error}"


class Decide(Duty):
    words = ["decide", "延期", "M001", "--until", "2026-12-31", "--reason", "理由", "--by", "主任", "--as-of", "2024-01-18T17:00"]

    def prepare(self):
        # A measure that is not done, so that an extension fits.
        rows = list(csv.DictReader(open(self.before / "outbox" / self.batch.program.campaign / "2024-W03" / "measures.csv", encoding="utf-8-sig")))
        status = next(name for name in rows[0] if "状态" in name)
        code = next(name for name in rows[0] if "编号" in name and rows[0][name].startswith("M"))
        deadline = next(name for name in rows[0] if "时限" in name)
        open_ones = [row[code] for row in rows if "推进" in row[status] and row[deadline][:2] == "20"]
        self.words = [word if word != "M001" else open_ones[0] for word in self.words]

    def file(self, workspace):
        return workspace / "schedules" / self.batch.program.campaign / "decisions.csv"

    def check(self, workspace, ended):
        old, now = self.file(self.before).read_bytes(), self.file(workspace).read_bytes()
        is_new = now != old
        found = [] if not is_new or now.startswith(old) and now.count(b"2026-12-31") == 1 and now.endswith(b"\n") else ["decisions.csv is neither the old nor the new"]
        if ended.status == 0 and not is_new:
            found.append("exit 0, and no row")
        return found

    def done(self, workspace):
        if self.file(workspace).read_bytes() == self.file(self.before).read_bytes():
            again = self.begin(workspace)
            assert again.status == 0, again.output
        found = [] if self.file(workspace).read_bytes().count(b"2026-12-31") == 1 else ["not one row"]
        left = [path.name for path in self.file(workspace).parent.iterdir() if path.name.startswith(".")]
        ended = self.batch.program.run(workspace, "2024-01-18T17:05")
        return found + [f"{name} is left" for name in left if not name.endswith(".tmp")] + ([] if ended.status == 0 else [f"the run after it: {ended.output[-300:]}"])


class Backup(Duty):
    words = ["backup", "{w}-backup"]

    def check(self, workspace, ended):
        folder = Path(f"{workspace}-backup")
        if not folder.exists():
            return ["exit 0, and no backup"] if ended.status == 0 else []
        return whole(folder)

    def done(self, workspace):
        folder = Path(f"{workspace}-backup")
        if not folder.exists():
            again = self.begin(workspace)
            if again.status != 0:
                return [f"cannot be made again: {again.output[-300:]}"]
        found = whole(folder) + [f"{path} is left" for path in folder.parent.glob(f".{folder.name}.tmp")]
        # The workspace is none of its business, but for what SQLite keeps beside an open file.
        before, now = digests(self.before), digests(workspace)
        changed = [name for name in before.keys() | now.keys()
                   if before.get(name) != now.get(name) and not name.endswith(("-wal", "-shm"))]
        return found + [f"{name} was changed" for name in changed]


class Restore(Duty):
    words = ["restore", "{home}/backup"]

    def prepare(self):
        self.words = ["restore", f"{self.home}/backup"]
        made = finish(start([self.batch.program.path, "backup", f"{self.home}/backup", "--workspace", str(self.before), "--quiet"]))
        assert made.status == 0, made.output
        archive = sorted((self.before / "ledger/archive").glob("*/*"))
        archive[0].write_bytes(b"spoilt"), archive[1].unlink()
        (self.before / "ledger/zhouhui.sqlite").write_bytes(b"no database" * 1000)

    def check(self, workspace, ended):
        found = [f"outbox/{name} was changed" for name, digest in digests(self.before / "outbox").items()
                 if digests(workspace / "outbox").get(name) != digest]
        return found + (self.same(workspace) if ended.status == 0 else [])

    def done(self, workspace):
        again = self.begin(workspace)
        if again.status != 0:
            return [f"cannot be done again: {again.output[-300:]}"]
        found = self.same(workspace)
        ended = self.batch.program.run(workspace, "2024-01-18T17:05")
        return found + ([] if ended.status == 0 else [f"the run after it: {ended.output[-300:]}"])

    def same(self, workspace):
        """Inbox aside, the workspace of the undisturbed run."""
        state = State(workspace)
        return [text for text in state.differences(self.batch.new) if not text.startswith("rows: run")] + state.unsound


def whole(folder):
    """What is wrong with a backup: anything, unless every file of its list has the SHA-256 it tells."""
    checked = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=False)
    return [] if checked.returncode == 0 else [f"the backup is not whole: {checked.stdout}{checked.stderr}"[:300]]


def thinned(places, most):
    places = list(places)
    return places if len(places) <= most else sorted({places[i * (len(places) - 1) // (most - 1)] for i in range(most)}) if most > 1 else places[len(places) // 2:][:1]


def disturb_duties(trials, pool, most):
    """Every duty at every place; `most` of each call."""
    duties = {kind.__name__.lower(): kind(trials.batch, trials.home / kind.__name__.lower()) for kind in (Decide, Backup, Restore)}
    points = [(name, *point) for name, duty in duties.items() for point in duty.points(most)]
    trials.figures = {"places": len(points), "not reached": 0}

    def step(numbered):
        number, (name, call, k, fault) = numbered
        duty, workspace = duties[name], trials.home / f"d{number}"
        copy(duty.before, workspace)
        log = workspace.with_suffix(".log")
        ended = duty.begin(workspace, strace([call], log, f"{fault}:when={k}"))
        is_reached = "(INJECTED)" in log.read_text(errors="replace") or ended.is_killed
        trials.count("not reached", 0 if is_reached else 1)
        found = ["hangs"] if ended.status is None else [f"traps: {ended.output[-300:]}"] if ended.is_trap else []
        if ended.status not in (0, None) and not ended.is_killed and not ended.is_trap and not is_named(ended.output):
            found.append(f"exit {ended.status} without a file and an errno: {ended.output[-300:]!r}")
        found += duty.check(workspace, ended)
        found += duty.done(workspace)
        trials.violated(f"{name}, {call} {k}, {fault}", found)
        remove(workspace), remove(f"{workspace}-backup"), log.unlink(missing_ok=True)

    list(pool.map(step, enumerate(points)))


def is_named(output):
    return NAMED.search(output) or "Too many open files" in output
