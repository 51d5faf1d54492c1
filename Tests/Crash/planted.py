"""Is the harness any good? Four bugs are planted, one at a time, and each must be caught."""

import copy
import os
import subprocess
import tempfile
from pathlib import Path

from calls import Calls
from disk import unable
from kill import kill_at
from powercuts import cut_at, rig
from program import Program
from refusals import spread
from trial import Trials
from workspace import copy as copy_tree
from workspace import remove

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
# Which disturbance each must be caught by: the disks of a power cut, or none for a kill.
BUGS = {"removed-before-commit": None, "write-in-place": None, "synchronous-normal": "one", "no-folder-sync": "three"}
# Points tried before a bug counts as missed.
MOST = 120


def catch_planted(trials, calls, pool):
    trials.figures = {"planted": len(BUGS), "caught": 0}
    reason = unable()
    with tempfile.TemporaryDirectory(prefix="zhouhui-bugs-", dir="/var/tmp") as folder:
        nursery = Nursery(Path(folder))
        for bug, disks in BUGS.items():
            if disks and reason:
                print(f"bugs: SKIPPED {bug}, which takes a power cut: {reason}", flush=True)
                trials.count("skipped")
                continue
            tried, found = hunt(trials, bug, disks, nursery.build(bug))
            if found:
                trials.count("caught")
                print(f"bugs: {bug} caught at trial {tried}: {found[0][:160]}", flush=True)
            else:
                trials.violated(bug, [f"not caught in {tried} trials"])


def hunt(trials, bug, layout, path):
    """How many trials it took, and what the first that showed something showed."""
    batch = copy.copy(trials.batch)
    batch.program = Program(path, batch.program.campaign, batch.program.moment)
    mine = Trials(batch, trials.home, bug)
    workspace = mine.workspace()
    points = Calls(batch.program, workspace, workspace.with_suffix(".log")).points()
    remove(workspace)
    chosen = [points[i - 1] for i in spread(len(points), MOST)]
    # Spread over the run from the first: every seventh, then those between.
    chosen = [point for start in range(7) for point in chosen[start::7]]
    disks = layout and rig(mine, layout)
    for tried, point in enumerate([None, *chosen] if layout else chosen, 1):
        if layout:
            cut_at(mine, disks, layout, point)
        else:
            kill_at(mine, point)
        if mine.violations:
            break
    return tried, mine.violations


class Nursery:
    """Copies of sources and build in which a bug can grow without the checkout being touched.

    The copies are mounted over the checkout, for the compiler alone: at the same path, what was built
    there before is good here too, and a bug costs half a minute. Where that is not allowed, the copy is
    built at its own path, from nothing.
    """

    def __init__(self, home):
        self.home, self.build_folder = home, home / "build"
        self.build_folder.mkdir()
        for name in sorted((CHECKOUT / ".build").glob("*")):
            # Of what was built, the release; the rest would be copied for nothing.
            if name.name in {"checkouts", "repositories", "artifacts"} or name.is_file():
                copy_tree(name, self.build_folder)
            elif (name / "release").is_dir() and not name.is_symlink():
                (self.build_folder / name.name).mkdir()
                copy_tree(name / "release", self.build_folder / name.name)
        mount = ["unshare", "--mount", "sh", "-c", "mount --bind /tmp /tmp"]
        self.can_mount = subprocess.run(mount, capture_output=True).returncode == 0

    def build(self, bug):
        """The path of a program with this bug in it."""
        # One place for all of them, so that what one built is good for the next, wherever it stands.
        tree = self.home / "tree"
        remove(tree)
        tree.mkdir()
        for name in (".ci", "Package.swift", "Sources", "Tests", "Benchmarks"):
            copy_tree(CHECKOUT / name, tree)
        bare = {**os.environ, "GIT_CEILING_DIRECTORIES": str(self.home)}
        subprocess.run(["git", "apply", "--recount", "-C1", HERE / "bugs" / f"{bug}.patch"],
                       cwd=tree, env=bare, check=True)
        out = self.home / bug
        there = "at-the-checkout" if self.can_mount else "apart"
        front = ["unshare", "--mount"] if self.can_mount else []
        subprocess.run([*front, HERE / "build-planted", there, CHECKOUT, tree, self.build_folder, out], check=True)
        return str(out)
