"""A whole drive: what was delivered when, judged run by run, with the editions that come of it.

The runs are those of the program: after every delivery, at the moment its folder is named by.
"""

from datetime import datetime
from pathlib import Path

from alerts import Alerts
from campaign import Campaign
from count import Week
from cycle import Cycle
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
        self.judge = Judge(self.campaign, self.cycle, self.received)
        for folder in sorted(path for path in Path(deliveries).iterdir() if path.name.startswith("20") and path.name >= since):
            self.run(datetime.strptime(folder.name, "%Y-%m-%dT%H%M"), folder)

    def run(self, moment, folder):
        for path in sorted(folder.glob("*/*")):
            if not path.name.startswith("."):
                self.take(Submission(path.parent.name, path.name, path.read_bytes(), moment))
        self.release(moment)
        for week in self.cycle.weeks(self.campaign.first_week, self.cycle.at(moment)):
            if self.cycle.cut_off(week, "summary") <= moment:
                self.publish(week, moment)

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
                self.judge.judge(one, is_released=True)

    def publish(self, week, moment):
        now = Week(self.campaign, self.cycle, self.received, week, moment)
        known = self.editions.setdefault(week, [])
        if known and known[-1].facts == now.facts():
            return
        before = self.cycle.before(week)
        remembered = self.editions[before][-1].week.alerts if before else {}
        now.alerts = Alerts(self.campaign, now.day, remembered).of(now.states, now.reporting)
        now.before = before and Week(self.campaign, self.cycle, self.received, before, moment)
        known.append(Edition(now, len(known)))
