#!/usr/bin/env python3
"""Measures a run that fetches the reports of thousands of units from a real nginx on loopback.

    Tests/Flood/fetching.py PROGRAM [UNITS]

UNITS (5,000) units each have a report at a URL of their own, but every hundredth has none (404) and every
hundred-and-first a server that is down. The run is done twice: the second time every report is a 304.
Prints seconds and peak memory; fails unless every report there was taken, every failure is told as one,
and the second run takes nothing.
"""
import os
import socket
import subprocess
import sys
import tempfile
import time

import flood


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(root, port):
    flood.write(root, "nginx.conf", f"""daemon off; master_process off; pid nginx.pid;
events {{ worker_connections 256; }}
http {{ access_log off; client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp;
uwsgi_temp_path tmp; scgi_temp_path tmp; server {{ listen 127.0.0.1:{port}; root www; }} }}
""")
    server = subprocess.Popen(["/usr/sbin/nginx", "-p", root, "-c", "nginx.conf", "-e", "error.log"])
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return server
        except ConnectionRefusedError:
            time.sleep(0.05)


def main():
    program, units = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5_000
    flood.UNITS = units
    with tempfile.TemporaryDirectory(prefix="zhouhui-fetching-") as root:
        port, closed = free_port(), free_port()
        names = flood.lay_out(f"{root}/work", "")
        down = names[::101]
        absent = [name for name in names[::100] if name not in down]
        os.makedirs(f"{root}/www")
        for name in names:
            found = f"{root}/work/inbox/flood/{name}/report.json"
            if name in down or name in absent:
                os.remove(found)
            else:
                os.rename(found, f"{root}/www/{name}")
        reached = [name for name in names if name not in down]
        with open(f"{root}/work/schedules/flood/campaign.yaml", "a", encoding="utf-8") as settings:
            settings.write("networks: [127.0.0.0/8]\nguards: {units-gone: 100}\nsources:\n")
            for source, at, whose in [("web", port, reached), ("down", closed, down)]:
                settings.write(f'  - {{source: {source}, url: "http://127.0.0.1:{at}/{{unit}}", '
                               f'units: [{", ".join(whose)}]}}\n')
        server = serve(root, port)
        try:
            for name, expected in [("first", units - len(down) - len(absent)), ("again", 0)]:
                report, seconds, megabytes = flood.run(program, f"{root}/work")
                failed = len(report["failedFetches"])
                print(f"{name}: {units} units, taken {report['fetched']}, failed {failed}, "
                      f"{seconds:.1f} s, peak {megabytes:.0f} MB", flush=True)
                if report["fetched"] != expected or failed != len(down) + len(absent):
                    sys.exit(f"expected {expected} taken and {len(down) + len(absent)} failed")
        finally:
            server.kill()
            server.wait()


if __name__ == "__main__":
    main()
