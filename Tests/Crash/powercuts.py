"""The power is cut, for real as far as ext4 can tell, in the middle of runs and just after their end."""

import threading

from calls import strace
from disk import Disks, shutdown_tool, unable
from refusals import spread
from trial import NUMBERS, after_fault, after_rerun
from workspace import State


def cut_power(trials, calls, pool, mid, ends):
    """`mid` cuts at a system call of the run, `ends` after it said that it was done, in both layouts."""
    reason = unable()
    if reason:
        print(f"power: SKIPPED, not one power was cut: {reason}", flush=True)
        trials.figures = {"skipped": reason}
        return
    trials.figures = {"cuts": 0, "mid-run": 0, "after exit 0": 0}
    points = calls.points()
    chosen = [points[i - 1] for i in spread(len(points), mid)]
    work = [(layout, point) for layout in ("one", "three")
            for point in chosen[(layout == "three")::2] + [None] * (ends // 2)]
    idle, lock = {"one": [], "three": []}, threading.Lock()

    def step(item):
        layout, point = item
        with lock:
            disks = idle[layout].pop() if idle[layout] else rig(trials, layout)
        try:
            cut_at(trials, disks, layout, point)
        finally:
            with lock:
                idle[layout].append(disks)

    list(pool.map(step, work))


def rig(trials, layout):
    home = trials.home / f"{layout}{next(NUMBERS)}"
    home.mkdir()
    return Disks(home, layout, trials.batch, shutdown_tool(home))


def cut_at(trials, disks, layout, point):
    """One cut at a system call of the run; at its end where there is no point."""
    batch = trials.batch
    disks.fresh()
    try:
        before = []
        if point:
            name, k = point
            before = strace([name], disks.home / "trace.log", f"signal=KILL:when={k}")
        ended = batch.program.run(disks.root, before=before)
        disks.cut()
        trials.count("cuts")
        trials.count("mid-run" if ended.is_killed else "after exit 0")
        found = after_fault(batch, disks.root, ended)
        # A run that said it was done has everything on the disk; else the next run has the last word.
        if ended.status == 0:
            found += [f"done, and after the cut {text}" for text in State(disks.root).differences(batch.new)]
        found += after_rerun(batch, disks.root, ended)
        where = " ".join(map(str, point)) if point else "the end"
        trials.violated(f"power cut at {where}, disks: {layout}", found)
    finally:
        disks.unmount()
