"""The disk is full: file systems of every size from too small to enough, then made larger."""

import subprocess

from disk import call
from trial import NUMBERS, after_fault, after_rerun


def fill(trials, calls, pool, sizes):
    """`sizes` file systems in memory, each a little larger than the one before."""
    reason = unable(trials.home)
    if reason:
        print(f"full: SKIPPED, not one disk was filled: {reason}", flush=True)
        trials.figures = {"skipped": reason}
        return
    used = kilobytes(trials.batch.before)
    enough = 2 * kilobytes(trials.home.parent / "after")
    trials.figures = {"sizes": sizes, "refused": 0, "fitted": 0}

    def step(n):
        room = used + (enough - used) * n // sizes
        mount = trials.home / f"full{next(NUMBERS)}"
        mount.mkdir()
        call("mount", "-t", "tmpfs", "-o", f"size={room}k", "tmpfs", mount)
        try:
            disturb(trials, mount, room)
        finally:
            call("umount", mount)
            mount.rmdir()

    list(pool.map(step, range(sizes)))


def disturb(trials, mount, room):
    what = f"a disk of {room} KiB"
    call("cp", "-a", f"{trials.batch.before}/.", mount)
    ended = trials.batch.program.run(mount)
    trials.count("refused" if ended.status else "fitted")
    found = after_fault(trials.batch, mount, ended)
    call("mount", "-o", "remount,size=200m", mount)
    trials.violated(what, found + after_rerun(trials.batch, mount, ended))


def kilobytes(path):
    return int(call("du", "-sk", path).stdout.split()[0])


def unable(home):
    """Why nothing can be mounted here; empty when it can."""
    place = home / "mountable"
    place.mkdir()
    try:
        call("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place)
        call("umount", place)
    except subprocess.CalledProcessError as error:
        return error.stderr.decode().strip().partition("\n")[0]
    finally:
        place.rmdir()
    return ""
