"""Each kind of system call is refused, once and from some point on, with each of four errors.

EINTR means “ask again”, and everybody, SQLite too, asks until the answer is another one. So “from then
on” is for EINTR a hundred times in a row.
"""

from calls import REFUSABLE, strace

ERRORS = ["ENOSPC", "EIO", "EDQUOT", "EINTR"]


def refuse(trials, calls, pool, most=40):
    """Every k of a call that is made seldom, `most` of them, evenly, of one that is made often."""
    points = [(name, k, error, onward)
              for family in REFUSABLE.values() for name in family
              for error in ERRORS for onward in ("", "+")
              for k in spread(calls.most[name], most)]
    trials.figures = {"faults": len(points), "not reached": 0, "refused": 0, "absorbed": 0}

    def step(point):
        name, k, error, onward = point

        def disturb(workspace):
            log = workspace.with_suffix(".log")
            ended = trials.batch.program.run(
                workspace, before=strace([name], log, f"error={error}:when={times(k, error, onward)}"))
            is_reached = "(INJECTED)" in log.read_text(errors="replace")
            log.unlink(missing_ok=True)
            ended.has_left = leaves_folders(name, onward)
            trials.count("not reached" if not is_reached else "absorbed" if ended.status == 0 else "refused")
            return ended

        # When every write is refused, so is that of the message.
        trials.trial(f"{name} {k}{onward} refused with {error}", disturb, is_mute=name + onward == "write+")

    list(pool.map(step, points))


def leaves_folders(name, onward):
    """A unit's folder that cannot be listed is passed over, and named if the run comes to an end.

    When no folder can be, the run ends with that of the outbox; the rows of the re-run come in another order.
    """
    return name == "getdents64" and bool(onward)


def times(k, error, onward):
    return f"{k}..{k + 99}" if onward and error == "EINTR" else f"{k}{onward}"


def spread(count, most):
    """Numbers from 1 to `count`: all, or `most` of them evenly."""
    if count <= most:
        return range(1, count + 1)
    return sorted({1 + i * (count - 1) // (most - 1) for i in range(most)}) if most > 1 else [1 + count // 2]
