"""Weeks and cut-offs: which weeks have a cycle, and when reports, summary and meeting are due."""

from datetime import date, datetime, timedelta
from functools import cache

from campaign import week_of


@cache
def monday(week):
    return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def sunday(week):
    return monday(week) + timedelta(days=6)


def after(week, weeks=1):
    return week_of(monday(week) + timedelta(days=7 * weeks))


def distance(week, earlier):
    return (monday(week) - monday(earlier)).days // 7


class Cycle:
    def __init__(self, campaign):
        self.campaign = campaign
        self.known = {}

    def workdays(self, week):
        days = [monday(week) + timedelta(days=n) for n in range(7)]
        return [day for day in days if self.campaign.works(day)]

    def of(self, week):
        """The week that a report for `week` joins: itself, or the next one with a working day."""
        while not self.workdays(week):
            week = after(week)
        return week

    def at(self, moment):
        return self.of(week_of(moment))

    @cache
    def weeks(self, first, last):
        found = []
        while first <= last:
            if self.workdays(first):
                found.append(first)
            first = after(first)
        return found

    def before(self, week):
        """The week with a cycle before; None before the first that owes reports."""
        earlier = self.weeks(self.campaign.first_week, after(week, -1))
        return earlier[-1] if earlier else None

    def cut_off(self, week, name):
        """Where holidays push them onto one day, they keep their order around the summary."""
        if (week, name) not in self.known:
            summary = self.moved(week, *self.campaign.cut_offs["summary"])
            choose = {"report": min, "summary": max, "meeting": max}[name]
            self.known[week, name] = choose(self.moved(week, *self.campaign.cut_offs[name]), summary)
        return self.known[week, name]

    def moved(self, week, weekday, clock, is_next):
        """On its day, or on the nearest working day of the week: first the configured way, then the other."""
        week = self.of(after(week)) if is_next else week
        wanted = monday(week) + timedelta(days=weekday)
        earlier = [day for day in self.workdays(week) if day <= wanted][-1:]
        later = [day for day in self.workdays(week) if day >= wanted][:1]
        found = earlier or later if self.campaign.goes_back else later or earlier
        return datetime.combine(found[0], clock)
