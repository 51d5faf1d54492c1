"""The reference batch: a workspace with a week behind it, and everything that can come in the next.

Made from the sample campaign: week 2024-W02 is previewed, then issued, by runs that nobody disturbs.
What then waits is for the run that is disturbed: the reports of W03 (a preview, with the alerts of W02
going on), and one of W02 that comes after the issue (a correction).
"""

import re
import shutil
import subprocess
from pathlib import Path

from program import Program
from sources import Sources
from workspace import State, copy

CAMPAIGN = "jingan-2023"
SAMPLE = Path(__file__).resolve().parents[2] / "schedules"
DELIVERIES = SAMPLE / CAMPAIGN / "deliveries"
BEFORE = [("2024-01-11T16:00", ["2024-01-10T1130", "2024-01-11T1600"]),
          ("2024-01-12T12:05", ["2024-01-11T2100", "2024-01-12T0900"])]
AFTER = ("2024-01-18T16:00", ["2024-01-12T1205", "2024-01-17T1130", "2024-01-18T1600", "2024-01-18T2100"])
# Units whose reports are on a server, not in a folder; one that sends the same page again; one with none.
SERVED, STEADY, ABSENT = 6, "BM26", "BM27"
# Sends its report of W02 when that week is issued.
BELATED = "BM03"
SIGNED, FORGED, UNSIGNED = "DQ01", "DQ02", "DQ03"


class Batch:
    def __init__(self, home, path):
        self.home = home
        self.program = Program(path, CAMPAIGN, AFTER[0])
        self.sources = Sources()
        self.before = home / "before"
        self.make()
        self.old = State(self.before)
        copy(self.before, home / "after")
        ended = self.program.run(home / "after")
        assert ended.status == 0, f"the undisturbed run failed: {ended.output}"
        self.new = State(home / "after")
        self.said = ended.output

    def make(self):
        for name in ["inbox", "outbox", "schedules", "ledger"]:
            (self.before / name).mkdir(parents=True)
        # As the administrator has it: on the disk before any run.
        shutil.copytree(SAMPLE / "calendars", self.before / "schedules/calendars")
        self.campaign = self.before / "schedules" / CAMPAIGN
        shutil.copytree(SAMPLE / CAMPAIGN, self.campaign, ignore=shutil.ignore_patterns("deliveries"))
        self.served = self.choose_served()
        self.keys()
        self.settings()
        for moment, deliveries in BEFORE:
            self.deliver(deliveries)
            ended = self.program.run(self.before, moment)
            assert ended.status == 0, ended.output
        self.deliver(AFTER[1])
        self.belated()
        self.faulty()

    def inbox(self, unit):
        folder = self.before / "inbox" / CAMPAIGN / unit
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def choose_served(self):
        """Units that report in both weeks, from the end of the list, where none has a part of its own."""
        weeks = [{f.parent.name for d in deliveries for f in (DELIVERIES / d).glob("*/*")}
                 for deliveries in (BEFORE[0][1], AFTER[1][1:3])]
        apart = {BELATED, STEADY, ABSENT, SIGNED, FORGED, UNSIGNED}
        return sorted((weeks[0] & weeks[1]) - apart)[-SERVED:]

    def belated(self):
        """A report of the week that is already issued: a correction comes of it."""
        for file in (DELIVERIES / BEFORE[0][1][0] / BELATED).glob("*"):
            self.put(BELATED, file.name, file.read_bytes())

    def deliver(self, deliveries):
        for name in deliveries:
            for file in sorted((DELIVERIES / name).glob("*/*")):
                unit = file.parent.name
                if unit == BELATED:
                    continue
                if unit in self.served:
                    week = re.search(r"\d{4}-W\d\d", file.name)[0]
                    self.sources.pages[f"/{week}/{unit}"] = file.read_bytes()
                elif unit == STEADY:
                    self.sources.pages.setdefault("/latest", file.read_bytes())
                elif unit != ABSENT:
                    self.put(unit, file.name, file.read_bytes())

    def put(self, unit, name, content):
        path = self.inbox(unit) / name
        path.write_bytes(content)
        if unit in self.signers:
            self.sign(unit, path)

    def sign(self, unit, path):
        subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "zhouhui", "-f", self.signers[unit], path],
                       check=True, stdin=subprocess.DEVNULL, capture_output=True)

    def keys(self):
        """A key for each unit that signs, and one line of units.csv longer by it."""
        self.signers = {}
        table = self.campaign / "units.csv"
        header, *rows = table.read_text(encoding="utf-8-sig").splitlines()
        public = {}
        for unit in (SIGNED, FORGED, UNSIGNED):
            key = self.home / f"key-{unit}"
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", unit, "-f", key], check=True)
            self.signers[unit] = key
            public[unit] = Path(f"{key}.pub").read_text().strip()
        lines = [header + ",公钥"] + [row + "," + public.get(row.split(",")[0], "") for row in rows]
        table.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def settings(self):
        """From the week before; one connection, so that what is fetched comes in one order."""
        path = self.campaign / "campaign.yaml"
        text = path.read_text()
        text = text.replace("first-week: 2023-W51", "first-week: 2024-W02")
        text = text.replace("connections: 16, connections-per-host: 4", "connections: 1, connections-per-host: 1")
        url = self.sources.url
        text += f"""
networks: [127.0.0.0/8]
sources:
  - {{source: web, url: "{url}/{{week}}/{{unit}}", units: [{", ".join([*self.served, ABSENT])}]}}
  - {{source: steady, url: "{url}/latest", units: [{STEADY}]}}
"""
        path.write_text(text)

    def faulty(self):
        """What is not a report, or not the sender's, or not for our eyes; and what has to wait."""
        good = next(self.inbox("DQ04").glob("*"), None) or next(self.inbox("DQ05").glob("*"))
        self.put("JD01", "broken.xml", b'<?xml version="1.0"?><report><unit>JD01</unit')
        self.put("JD02", "broken.json", b'{"format": 1, "unit": "JD02", "unit": "JD03",}')
        self.put("JD03", "somebody-elses" + good.suffix, good.read_bytes())
        self.put("JD04", "marked.xml", "<report><text>机密★三年 某事项</text></report>".encode())
        self.put("JD05", "机密★ 名称.json", b'{"a": 1}')
        self.put("JD06", "huge.xml", b"<report>" + b"x" * 400_000 + b"</report>")
        self.put("JD07", "empty.xml", b"")
        self.put("JD08", "on-its-way.xml.part", b"<report>")
        self.put("NOBODY", "stranger.xml", good.read_bytes())
        for unit in (FORGED, UNSIGNED):
            self.put(unit, "second.xml", good.read_bytes() + b"\n")
        (self.inbox(FORGED) / "second.xml").write_bytes(good.read_bytes() + b"\n\n")
        (self.inbox(UNSIGNED) / "second.xml.sig").unlink()

    def submitted(self):
        """SHA-256 of every file that lies in the inbox before the disturbed run."""
        return set(self.old.inbox.values())
