# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs experiments through halfopen-cli and reads what it says: rows of the CSV, events, exit status."""
import csv
import io
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import threading
import time

from wheel import keepalive, widened

CASES = []


class Case:
    def __init__(self, function, alone):
        self.function, self.alone = function, alone
        self.name = function.__name__
        self.why = (function.__doc__ or "").strip().splitlines()[0]


def case(function):
    """A case that may run beside others: it mostly waits."""
    CASES.append(Case(function, alone=False))
    return function


def case_alone(function):
    """A case that loads the machine, or looks at machine-wide counters."""
    CASES.append(Case(function, alone=True))
    return function


def check(holds, sentence):
    if not holds:
        raise AssertionError(sentence)


def check_between(value, band, what):
    check(band[0] <= value <= band[1], f"{what}: {value:.6f} is not within {band[0]:.6f} .. {band[1]:.6f}")


def wait_until(condition, seconds, what):
    """Polls a state with a deadline; returns its first true value."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        check(time.monotonic() < deadline, f"{what}: not within {seconds} s")
        time.sleep(0.01)


class Run:
    """What came of one run."""

    def __init__(self, status, rows, events, errors):
        self.status, self.rows, self.events, self.errors = status, rows, events, errors

    def row(self, pair, end="client"):
        found = [row for row in self.rows if row["pair"] == pair and row["end"] == end]
        check(len(found) == 1, f"{len(found)} rows for {pair}/{end}")
        return found[0]

    def of(self, kind, /, **wanted):
        return [e for e in self.events if e["event"] == kind and all(e.get(k) == v for k, v in wanted.items())]

    @property
    def hz(self):
        return self.of("hello")[0]["hz"]

    def clients(self):
        return [row for row in self.rows if row["end"] == "client"]


class Lab:
    """The programs under test and a place for files; one a driver."""

    def __init__(self, cli, folder):
        self.cli, self.folder = pathlib.Path(cli), pathlib.Path(folder)
        self.window = self.cli.with_name("halfopen")
        self.count, self.lock = 0, threading.Lock()

    def new_folder(self):
        with self.lock:
            self.count += 1
            folder = self.folder / f"run{self.count}"
        folder.mkdir()
        return folder

    def environment(self, folder):
        """Its own home, so that every run has a history of its own. Nothing else is needed to find anything."""
        return {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}

    def window_environment(self, folder):
        """The same with a screen that is only memory."""
        return {**self.environment(folder), "QT_QPA_PLATFORM": "offscreen"}

    def write(self, folder, experiment):
        path = folder / "experiment.halfopen.json"
        path.write_text(experiment if isinstance(experiment, str) else json.dumps(experiment, indent=1))
        return path

    def start(self, folder, *arguments, program=None, environment=None):
        return subprocess.Popen([str(program or self.cli), *map(str, arguments)], cwd=folder,
                                env=environment or self.environment(folder),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def call(self, *arguments, folder=None, seconds=120, program=None):
        """(status, standard output, standard error) of one call."""
        process = self.start(folder or self.new_folder(), *arguments, program=program)
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            raise AssertionError(f"halfopen-cli {arguments} did not end within {seconds} s; it said: {errors[-2000:]}") from None
        return process.returncode, output, errors

    def run(self, experiment, seconds=120, expect=0):
        folder = self.new_folder()
        events = folder / "events.jsonl"
        path = self.write(folder, experiment)
        status, output, errors = self.call("run", path, "--csv", "-", "--events", events, folder=folder, seconds=seconds)
        rows = list(csv.DictReader(io.StringIO(output)))
        lines = [json.loads(line) for line in events.read_text().splitlines()] if events.exists() else []
        if expect is not None and status != expect:
            bad = [f"{r['pair']}/{r['end']}: {r['verdict']} {r['errno']} {r['elapsed_s']} predicted {r['predicted']} "
                   f"{r['predicted_min_s']}..{r['predicted_max_s']} flagged '{r['flagged']}'"
                   for r in rows if r["verdict"] not in ("inside", "never-as-predicted", "not-applicable") or r["flagged"]]
            raise AssertionError(f"exit status {status} instead of {expect}: " + "; ".join(bad[:8]) + errors[-1500:])
        return Run(status, rows, lines, errors)


def experiment(pairs, faults, time_limit=30.0, **more):
    """Pairs as {name: client endpoint} or {name: (client, server)}."""
    listed = []
    for name, ends in pairs.items():
        client, server = ends if isinstance(ends, tuple) else (ends, {"activity": "hold"})
        listed.append({"name": name, "client": client, "server": server})
    return {"format": "halfopen-experiment/1", "title": "live test", "time_limit_s": time_limit,
            "pairs": listed, "faults": faults, **more}


def reader(idle, interval, count, activity="recv", **more):
    return {"activity": activity, "SO_KEEPALIVE": 1, "TCP_KEEPIDLE": idle, "TCP_KEEPINTVL": interval, "TCP_KEEPCNT": count,
            **more}


def check_keepalive_death(run, name, idle, interval, count, user_timeout=None):
    """From the last segment that reached the client to the failing return of its call, by the events alone, in the band of
    the timers. The router's stamp of that segment is its arrival: the veth adds microseconds."""
    pair = pair_index(run, name)
    ends = [e for e in run.of("call", pair=pair, end="client", what="end") if e["result"] <= 0]
    check(ends, f"{name}: no failing call among the events")
    received = [e for e in run.of("packet", pair=pair) if e["from"] == "server" and e["fate"] == "delivered"]
    check(received, f"{name}: nothing was ever received")
    told = [e for e in run.of("call", pair=pair, end="client", what="end") if e["call"] in ("select", "poll", "epoll_wait")]
    died = (told or ends)[-1 if told else 0]["t"]
    band = keepalive(idle, interval, count, run.hz, user_timeout, received[-1]["kind"] == "answer")
    check_between((died - received[-1]["t"]) / 1e9, widened(band), f"{name} from the last segment to the death")


def pair_index(run, name):
    names = []
    for row in run.rows:
        if row["pair"] not in names:
            names.append(row["pair"])
    return names.index(name)


def median(values):
    return statistics.median(values)


def temporary_folder():
    return tempfile.mkdtemp(prefix="halfopen-live-", dir=os.environ.get("TMPDIR", "/tmp"))
