"""The program is killed at every state-changing system call, one after the other."""

from calls import strace


def kill(trials, calls, pool, stride=1):
    points = calls.points()
    chosen = points[::stride]
    trials.figures = {"points": len(chosen), "of": len(points), "not reached": 0}
    list(pool.map(lambda point: kill_at(trials, point), chosen))


def kill_at(trials, point):
    name, k = point

    def disturb(workspace):
        log = workspace.with_suffix(".log")
        ended = trials.batch.program.run(workspace, before=strace([name], log, f"signal=KILL:when={k}"))
        log.unlink(missing_ok=True)
        if not ended.is_killed:
            trials.count("not reached")
        return ended

    trials.trial(f"killed at {name} {k}", disturb)
