#!/usr/bin/env python3
"""Measures what one unit's flood costs a run, and whether it delays the others.

    Tests/Flood/flood.py PROGRAM [FILES]

Fifty units send one sound report each, first alone, then beside a unit whose folder holds FILES
(100,000) small files: under the hourly limit of the default, and with the limit lifted to its maximum.
Prints seconds and peak memory of each run; fails unless every one of the fifty was taken each time and
no file of the flood was lost.
"""
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time

UNITS = 50


def write(root, name, text):
    path = os.path.join(root, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def lay_out(root, guards):
    today = datetime.date.today()
    monday = today - datetime.timedelta(days=today.weekday())
    start, end = monday - datetime.timedelta(days=7), monday + datetime.timedelta(days=60)
    write(root, "schedules/flood/campaign.yaml", f"""campaign: flood
title: 示例整改专项
office: 示例协调办公室
start: {start}
end: {end}
first-week: {monday.isocalendar()[0]}-W{monday.isocalendar()[1]:02}
calendar: china
cycle:
  report: {{weekday: sunday, time: "17:00"}}
  summary: {{weekday: sunday, time: "18:00"}}
  meeting: {{weekday: sunday, time: "19:00"}}
  on-holiday: next
{guards}""")
    names = ["FLOOD"] + [f"U{number:02}" for number in range(UNITS)]
    write(root, "schedules/flood/units.csv", "单位代码,单位名称\n" + "".join(
        f"{name},示例单位{name}\n" for name in names))
    write(root, "schedules/flood/register.csv",
          "措施编号,方面编号,方面,问题编号,问题,事项编号,整改事项,整改措施,整改要求,牵头区领导,牵头单位,配合单位,开始日期,完成时限,长期坚持\n" + "".join(
              f"M{name},A1,方面一,P1,问题一,I1,事项一,措施{name},,区长,{name},,{start},{end},\n" for name in names))
    write(root, "schedules/flood/decisions.csv", "决定编号,作出时间,决定,措施编号,作出人\n")
    years = range(start.year, end.year + 1)
    write(root, "schedules/calendars/china.csv", "日期,类型,说明\n" + "".join(
        f"{year},覆盖,示例\n{year}-01-01,休,元旦\n" for year in years))
    week = f"{monday.isocalendar()[0]}-W{monday.isocalendar()[1]:02}"
    for name in names[1:]:
        write(root, f"inbox/flood/{name}/report.json", json.dumps({
            "format": "zhouhui-weekly-report/1", "campaign": "flood", "unit": name, "week": week,
            "revision": 1, "submittedAt": f"{today}T00:00:00+08:00", "submittedBy": "联络员",
            "zeroReport": False, "entries": [
                {"measure": f"M{name}", "status": "in-progress", "percent": 10, "progress": f"推进{name}"}]}))
    return names[1:]


def flood(root, files):
    folder = os.path.join(root, "inbox/flood/FLOOD")
    os.makedirs(folder, exist_ok=True)
    for number in range(files):
        with open(f"{folder}/{number:06}.txt", "w", encoding="ascii") as file:
            file.write(f"no report {number}")


def run(program, root):
    began = time.monotonic()
    process = subprocess.Popen([program, "run", "--json", "--quiet", "--workspace", root], stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"run ended with {process.returncode}: {output.decode()}")
    return json.loads(output), time.monotonic() - began, usage.ru_maxrss / 1024


def count(folder):
    return sum(len(files) for _, _, files in os.walk(folder))


def measure(program, name, files, guards=""):
    with tempfile.TemporaryDirectory(prefix="zhouhui-flood-") as root:
        others = lay_out(root, guards)
        flood(root, files)
        report, seconds, megabytes = run(program, root)
        left = count(f"{root}/inbox/flood/FLOOD")
        print(f"{name}: {seconds:.2f} s, peak {megabytes:.0f} MB, taken {report['collected']}, "
              f"accepted {report['verdicts'].get('accepted', 0)}, left {left}", flush=True)
        waiting = [unit for unit in others if count(f"{root}/inbox/flood/{unit}")]
        if waiting or report["verdicts"].get("accepted", 0) != UNITS:
            sys.exit(f"not every unit was taken: {waiting or report}")
        if left + count(f"{root}/ledger/archive") != files + UNITS:
            sys.exit("a file is neither in the inbox nor in the archive, or in both")


def main():
    program = os.path.abspath(sys.argv[1])
    files = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    measure(program, f"{UNITS} units alone", 0)
    measure(program, f"beside {files} files, 60 an hour", files)
    measure(program, f"beside {files} files, 10000 an hour", files, "guards: {files-per-hour: 10000}\n")


if __name__ == "__main__":
    main()
