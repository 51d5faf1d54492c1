"""The parts by the names of the command line, and how much of each the two forms do."""

from arrivals import drop
from contention import contend
from duties import disturb_duties
from fulldisk import fill
from kill import kill
from planted import catch_planted
from powercuts import cut_power
from recovery import recover
from refusals import refuse


class Size:
    """How many trials a part makes: all, or what fits into some minutes."""

    def __init__(self, is_thin):
        self.kill_stride = 16 if is_thin else 1
        self.refusals = 1 if is_thin else 10
        self.cuts_in_the_middle = 20 if is_thin else 240
        self.cuts_at_the_end = 4 if is_thin else 20
        self.disk_sizes = 12 if is_thin else 120
        self.chains = 16 if is_thin else 300
        self.contests = 10 if is_thin else 100
        self.drops = 10 if is_thin else 100
        self.duties = 1 if is_thin else 30


PARTS = {
    "kill": lambda trials, calls, pool, size: kill(trials, calls, pool, size.kill_stride),
    "errno": lambda trials, calls, pool, size: refuse(trials, calls, pool, size.refusals),
    "power": lambda trials, calls, pool, size: cut_power(
        trials, calls, pool, size.cuts_in_the_middle, size.cuts_at_the_end),
    "full": lambda trials, calls, pool, size: fill(trials, calls, pool, size.disk_sizes),
    "recover": lambda trials, calls, pool, size: recover(trials, calls, pool, size.chains),
    "busy": lambda trials, calls, pool, size: contend(trials, calls, pool, size.contests),
    "duty": lambda trials, calls, pool, size: disturb_duties(trials, pool, size.duties),
    "drop": lambda trials, calls, pool, size: drop(trials, calls, pool, size.drops),
    "bugs": lambda trials, calls, pool, size: catch_planted(trials, calls, pool),
}
