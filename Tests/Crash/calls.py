"""The system calls of an undisturbed run, counted as strace counts them for `when=`."""

import re
from collections import Counter

# Calls that change what a power cut or another process would find; of openat, those that create.
CHANGING = ["write", "pwrite64", "fsync", "fdatasync", "rename", "renameat", "renameat2", "link", "linkat",
            "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "ftruncate", "fallocate", "fchown", "openat"]
# Calls that may be refused; `rename`, `link` and `unlink` stand for their families.
REFUSABLE = {"write": ["write"], "pwrite64": ["pwrite64"], "fsync": ["fsync"], "fdatasync": ["fdatasync"],
             "rename": ["rename", "renameat", "renameat2"], "link": ["link", "linkat"], "openat": ["openat"],
             "read": ["read"], "pread64": ["pread64"], "unlink": ["unlink", "unlinkat"], "close": ["close"],
             "ftruncate": ["ftruncate"], "mkdir": ["mkdir"], "getdents64": ["getdents64"]}
LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")


class Calls:
    """For each call, how often it is made, and at which of these times it creates a file."""

    def __init__(self, program, workspace, log):
        names = sorted({*CHANGING, *(name for family in REFUSABLE.values() for name in family)})
        ended = program.run(workspace, before=strace(names, log))
        assert ended.status == 0, ended.output
        counts, self.creating, self.most = Counter(), [], Counter()
        with open(log, errors="replace") as lines:
            for thread, name, rest in (m.groups() for m in map(LINE.match, lines) if m):
                counts[thread, name] += 1
                self.most[name] = max(self.most[name], counts[thread, name])
                if name == "openat" and "O_CREAT" in rest:
                    self.creating.append(counts[thread, name])

    def points(self):
        """Every state-changing call: (name, k) for the k-th time."""
        return [(name, k) for name in CHANGING
                for k in (self.creating if name == "openat" else range(1, self.most[name] + 1))]


def strace(names, log, fault=None):
    """The front of a command that traces `names` and, with a fault, meddles with them."""
    front = ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(names)]
    if "signal=" not in (fault or ""):
        # Stops at no other call, which is four times as fast; strace 6.1 then injects no signal.
        front.insert(1, "--seccomp-bpf")
    return front + (["-e", f"inject={','.join(names)}:{fault}"] if fault else [])
