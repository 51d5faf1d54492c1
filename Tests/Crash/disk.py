"""Disks of ext4 on loop devices, of one workspace, whose power can be cut."""

import os
import shutil
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
# No commit by the clock, and none that guards careless programs: a power cut at its worst.
OPTIONS = "loop,noauto_da_alloc,commit=900"
# What lies on a disk of its own. With everything on one disk, its single journal puts in order what
# the program forgets to sync; with several, nobody does.
LAYOUTS = {"one": ["."], "three": ["inbox", "ledger", "outbox"]}


def unable():
    """Why no disk can be had here; empty when one can."""
    if os.geteuid() != 0:
        return "not root"
    missing = [tool for tool in ("cc", "mkfs.ext4", "e2fsck", "mount") if not shutil.which(tool)]
    if missing:
        return "no " + ", ".join(missing)
    place = HERE.parents[1] / ".build"
    image = place / f"mountable-{os.getpid()}.img"
    mount = place / f"mountable-{os.getpid()}"
    try:
        mount.mkdir(parents=True, exist_ok=True)
        call("truncate", "-s", "8M", image)
        call("mkfs.ext4", "-q", image)
        call("mount", "-o", OPTIONS, image, mount)
        call("umount", mount)
    except subprocess.CalledProcessError as error:
        return f"{error.cmd[0]}: {error.stderr.decode().strip().partition(chr(10))[0]}"
    finally:
        image.unlink(missing_ok=True)
        if mount.exists():
            mount.rmdir()
    return ""


def call(*arguments):
    return subprocess.run([str(a) for a in arguments], check=True, capture_output=True)


def shutdown_tool(home):
    """The little C program that cuts the power, compiled."""
    tool = home / "shutdown"
    call("cc", "-O1", "-Wall", "-Werror", "-o", tool, HERE / "shutdown.c")
    return tool


class Disks:
    """The disks of one layout: made full of a workspace once, copied for every trial."""

    def __init__(self, home, layout, batch, tool):
        self.home, self.parts, self.tool = home, LAYOUTS[layout], tool
        self.root = home / "workspace"
        self.root.mkdir(parents=True)
        for part in self.parts:
            image = self.image(part, "full")
            call("truncate", "-s", "48M", image)
            call("mkfs.ext4", "-q", "-E", "lazy_itable_init=0", image)
        if self.parts != ["."]:
            call("cp", "-a", batch.before / "schedules", self.root)
        self.mount("full")
        for part in self.parts:
            call("cp", "-a", f"{batch.before}/{part}/.", self.root / part)
        self.unmount()

    def image(self, part, name):
        return self.home / f"{'disk' if part == '.' else part}-{name}.img"

    def fresh(self):
        for part in self.parts:
            call("cp", "--sparse=always", self.image(part, "full"), self.image(part, "used"))
        self.mount("used")

    def mount(self, name):
        for part in self.parts:
            (self.root / part).mkdir(exist_ok=True)
            call("mount", "-o", OPTIONS, self.image(part, name), self.root / part)
            found = self.root / part / "lost+found"
            # One with something in it stays, and is seen as too much.
            if found.exists() and not list(found.iterdir()):
                found.rmdir()

    def unmount(self):
        for part in reversed(self.parts):
            for attempt in range(100):
                done = subprocess.run(["umount", self.root / part], capture_output=True)
                # Not mounted, or done; what is busy is so until the killed have gone.
                if done.returncode == 0 or b"busy" not in done.stderr:
                    break
                time.sleep(0.05)

    def cut(self):
        """The power goes, and comes again: the disks as a restart would find them."""
        call(self.tool, *[self.root / part for part in self.parts])
        self.unmount()
        for part in self.parts:
            # Exit 1 is “errors corrected”, which replaying the journal counts as.
            checked = subprocess.run(["e2fsck", "-fy", self.image(part, "used")], capture_output=True)
            if checked.returncode > 1:
                raise RuntimeError(f"e2fsck: {checked.returncode} {checked.stdout.decode()[-300:]}")
        self.mount("used")
