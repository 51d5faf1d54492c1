"""Units drop files while a run goes on, and some are still writing theirs when it ends."""

import os
import random

from batch import BELATED
from program import Ended, finish, start
from trial import after_fault, after_rerun
from workspace import remove

DROPPED, GROWING = 8, 4


def drop(trials, calls, pool, rounds):
    trials.figures = {"rounds": rounds, "dropped in a run": 0, "growing": 0}
    list(pool.map(lambda n: drop_into(trials, random.Random(n)), range(rounds)))


def drop_into(trials, chance):
    batch, workspace = trials.batch, trials.workspace()
    inbox = workspace / "inbox" / batch.program.campaign
    apart = {BELATED, "NOBODY", *batch.signers}
    files = sorted(file for file in inbox.glob("*/*") if file.parent.name not in apart and file.stat().st_size > 1)
    chosen = chance.sample([file for file in files if file.suffix != ".part"], DROPPED + GROWING)
    waiting = workspace / "waiting"
    waiting.mkdir()
    for file in chosen[:DROPPED]:
        file.rename(waiting / f"{file.parent.name} {file.name}")
    senders = [Sender(file) for file in chosen[DROPPED:]]
    run = start(batch.program.arguments(workspace))
    for file in sorted(waiting.iterdir()):
        unit, _, name = file.name.partition(" ")
        file.rename(inbox / unit / name)
    ended = finish(run)
    unnamed = [sender.name for sender in senders if sender.name not in ended.output]
    for sender in senders:
        sender.end()
    # What the run left it took for growing, or did not see in time: the next run takes it.
    ended.has_left = True
    found = [f"{name} was growing, and nothing is said of it" for name in unnamed if "机密" not in name]
    found += after_fault(batch, workspace, ended)
    found += after_rerun(batch, workspace, Ended(0, "", has_left=True))
    trials.count("dropped in a run", DROPPED)
    trials.count("growing", GROWING)
    trials.violated("files dropped into a run", found)
    remove(workspace)


class Sender:
    """Writes its file slowly, under its last name: one half before the run, the other after it."""

    def __init__(self, path):
        content = path.read_bytes()
        self.name = path.name
        self.file = open(path, "wb", buffering=0)
        os.write(self.file.fileno(), content[:len(content) // 2])
        self.rest = content[len(content) // 2:]

    def end(self):
        with self.file:
            self.file.write(self.rest)
