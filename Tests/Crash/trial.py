"""One disturbance of the reference run, and what must be true after it and after a plain re-run."""

import errno
import itertools
import json
import os
import re
import threading

from workspace import TEMPORARY, State, copy, remove

NUMBERS = itertools.count()
# A message names a file (or the ledger's), and the errno by number or in the system's words.
REASONS = [re.escape(os.strerror(code)) for code in (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EINTR)]
# Of a command line that it could not read the Swift runtime keeps no errno.
NAMED = re.compile(
    "(?s)/proc/self/maps|(/|ledger|inbox|outbox|lib\\w+\\.so).*(errno \\d+|Error \\d+|" + "|".join(REASONS) + ")")
REMARKS = ("not taken", "not fetched", "taken, but")


class Trials:
    """Runs disturbances and collects what was violated."""

    def __init__(self, batch, home, name):
        self.batch, self.home, self.name = batch, home / name, name
        self.home.mkdir(parents=True, exist_ok=True)
        self.lock = threading.Lock()
        self.violations, self.figures = [], {}

    def count(self, what, n=1):
        with self.lock:
            self.figures[what] = self.figures.get(what, 0) + n

    def violated(self, what, found):
        if not found:
            return
        more = f" (and {len(found) - 2} more)" if len(found) > 2 else ""
        with self.lock:
            self.violations.append(f"{self.name}: {what}: {'; '.join(found[:2])}{more}")

    def workspace(self):
        path = self.home / f"w{next(NUMBERS)}"
        copy(self.batch.before, path)
        return path

    def trial(self, what, disturb, is_mute=False):
        """`disturb(workspace)` runs the program, disturbed, and returns how it ended."""
        workspace = self.workspace()
        try:
            ended = disturb(workspace)
            found = after_fault(self.batch, workspace, ended, is_mute)
            found += after_rerun(self.batch, workspace, ended)
        finally:
            remove(workspace)
        self.violated(what, found)
        return ended


def after_fault(batch, workspace, ended, is_mute=False):
    """What is wrong right after the disturbance; a program that is mute cannot say what was refused."""
    found = []
    if ended.status is None:
        found.append("hangs")
    if ended.is_trap:
        found.append(f"traps, status {ended.status}: {ended.output[-300:]}")
    now = Bytes(workspace)
    lost = batch.submitted() - now.kept
    if lost:
        found.append(f"{len(lost)} submitted files are nowhere, such as {sorted(lost)[0]}")
    ended.has_left |= ended.status == 0 and remarked(batch, ended)
    found += unfinished(workspace) if ended.has_left else torn(batch, now.outbox)
    refused = ended.status not in (0, None) and not ended.is_killed and not ended.is_trap
    if refused and not is_mute and not NAMED.search(ended.output):
        found.append(f"exit {ended.status} without a file and an errno: {ended.output[-400:]!r}")
    if ended.status == 0 and not ended.has_left and now.outbox != batch.new.outbox:
        found.append("exit 0, and the outbox is not complete")
    return found


def after_rerun(batch, workspace, ended, moment=None):
    """What is wrong once the program has run again, undisturbed."""
    again = batch.program.run(workspace, moment)
    if again.status != 0:
        return [f"the re-run ends with {again.status}: {again.output[-400:]!r}"]
    state = State(workspace)
    found = [f"ledger: {text}" for text in state.unsound]
    found += [f"{part}/{name}: a temporary name is left" for part in ("outbox", "archive")
              for name in getattr(state, part) if is_temporary(name)]
    if ended.has_left:
        found += state.differences_in_content(batch.new)
    else:
        found += state.differences(batch.new)
    waiting = set(batch.new.inbox.values())
    for digest in batch.submitted():
        places = (digest in state.inbox.values()) + (digest in state.archive.values())
        if places != 1 and not (places == 2 and digest in waiting):
            found.append(f"{digest} is in {places} places")
    return found


def remarked(batch, ended):
    """Whether the run said of something that it was not taken or fetched that otherwise would be."""
    return any(line not in batch.said and any(remark in line for remark in REMARKS)
               for line in ended.output.splitlines())


def is_temporary(name):
    return any(part.startswith(".") and part.endswith(TEMPORARY) for part in name.split("/"))


class Bytes(State):
    """The files alone; opening the ledger would already mend it."""

    def __init__(self, root):
        self.rows, self.unsound = {}, []
        self.read_files(root)
        self.kept = set(self.inbox.values()) | {d for n, d in self.archive.items() if not is_temporary(n)}


def unfinished(workspace):
    """The same of an edition that was made without something that the run named: it is whole in itself."""
    found = []
    for listed in workspace.glob("outbox/*/*/**/.edition"):
        for name in listed.read_text().split():
            file = listed.parent / name
            if not file.exists() or not file.stat().st_size:
                found.append(f"{file} is missing or empty")
        json.loads((listed.parent / "summary.json").read_bytes())
        if not (listed.parent / "summary.html").read_text().rstrip().endswith("</html>"):
            found.append(f"{listed.parent}/summary.html has no end")
    return found


def torn(batch, outbox):
    """Files that are neither the old nor the new, and editions that are some of each."""
    old, new, found, editions = batch.old.outbox, batch.new.outbox, [], {}
    for name, digest in outbox.items():
        if is_temporary(name) or name.endswith("/"):
            continue
        if digest not in (old.get(name), new.get(name)):
            found.append(f"outbox/{name} is neither the old nor the new")
        folder, _, file = name.rpartition("/")
        if "/receipts/" not in name:
            editions.setdefault(folder, {})[file] = digest
    for folder, files in editions.items():
        if files not in (edition(old, folder), edition(new, folder)):
            found.append(f"outbox/{folder} is neither the old edition nor the new")
    return found


def edition(outbox, folder):
    return {name.rpartition("/")[2]: digest for name, digest in outbox.items() if name.rpartition("/")[0] == folder}
