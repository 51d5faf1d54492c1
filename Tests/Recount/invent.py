"""A campaign invented from a seed: its files, and what its units send, moment by moment.

Nobody's drive looks like this; what matters is that everything happens in some of them: holidays and make-up days,
late, revised, zero, faulty and secret reports, decisions that fit and decisions that do not, drives taken up half-way.
"""

import csv
import hashlib
import random
from datetime import date, datetime, time, timedelta

from campaign import STEPS, Campaign, KINDS, week_of
from cycle import Cycle, after, sunday
from writing import spoil, written

ACTIONS = ["销号", "销号", "退回", "延期", "重开", "回头看"]
OUTCOMES = [("filed", {"measure-word": "件"}), ("returned", {"money": "万元"}), ("saved", {"money": "元"}), ("rules", {"measure-word": "项"})]


class Invention:
    def __init__(self, seed, home):
        self.chance, self.code, self.home = random.Random(seed), f"drive-{seed}", home
        self.schedules, self.folder = home / "schedules", home / "schedules" / f"drive-{seed}"
        self.folder.mkdir(parents=True)
        (self.schedules / "calendars").mkdir()
        # 2020 has a week 53, which some drives run across.
        begin, room, least = (date(2020, 12, 7), 3, 5) if self.likely(0.2) else (date(2024, 1, 1), 46, 4)
        self.first = begin + timedelta(days=7 * self.chance.randrange(room))
        self.weeks = [week_of(self.first + timedelta(days=7 * n)) for n in range(self.chance.randint(least, 9))]
        self.truth, self.totals, self.revisions, self.said, self.sent = {}, {}, {}, {}, {}
        self.calendar()
        self.settings()
        self.units()
        self.register()
        self.common()
        self.table("decisions.csv", ["决定编号", "作出时间", "决定", "措施编号", "新时限", "报送", "理由", "依据", "作出人"], [])
        self.campaign = Campaign(self.schedules, self.code)
        self.cycle = Cycle(self.campaign)
        self.secrets, self.moments = [], set()
        self.deliver()
        self.decide()
        self.resolve()

    def likely(self, share):
        return self.chance.random() < share

    def table(self, name, heads, rows, folder=None):
        with open((folder or self.folder) / name, "w", encoding=self.chance.choice(["utf-8-sig", "utf-8", "gb18030"]), newline="") as file:
            csv.writer(file).writerows([heads, *rows])

    # ---- the campaign's files

    def calendar(self):
        rows, last = [], self.first + timedelta(days=400)
        for year in range(self.first.year - 1, self.first.year + 3):
            rows += [[year, "覆盖", "通知"], [f"{year}-01-01", "休", "元旦"]]
        on = self.first
        while on < last:
            if on.weekday() < 5 and self.likely(0.06):
                for n in range(self.chance.choice([1, 1, 3, 9])):
                    rows.append([on + timedelta(days=n), "休", "假日"])
                on += timedelta(days=12)
            elif on.weekday() > 4 and (on.month, on.day) != (1, 1) and self.likely(0.08):
                rows.append([on, "班", "调休"])
            on += timedelta(days=1)
        kept = {str(row[0]): row for row in rows}
        self.table("own.csv", ["日期", "类型", "说明"], sorted(kept.values(), key=lambda row: str(row[0])), self.schedules / "calendars")

    def settings(self):
        pick = self.chance.choice
        report = pick([("wednesday", "17:00"), ("thursday", "12:00"), ("周四", "17:00")])
        summary = pick([("friday", "12:00"), ("周五", "09:30")])
        self.outcomes = self.chance.sample(OUTCOMES, self.chance.randint(0, 4))
        ladder = sorted(self.chance.sample(range(1, 14), 4))
        kinds = self.chance.sample(KINDS, self.chance.randint(0, len(KINDS)))
        lines = [
            f"campaign: {self.code}", "title: 随机专项", "office: 办公室", f"start: {self.first}", f"end: {self.first + timedelta(days=150)}",
            "calendar: own", "cycle:", f'  report: {{weekday: {report[0]}, time: "{report[1]}"}}',
            f'  summary: {{weekday: {summary[0]}, time: "{summary[1]}"}}', '  meeting: {weekday: friday, time: "15:00"}',
            f"  on-holiday: {pick(['previous', 'next'])}", "thresholds:", f"  due-soon-days: {pick([[14, 7, 3], [10, 5], [21]])}",
            f"  pace-gap: {pick([10, 20, 30])}", f"  no-movement-weeks: {pick([2, 3])}", f"  silent-weeks: {pick([1, 2, 3])}",
            f"  late-weeks: {pick([1, 2, 3])}", f"  immediate-workdays: {pick([3, 10])}", f"  second-look-days: {pick([5, 14, 90])}",
            f"  red-eases-to-yellow: {pick(['true', 'false'])}", "guards: {units-gone: 100}",
            "ladder: {" + ", ".join(f"{step}: {days}" for step, days in zip(STEPS, ladder)) + "}"]
        if self.likely(0.25):
            lines.append(f"first-issue: {pick(self.weeks[:4])}")
        if self.likely(0.3):
            lines.append("rules: {percent-fell: error, stale-text: error}")
        if kinds:
            quotas = ", ".join(f"{kind}: {self.chance.randint(1, 3)}" for kind in self.chance.sample(kinds, len(kinds) // 2))
            lines += ["agenda:", f"  order: [{', '.join(kinds)}]", *([f"  quotas: {{{quotas}}}"] if quotas else [])]
        if self.outcomes:
            lines.append("outcomes:")
        for kind, measure in self.outcomes:
            lines.append(f"  - {{kind: {kind}, name: 成效{kind}, " + ", ".join(f"{k}: {v}" for k, v in measure.items()) + "}")
        lines.append("steps:")
        for n in range(4):
            done = f", done: {self.later(n * 9 + self.chance.randrange(25))}" if self.likely(0.6) else ""
            lines.append(f"  - {{step: S{n}, title: 步骤, start: {self.later(n * 9)}, end: {self.later(n * 9 + 12)}{done}}}")
        (self.folder / "campaign.yaml").write_text("\n".join(lines) + "\n")

    def later(self, days):
        return self.first + timedelta(days=days)

    def units(self):
        self.senders, rows = [f"U{n:02}" for n in range(1, self.chance.randint(4, 10))], []
        for n, code in enumerate(self.senders):
            since = self.later(self.chance.randrange(20)) if self.likely(0.1) else ""
            until = self.later(self.chance.randrange(15, 50)) if self.likely(0.1) else ""
            rows.append([code, f"第{n + 1}单位", f"老{n + 1}", "", "", self.chance.choice(["", "分管领导"]), since, until])
        self.table("units.csv", ["单位代码", "单位名称", "别名", "上级单位", "统一社会信用代码", "分管领导", "启用日期", "停用日期"], rows)

    def register(self):
        heads = ["措施编号", "方面编号", "方面", "问题编号", "问题", "事项编号", "整改事项", "整改措施", "整改要求", "牵头区领导", "牵头单位", "配合单位", "开始日期", "完成时限", "长期坚持"]
        rows = []
        for n in range(self.chance.randint(3, 22)):
            item = n // 3
            problem, aspect = item // 2, item // 4
            units = self.chance.sample(self.senders, self.chance.randint(1, len(self.senders)) if self.likely(0.2) else self.chance.randint(1, 3))
            start = self.later(self.chance.choice([-10, 0, 0, 3, 12, 20]))
            due = start + timedelta(days=self.chance.randint(3, 70))
            kind = self.chance.choice(["date", "date", "date", "date", "立行立改", "长期坚持"])
            rows.append([
                f"M{n + 1:02}", f"A{aspect}", f"方面{aspect}", f"P{problem}", f"问题{problem}", f"I{item}", f"事项{item}", f"措施{n}", "",
                self.chance.choice(["", "书记", "区长"]), units[0], "；".join(units[1:]), start, due if kind == "date" else kind,
                "是" if kind == "date" and self.likely(0.15) else ""])
        self.table("register.csv", heads, rows)

    def common(self):
        if self.likely(0.5):
            rows = [["G1", "共性一", "不涉及", "", "", "", "没有"], ["G2", "共性二", "已有具体体现", "I0", "", "", ""],
                    ["G3", "共性三", "自查未发现", "", "预防一", "U01", ""], ["G3", "共性三", "自查未发现", "", "预防二", "U02", ""]]
            self.table("common-problems.csv", ["共性问题编号", "共性问题", "自查结论", "整改事项", "预防措施", "责任单位", "说明"], rows)

    # ---- what is sent

    def deliver(self):
        weeks = [week for week in self.weeks if self.cycle.workdays(week)]
        # Some drives are taken up half-way: the first run finds reports for the weeks before.
        missed = min(self.chance.choice([0, 0, 0, 0, 1, 2, 3]), len(weeks) - 1)
        for week in weeks[missed:]:
            report, summary = (self.cycle.cut_off(week, name) for name in ("report", "summary"))
            moments = [(report - timedelta(minutes=7), 0.75), (summary - timedelta(minutes=3), 0.3), (summary + timedelta(minutes=5), 0.0)]
            belated = summary + timedelta(hours=self.chance.choice([3, 26, 70]))
            for moment, share in [*moments, (belated, 0.1)]:
                self.moments.add(moment)
                (self.home / "deliveries" / moment.strftime("%Y-%m-%dT%H%M")).mkdir(parents=True, exist_ok=True)
                for unit in self.senders:
                    for earlier in weeks[:missed] if moment == min(self.moments) else []:
                        self.send_some(unit, earlier, moment, 0.6)
                    self.send_some(unit, week, moment, share)

    def send_some(self, unit, week, moment, share):
        """Nothing, one file, or now and then two at once."""
        while self.likely(share):
            self.send(unit, week, moment)
            share = 0.04

    def send(self, unit, week, moment):
        if self.likely(0.06):
            week = self.chance.choice([*self.weeks, after(week), after(self.weeks[0], -2)])
        content = self.content(unit, week, moment)
        name = f"{week}-{moment:%m%d%H%M}.{'xml' if content[:1] == b'<' else 'json'}"
        folder = self.home / "deliveries" / moment.strftime("%Y-%m-%dT%H%M") / unit
        folder.mkdir(exist_ok=True)
        while (folder / name).exists():
            name = f"b-{name}"
        (folder / name).write_bytes(content)
        if "秘密★".encode() in content or "秘密★".encode("gb18030") in content:
            self.secrets.append((hashlib.sha256(content).hexdigest(), moment))

    def content(self, unit, week, moment):
        """A new report, at times the very bytes of an earlier one, or no report at all."""
        before = self.sent.setdefault(unit, [])
        if before and self.likely(0.03):
            return self.chance.choice(before)
        # A clerk who forgets to count up, or counts back.
        self.revisions[unit, week] = max(1, self.revisions.get((unit, week), 0) + self.chance.choice([1, 1, 1, 1, 1, 1, 0, 0, -1]))
        report = self.report(unit, week, moment)
        spoil(self.chance, report, self.senders)
        content = written(self.chance, report)
        if self.likely(0.03):
            content = self.chance.choice([b"", b"{", content[:-20], b"\xff\xfe\x00\x01"])
        before.append(content)
        return content

    def report(self, unit, week, moment):
        entries = self.entries(unit, week)
        found = {
            "format": "zhouhui-weekly-report/1", "campaign": self.code, "unit": self.chance.choice([unit, unit, f"第{int(unit[1:])}单位", f"老{int(unit[1:])}"]),
            "week": week, "revision": self.revisions[unit, week], "submittedAt": f"{moment:%Y-%m-%dT%H:%M:%S}+08:00", "submittedBy": "科长",
            "zeroReport": not entries, "entries": entries}
        if self.likely(0.1):
            wanted = self.chance.sample(self.senders, self.chance.randint(1, 3))
            found["coordinationRequests"] = [{"subject": "一事", "request": "请协调", "unitsWanted": wanted}]
        if self.outcomes and self.likely(0.4):
            found["outcomes"] = [self.outcome(unit, *one) for one in self.outcomes if self.likely(0.7)]
        return found

    def entries(self, unit, week):
        """New ones, none (often after an application), or those of before: word for word, or with one thing changed.

        A revision that says the same of its measures changes an outcome alone, if that.
        """
        last = self.said.get(unit, [])
        is_same = self.said.get((unit, week)) == last and self.likely(0.3)
        if last and (is_same or self.likely(0.2)):
            mine = [dict(entry) if is_same or self.likely(0.7) else self.altered(entry) for entry in last]
        elif self.likely(0.25 if any("closeOutRequest" in e or "extensionRequest" in e for e in last) else 0.08):
            return []
        else:
            mine = [self.entry(unit, m) for m in self.campaign.measures if self.concerns(m, unit, week)]
        self.said[unit] = self.said[unit, week] = mine
        return [dict(entry) for entry in mine]

    def altered(self, entry):
        """The same, but for its evidence, plan or requests."""
        found = dict(entry)
        if entry["status"] == "completed" and self.likely(0.7):
            if found.pop("closeOutRequest", None) is None:
                found["closeOutRequest"] = {"statement": "再请核"}
        elif "extensionRequest" in entry:
            found["extensionRequest"] = {"newDeadline": str(self.later(self.chance.randint(30, 160))), "reason": "仍待批"}
        else:
            found["plan"] = f"下步{self.chance.randrange(9)}"
        return found

    def concerns(self, measure, unit, week):
        if measure.lead == unit:
            return measure.start <= sunday(week) and not self.likely(0.02)
        return unit in measure.supporting and self.likely(0.5)

    def entry(self, unit, measure):
        key = unit, measure.code
        percent = min(100, self.truth.get(key, 0) + self.chance.choice([0, 0, 10, 20, 45]))
        self.truth[key] = percent
        status = "completed" if percent == 100 else "in-progress" if percent or self.likely(0.5) else "not-started"
        found = {"measure": measure.code, "status": status, "percent": percent, "progress": self.chance.choice(["推进中", f"进展{self.chance.randrange(99)}"])}
        if status == "completed":
            found["evidence"] = [{"name": "件.pdf", "sha256": "0" * 64}]
            if self.likely(0.5):
                found["closeOutRequest"] = {"statement": "请核"}
        elif self.likely(0.4):
            found["delay"] = {"reason": "待批"} | ({"expectedDate": str(self.later(60))} if self.likely(0.5) else {})
            if self.likely(0.3):
                found["extensionRequest"] = {"newDeadline": str(self.later(self.chance.randint(10, 140))), "reason": "待批"}
        return found

    def outcome(self, unit, kind, measure):
        total = self.totals[unit, kind] = self.totals.get((unit, kind), 0) + self.chance.randrange(5)
        if "money" not in measure:
            return {"kind": kind, "count": total}
        return {"kind": kind, "amount": f"{total}.{self.chance.randrange(100):02}" if self.likely(0.5) else str(total), "amountUnit": self.chance.choice(["元", "万元"])}

    # ---- what the office says

    def decide(self):
        dated, due = [], {m.code: m for m in self.campaign.measures}
        for _ in range(self.chance.randint(0, 3 * len(self.weeks))):
            dated.append((self.moment_of_decision(), self.chance.choice(ACTIONS), self.chance.choice(list(due)), "", ""))
        for digest, sent in self.secrets:
            if self.likely(0.5):
                dated.append((sent + timedelta(days=self.chance.randint(1, 9)), self.chance.choice(["放行", "放行", "不予放行"]), "", "", digest[: self.chance.choice([12, 64])]))
        self.releases = [at for at, action, *_ in dated if action == "放行"]
        until, rows = {}, []
        for at, action, measure, _, digest in sorted(dated):
            new = ""
            if action == "重开" and self.likely(0.6):
                new = until[measure] = at.date() + timedelta(days=self.chance.randint(0, 40))
            if action == "延期":
                new = until[measure] = self.extension(due[measure], until.get(measure), at)
                if new is None:
                    continue
            rows.append([f"D{len(rows) + 1}", f"{at:%Y-%m-%d %H:%M}", action, measure, new, digest, "理由" if action != "销号" else "", "", "办公室主任"])
        self.table("decisions.csv", ["决定编号", "作出时间", "决定", "措施编号", "新时限", "报送", "理由", "依据", "作出人"], rows)

    def moment_of_decision(self):
        """Any, the minute of a delivery, or soon after a summary: where weeks and claims are told apart."""
        if self.likely(0.25):
            return self.chance.choice(sorted(self.moments))
        if self.likely(0.3):
            week = self.chance.choice([week for week in self.weeks if self.cycle.workdays(week)])
            return self.cycle.cut_off(week, "summary") + timedelta(minutes=self.chance.choice([-1, 0, 1, 30, 600]))
        return datetime.combine(self.later(self.chance.randrange(7 * len(self.weeks))), time(self.chance.choice([9, 13, 18]), 0))

    def extension(self, measure, last, at):
        if measure.due == "长期坚持":
            return None
        first = measure.start + timedelta(days=45) if measure.due == "立行立改" else date.fromisoformat(measure.due)
        return max(first, last or first, at.date()) + timedelta(days=self.chance.randint(2, 30))

    def resolve(self):
        rows = []
        for n in range(self.chance.randrange(4)):
            held = self.later(self.chance.randrange(7 * len(self.weeks)))
            done = held + timedelta(days=self.chance.randint(0, 25))
            units = "、".join(self.chance.sample(self.senders, 2))
            is_done = self.likely(0.5)
            rows.append([f"Y{n}", held, "议定", units, held + timedelta(days=self.chance.randrange(20)), self.chance.choice(["", "M01"]),
                         done if is_done else "", "已办" if is_done else ""])
        self.table("resolutions.csv", ["议定编号", "会议日期", "议定事项", "责任单位", "完成时限", "措施编号", "办结日期", "办结情况"], rows)

