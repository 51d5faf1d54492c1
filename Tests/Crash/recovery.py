"""A fault, a fault while the next run makes it good, and sometimes a third."""

import random

from calls import REFUSABLE, strace
from refusals import ERRORS, leaves_folders, times
from trial import after_fault


def recover(trials, calls, pool, rounds):
    """`rounds` chains: killed; then killed or refused something; in every third, once more."""
    # The same chains every time.
    chance = random.Random(20240118)
    points = calls.points()
    chains = [[("kill", *chance.choice(points))] + [fault(chance, calls, points) for _ in range(1 + n % 3 // 2)]
              for n in range(rounds)]
    trials.figures = {"chains": rounds, "faults in recovery": 0, "not reached": 0}

    def step(chain):
        what = ", then ".join(" ".join(map(str, one)) for one in chain)

        def disturb(workspace):
            has_left = False
            for one in chain:
                ended, is_reached = meddle(trials, workspace, one)
                if one is not chain[0]:
                    trials.count("faults in recovery" if is_reached else "not reached")
                ended.has_left = has_left or leaves_folders(one[1], one[0].endswith("+"))
                if one is not chain[-1]:
                    trials.violated(what, after_fault(trials.batch, workspace, ended, is_mute(one)))
                has_left = ended.has_left
            return ended

        trials.trial(what, disturb, is_mute(chain[-1]))

    list(pool.map(step, chains))


def fault(chance, calls, points):
    """A fault for a run that has only the rest to do: within the first third, which most of them reach."""
    if chance.random() < 0.5:
        name, k = chance.choice(points)
        return ("kill", name, 1 + k // 3)
    name = chance.choice([name for family in REFUSABLE.values() for name in family if calls.most[name]])
    return (chance.choice(ERRORS) + chance.choice(["", "+"]), name, 1 + chance.randint(0, calls.most[name]) // 3)


def is_mute(one):
    """When every write is refused, so is that of the message."""
    kind, name, _ = one
    return name == "write" and kind.endswith("+")


def meddle(trials, workspace, one):
    kind, name, k = one
    log = workspace.with_suffix(".log")
    how = f"signal=KILL:when={k}" if kind == "kill" else (
        f"error={kind.rstrip('+')}:when={times(k, kind.rstrip('+'), '+' if kind.endswith('+') else '')}")
    ended = trials.batch.program.run(workspace, before=strace([name], log, how))
    is_reached = ended.is_killed or "(INJECTED)" in log.read_text(errors="replace")
    log.unlink(missing_ok=True)
    return ended, is_reached
