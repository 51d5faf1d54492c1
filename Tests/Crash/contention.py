"""Two to eight runs start at once: one works, the others leave, saying who does and since when."""

import fcntl
import re

from program import finish, start
from trial import after_rerun, after_fault
from workspace import remove

BUSY = 75
HOLDER = re.compile(r"\(pid \d+, .*\d")


def contend(trials, calls, pool, rounds):
    trials.figures = {"rounds": rounds, "runs": 0, "worked": 0, "busy": 0}
    list(pool.map(lambda n: contest(trials, 2 + n % 7), range(rounds)))


def contest(trials, many):
    batch, what = trials.batch, f"{many} runs at once"
    workspace = trials.workspace()
    # Each waits at the same fence, which opens for all at once, and becomes the program there.
    fence = workspace.with_suffix(".fence")
    with open(fence, "w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        fenced = ["flock", "--shared", "--no-fork", str(fence)]
        runs = [start([*fenced, *batch.program.arguments(workspace)]) for _ in range(many)]
    ended = [finish(run) for run in runs]
    worked = [one for one in ended if one.status == 0]
    busy = [one for one in ended if one.status == BUSY]
    for name, n in (("runs", many), ("worked", len(worked)), ("busy", len(busy))):
        trials.count(name, n)
    found = []
    # Whoever comes when the first has ended works too, and finds nothing to do.
    first = [one for one in worked if "nothing new" not in one.output]
    if len(first) != 1:
        found.append(f"{len(first)} runs worked: {[one.status for one in ended]}")
    found += [f"does not say who holds the lock: {one.output!r}" for one in busy if not HOLDER.search(one.output)]
    found += [f"ended with {one.status}: {one.output[-300:]!r}" for one in ended if one.status not in (0, BUSY)]
    found += ["database is locked" for one in ended if "is locked" in one.output]
    for one in first[:1]:
        found += after_fault(batch, workspace, one) + after_rerun(batch, workspace, one)
    trials.violated(what, found)
    fence.unlink()
    remove(workspace)
