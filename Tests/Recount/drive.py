"""A whole drive: what was delivered when, judged run by run, with the editions that come of it.

The runs are those of the program: after every delivery, at the moment its folder is named by.
"""

from datetime import datetime
from pathlib import Path

from campaign import Campaign
from cycle import Cycle
from fold import Fold
from judging import Judge, Submission


class Edition:
    """What one week was issued as, or corrected to."""

    def __init__(self, week, number):
        self.week, self.number, self.facts = week, number, week.facts()


class Drive:
    def __init__(self, schedules, code, deliveries, since="20"):
        self.campaign = Campaign(schedules, code)
        self.cycle = Cycle(self.campaign)
        self.received, self.editions, self.seen = [], {}, set()
        self.first_issue = self.campaign.first_issue
        self.judge = Judge(self.campaign, self.cycle, self.received)
        for folder in sorted(path for path in Path(deliveries).iterdir() if path.name.startswith("20") and path.name >= since):
            self.run(datetime.strptime(folder.name, "%Y-%m-%dT%H%M"), folder)

    def run(self, moment, folder):
        files = [path for path in sorted(folder.glob("*/*")) if not path.name.startswith(".")]
        arrived = [Submission(path.parent.name, path.name, path.read_bytes(), moment) for path in files]
        for one in sorted(arrived, key=lambda one: (one.unit, one.digest)):
            self.take(one)
        self.release(moment)
        first, last = self.campaign.first_week, self.cycle.of(self.campaign.last_week)
        self.first_issue = max(first, self.first_issue or min(last, self.cycle.at(moment)))
        for week in self.fold(moment).weeks.values():
            if week.is_closed and week.week >= self.first_issue:
                self.publish(week)

    def fold(self, moment, last=None):
        """The weeks as they are known at a moment, through the current one, or the one asked for."""
        return Fold(self.campaign, self.cycle, self.received, moment, self.first_issue, last)

    def take(self, one):
        """The same bytes accepted before are nothing new."""
        if (one.unit, one.digest) in self.seen:
            return
        self.judge.judge(one)
        self.received.append(one)
        if one.is_accepted:
            self.seen.add((one.unit, one.digest))

    def release(self, moment):
        for one in self.received:
            said = [row for row in self.campaign.releases if row["at"] <= moment and one.digest.startswith(row["报送"].lower())]
            if one.verdict == "quarantined" and any(row["决定"] == "放行" for row in said):
                one.release(moment)
                self.judge.judge(one, is_released=True)

    def publish(self, week):
        known = self.editions.setdefault(week.week, [])
        if not known or known[-1].facts != week.facts():
            known.append(Edition(week, len(known)))
