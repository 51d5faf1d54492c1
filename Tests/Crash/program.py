"""The program under test: how it is started, and how a run of it ended."""

import os
import signal
import subprocess
from dataclasses import dataclass

TRAPS = {-signal.SIGILL, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS, -signal.SIGFPE, -signal.SIGTRAP}
# No run takes three seconds; one that takes this long hangs.
LIMIT = 60


@dataclass
class Ended:
    """How a run ended: a negative status is the signal, None that the time limit was over."""

    status: int | None
    output: str
    # This run, or one before it that was disturbed too, left something to the next and said so.
    has_left: bool = False

    @property
    def is_killed(self):
        return self.status == -signal.SIGKILL

    @property
    def is_trap(self):
        # 128 + n is what strace or a shell makes of a signal that it could not pass on.
        return self.status in TRAPS or (self.status or 0) in {128 - trap for trap in TRAPS}


class Program:
    def __init__(self, path, campaign, moment):
        self.path, self.campaign, self.moment = path, campaign, moment

    def arguments(self, workspace, moment=None):
        return [self.path, "run", self.campaign, "--workspace", str(workspace),
                "--as-of", moment or self.moment, "--lang", "en", "--quiet"]

    def run(self, workspace, moment=None, before=()):
        """Runs to the end; `before` goes in front, such as strace and its options."""
        return finish(start([*before, *self.arguments(workspace, moment)]))


def environment():
    return {**os.environ, "SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"}


def start(arguments):
    return subprocess.Popen(
        arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=environment(), start_new_session=True)


def finish(process):
    try:
        output, _ = process.communicate(timeout=LIMIT)
        return Ended(process.returncode, output.decode(errors="replace"))
    except subprocess.TimeoutExpired:
        # The session of its own holds the program and, under strace, the tracer.
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        return Ended(None, output.decode(errors="replace"))
