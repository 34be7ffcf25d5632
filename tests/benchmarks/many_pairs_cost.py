#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs of many pairs cost: memory and processor time of the agent, of halfopen-cli and of the window.

    many_pairs_cost.py --cli PROGRAM [--window PROGRAM] [--pairs N ...] [--keepalive 1/1/3] [--folder DIRECTORY]

Each run has N epoll readers with this keepalive (idle and interval in seconds, count) in hosts of their own; everything is
dropped at 5 s. Halfopen-cli's rows then tell whether one died before the fault, whether all did so in the interval that the
kernel's timers leave, and whether the run was flagged. The window runs the same without a display (offscreen) until it
rests. Memory is the peak of the proportional set size (Pss in proc(5): what the agent's processes share counts once),
processor time utime + stime, both read every fifth of a second until the end. 1/1/3 is a probe a second and pair: with
10,000 pairs the cable carries 20,000 segments a second.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

STEP = 0.2  # s
QUIET = 2.0  # s without an agent and with hardly anything to do: the window's run is over
RESTING = 0.1  # of a processor
LIMIT = 600.0  # s a run may take


def experiment(folder, count, keepalive):
    idle, interval, probes = keepalive
    client = {"activity": "epoll", "SO_KEEPALIVE": 1, "TCP_KEEPIDLE": idle, "TCP_KEEPINTVL": interval, "TCP_KEEPCNT": probes}
    path = folder / f"{count}.halfopen.json"
    path.write_text(json.dumps({
        "format": "halfopen-experiment/1", "title": f"{count} epoll readers", "place": "namespaces", "time_limit_s": 60,
        "pairs": [{"name": f"reader {number + 1}", "client": client} for number in range(count)],
        "faults": [{"kind": "drop", "at_s": 5}]}))
    return path


def stat(pid):
    """Name, parent and processor time so far, or None where it is gone."""
    try:
        head, _, rest = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")
    except OSError:
        return None
    fields = rest.split()
    return head.partition("(")[2], int(fields[1]), (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid):
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            for line in pathlib.Path(f"/proc/{pid}/{name}").read_text().splitlines():
                if line.startswith(key):
                    return int(line.split()[1]) / 1024
        except OSError:
            continue
    return 0.0


class Watch:
    """Follows a program and its agent to their end."""

    def __init__(self, process):
        self.process = process
        self.peak = collections.Counter()
        self.cpu = {}  # by process
        self.agents = set()

    def family(self):
        parents = {}
        for entry in os.listdir("/proc"):
            known = stat(entry) if entry.isdigit() else None
            if known:
                parents[int(entry)] = known
        found, new = {}, {self.process.pid}
        while new:
            found.update({pid: parents[pid] for pid in new if pid in parents})
            new = {pid for pid, (_, parent, _) in parents.items() if parent in new and pid not in found}
        return found

    def look(self):
        """Whether an agent is there."""
        memory = collections.Counter()
        family = self.family()
        for pid, (_, _, cpu) in family.items():
            self.cpu[pid] = cpu
            memory["own" if pid == self.process.pid else "agent"] += memory_mb(pid)
            if pid != self.process.pid:
                self.agents.add(pid)
        for whose, amount in memory.items():
            self.peak[whose] = max(self.peak[whose], amount)
        return len(family) > 1

    def to_the_end(self, stays):
        """Until the program ends, or, where it stays, until its agent has and it rests."""
        began = seen = time.monotonic()
        before = 0.0
        while self.process.poll() is None:
            now = time.monotonic()
            own = self.cpu.get(self.process.pid, 0.0)
            if self.look() or own - before > RESTING * STEP:
                seen = now
            before = own
            if now - began > LIMIT or (stays and self.agents and now - seen > QUIET):
                break
            time.sleep(STEP)
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait()
        return time.monotonic() - began

    def text(self, name):
        agent = sum(cpu for pid, cpu in self.cpu.items() if pid in self.agents)
        return (f"agent {self.peak['agent']:7.1f} MB {agent:7.2f} s   "
                f"{name} {self.peak['own']:7.1f} MB {self.cpu.get(self.process.pid, 0):7.2f} s")


def start(arguments, folder):
    home = pathlib.Path(tempfile.mkdtemp(dir=folder))
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(home), "QT_QPA_PLATFORM": "offscreen",
                   "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(home)}
    errors = home / "errors.txt"
    process = subprocess.Popen([str(each) for each in arguments], env=environment, cwd=home, stdout=subprocess.DEVNULL,
                               stderr=open(errors, "wb"))
    return Watch(process), errors


def interval(keepalive):
    """From the fault to the death: the last answer was up to a probe ago, and each timer fires up to a granule late (1/8 of
    itself at most), with the tolerance of a busy machine."""
    idle, between, probes = keepalive
    return probes * between - 0.03, (idle + probes * between) * 1.125 + 0.06


def told(rows, keepalive):
    """What became of the readers."""
    clients = [row for row in csv.DictReader(rows) if row["end"] == "client"]
    times = sorted(float(row["elapsed_s"]) for row in clients if row["elapsed_s"])
    if not times:
        return "no row"
    verdicts = collections.Counter(row["verdict"] for row in clients)
    low, high = interval(keepalive)
    outside = len(clients) - sum(low <= each <= high for each in times)
    flags = sorted({row["flagged"] for row in clients if row["flagged"]})
    return (f"{sum(each < 0 for each in times)} died before the fault; {times[0]:.3f} … {times[len(times) // 2]:.3f} … "
            f"{times[-1]:.3f} s after it, {outside} not within {low:.2f} … {high:.2f} s; {dict(verdicts)}; flagged: {', '.join(flags) or 'no'}")


def measure_cli(program, folder, count, keepalive):
    rows = folder / f"{count}.csv"
    watch, errors = start([program, "run", experiment(folder, count, keepalive), "--quiet", "--csv", rows], folder)
    took = watch.to_the_end(stays=False)
    print(f"{count:6} pairs  {watch.text('cli')}   {took:.1f} s, status {watch.process.returncode}", flush=True)
    if rows.exists():
        print("              " + told(rows.open(newline=""), keepalive), flush=True)
    else:
        print("              " + errors.read_text(errors="replace").strip(), flush=True)


def measure_window(program, folder, count, keepalive):
    watch, _ = start([program, "--run", experiment(folder, count, keepalive)], folder)
    took = watch.to_the_end(stays=True)
    print(f"{count:6} pairs  {watch.text('window')}   {took:.1f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", type=lambda path: pathlib.Path(path).resolve(), required=True)
    parser.add_argument("--window", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--pairs", type=int, nargs="*", default=[10, 1000, 10000])
    parser.add_argument("--keepalive", type=lambda text: tuple(map(int, text.split("/"))), default=(1, 1, 3))
    parser.add_argument("--folder", help="where to write, instead of the place for temporary files")
    wishes = parser.parse_args()
    for program in (wishes.cli, wishes.window):
        if program and not os.access(program, os.X_OK):
            sys.exit(f"{program} is no program.")
    with tempfile.TemporaryDirectory(prefix="halfopen-bench-", dir=wishes.folder) as name:
        folder = pathlib.Path(name)
        for count in wishes.pairs:
            measure_cli(wishes.cli, folder, count, wishes.keepalive)
            if wishes.window:
                measure_window(wishes.window, folder, count, wishes.keepalive)


if __name__ == "__main__":
    main()
