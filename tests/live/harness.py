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

from wheel import RETRIES2_5, data_in_flight, keepalive, widened

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
    """The programs under test and a place for files; one a case."""

    # So many runs at a time on the whole machine: they mostly wait, but starting them is work.
    slots = threading.Semaphore(18)
    repeated = 0

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

    def start(self, folder, *arguments, program=None, environment=None, output=subprocess.PIPE):
        return subprocess.Popen([str(program or self.cli), *map(str, arguments)], cwd=folder,
                                env=environment or self.environment(folder),
                                stdin=subprocess.DEVNULL, stdout=output, stderr=output, text=True)

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

    def run(self, experiment, seconds=120):
        """One run in which everything came as predicted. A run that says itself that the machine was starved tells nothing
        either way: it is made again, up to three times."""
        for _ in range(3):
            with Lab.slots:
                run = self.run_once(experiment, seconds)
            wrong = [row for row in run.rows if row["verdict"] not in ("inside", "never-as-predicted", "not-applicable")]
            if run.status == 1 and not wrong and {row["flagged"] for row in run.rows} <= {"", "starved"}:
                with self.lock:
                    Lab.repeated += 1
                continue
            break
        wrong = [row for row in run.rows if row in wrong or row["flagged"]]
        check(run.status == 0, f"exit status {run.status}: " + "; ".join(map(summary, wrong[:6])) + "\n" + run.errors[-800:])
        return run

    def run_once(self, experiment, seconds):
        folder = self.new_folder()
        events = folder / "events.jsonl"
        source = self.write(folder, experiment) if isinstance(experiment, dict) else experiment
        status, output, errors = self.call("run", source, "--csv", "-", "--events", events, folder=folder, seconds=seconds)
        rows = list(csv.DictReader(io.StringIO(output)))
        lines = [json.loads(line) for line in events.read_text().splitlines()] if events.exists() else []
        return Run(status, rows, lines, errors)


def summary(row):
    return (f"{row['pair']}/{row['end']} {row['verdict']} {row['errno']} {row['elapsed_s']} "
            f"(predicted {row['predicted']} {row['predicted_min_s']}..{row['predicted_max_s']}) {row['flagged']}")


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


def check_retries2_death(run, name, request=False):
    """From the first segment lost to the fault to the death by tcp_retries2 = 5, told by the failing call (a paced sender's
    next one, up to 0.1 s later). Beside the wire only the socket's RTO at the fault is read."""
    pair = pair_index(run, name)
    rto = [e["rto"] / 1e9 for e in run.of("info", pair=pair, end="client", at_fault=True)]
    check(len(rto) == 1, f"{name}: no TCP_INFO at the fault")
    lost = [e["t"] for e in run.of("packet", pair=pair, fate="dropped") if e["from"] == "client" and e["kind"] == "data"]
    failed = [e for e in run.of("call", pair=pair, end="client", what="end") if e["result"] < 0]
    check(lost and failed, f"{name}: {len(lost)} segments lost, {len(failed)} calls failed")
    low, high = data_in_flight(rto[0], run.hz, RETRIES2_5, pause=request)
    check_between((failed[0]["t"] - lost[0]) / 1e9, widened((low, high + (0 if request else 0.1))), f"{name} from the first loss")


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
