"""The power is cut, for real as far as ext4 can tell, in the middle of runs and just after their end."""

import threading
from contextlib import contextmanager

from calls import strace
from disk import Disks, shutdown_tool, unable
from refusals import spread
from trial import after_fault, after_rerun
from workspace import State


def cut_power(trials, calls, pool, mid, ends):
    """`mid` cuts at a system call of the run, `ends` after it said that it was done, in both layouts."""
    reason = unable()
    if reason:
        print(f"power: SKIPPED, not one power was cut: {reason}", flush=True)
        trials.figures = {"skipped": reason}
        return
    trials.figures = {"cuts": 0, "mid-run": 0, "after exit 0": 0}
    tool = shutdown_tool(trials.home)
    points = calls.points()
    chosen = [points[i - 1] for i in spread(len(points), mid)]
    work = [(layout, point) for layout in ("one", "three")
            for point in chosen[(layout == "three")::2] + [None] * (ends // 2)]
    rigs = {}
    lock = threading.Lock()

    def step(item):
        layout, point = item
        with lock:
            idle = rigs.setdefault(layout, [])
            disks = idle.pop() if idle else Disks(
                trials.home / f"{layout}-{threading.get_ident()}-{len(chosen)}-{id(item)}", layout, trials.batch, tool)
        try:
            cut_at(trials, disks, layout, point)
        finally:
            with lock:
                rigs[layout].append(disks)

    list(pool.map(step, work))


@contextmanager
def powered(disks):
    disks.fresh()
    try:
        yield
    finally:
        disks.unmount()


def cut_at(trials, disks, layout, point):
    batch = trials.batch
    with powered(disks):
        if point:
            name, k = point
            log = disks.home / "trace.log"
            ended = batch.program.run(disks.root, before=strace([name], log, f"signal=KILL:when={k}"))
        else:
            ended = batch.program.run(disks.root)
        disks.cut()
        what = f"power cut at {' '.join(map(str, point)) if point else 'the end'}, disks: {layout}"
        trials.count("cuts")
        trials.count("mid-run" if ended.is_killed else "after exit 0")
        # A run that said it was done has everything on the disk; else the next run has the last word.
        found = after_fault(batch, disks.root, ended)
        if ended.status == 0:
            found += [f"done, and after the cut {text}" for text in State(disks.root).differences(batch.new)]
        trials.violated(what, found + after_rerun(batch, disks.root, ended))
