# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL at random moments: runs drawn by lot, one of their processes killed, and nothing may be left of them."""
import collections
import concurrent.futures
import os
import pathlib
import random
import shutil
import signal
import threading
import time

import kill_plans
import process_tree
from harness import case_alone, check

MARK = "HALFOPEN_TEST_KILLED_RUN"  # in the environment of the run's program, and so of all its processes
PATIENCE = 5.0  # s from the kill to the last process's end; half a second where the machine is idle
LONGEST = 20.0  # s for a run that goes on because none of those was killed that it needs
WINDOWS = 0.15  # share of the runs that the window makes


class Wish:
    """What run_live.py was asked for."""
    runs = 12
    seed = None


def marked(mark):
    """{pid: start time} of all processes with that mark."""
    needle = f"{MARK}={mark}\0".encode()
    found = {}
    for pid, (_, start, state) in process_tree.processes().items():
        try:
            if state != "Z" and needle in pathlib.Path(f"/proc/{pid}/environ").read_bytes():
                found[pid] = start
        except OSError:
            continue
    return found


def name_of(pid):
    """Of a process; the agent that only looks what this machine can do is told from the run's."""
    try:
        name = pathlib.Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
        arguments = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return "gone"
    return f"{name} check" if name == "halfopen-agent" and b"check" in arguments else name


def places():
    """What the machine has outside of the runs' folders and namespaces that a run could leave."""
    devices = {line.split(":")[0].strip() for line in pathlib.Path("/proc/net/dev").read_text(encoding="ascii").splitlines()[2:]}
    own = {str(path) for folder in ("/dev/shm", "/tmp", "/var/tmp") for path in pathlib.Path(folder).glob("*") if is_ours(path)}
    return devices | own


def is_ours(path):
    try:
        return path.lstat().st_uid == os.getuid() and "halfopen-live-" not in path.name
    except OSError:
        return False


class KilledRun:
    """One of them."""

    def __init__(self, lab, number, seed):
        self.lab, self.number = lab, number
        self.lot = random.Random(f"{seed}-{number}")
        self.folder = lab.new_folder()
        self.temporary, self.runtime = self.folder / "tmp", self.folder / "runtime"
        for each in (self.temporary, self.runtime):
            each.mkdir(mode=0o700)
        self.mark = f"{os.getpid()}-{number}"
        self.victim, self.moment, self.spaces, self.took, self.is_window = "nobody", 0.0, set(), 0.0, False
        self.plan = kill_plans.draw(self.lot, lab.cli.with_name("halfopen-qt-end").exists() or
                                    (lab.cli.parent.parent / "libexec/halfopen/halfopen-qt-end").exists())

    def command(self):
        """The program with its arguments; captures and tables are written too."""
        path = self.lab.write(self.folder, self.plan)
        self.is_window = self.lab.window.exists() and self.lot.random() < WINDOWS
        if self.is_window:
            return self.lab.window, ["--run", path]
        arguments = ["run", path, "--quiet"]
        if self.plan.get("place") != "loopback" and self.lot.random() < 0.5:
            arguments += ["--pcapng", self.lot.choice(("-", "capture.pcapng"))]
        for option, share in (("--samples-csv", 0.2), ("--events", 0.2), ("--csv", 0.3)):
            if self.lot.random() < share:
                arguments += [option, option.strip("-") + ".out"]
        return self.lab.cli, arguments

    def begin(self):
        program, arguments = self.command()
        environment = {**self.lab.window_environment(self.folder), "TMPDIR": str(self.temporary), MARK: self.mark,
                       "XDG_RUNTIME_DIR": str(self.runtime)}
        with open(os.devnull, "wb") as nowhere:
            process = self.lab.start(self.folder, *arguments, program=program, environment=environment, output=nowhere)
        return process

    def go(self):
        """Makes the run, kills, waits. What was left, in words; empty if nothing."""
        process = self.begin()
        try:
            self.moment = self.lot.uniform(0, 3)
            self.watch_spaces(process, time.monotonic() + self.moment)
            alive = sorted(marked(self.mark))
            if alive:
                weights = [3 if pid == process.pid else 1 for pid in alive]
                chosen = self.lot.choices(alive, weights)[0]
                self.victim = name_of(chosen)
                os.kill(chosen, signal.SIGKILL)
            killed = time.monotonic()
            needed = self.victim in ("halfopen-cli", "halfopen", "halfopen-agent", "halfopen-client", "halfopen-server")
            left = self.await_end(process, killed + (PATIENCE if needed else LONGEST))
            self.took = time.monotonic() - killed if needed else 0.0
        except ProcessLookupError:  # it has ended in this moment
            left = self.await_end(process, time.monotonic() + LONGEST)
        finally:
            for pid in marked(self.mark):
                os.kill(pid, signal.SIGKILL)
            process.wait(timeout=20)
        if self.victim == "nobody" and process.returncode in (2, 3):
            left.append(f"it was refused (status {process.returncode})")
        return left + [f"temporary file {path.relative_to(self.folder)}" for path in self.temporary.rglob("*")]

    def watch_spaces(self, process, until):
        while process.poll() is None and time.monotonic() < until:
            self.spaces |= process_tree.namespaces(marked(self.mark))
            time.sleep(min(0.1, max(0.0, until - time.monotonic())))

    def await_end(self, process, until):
        while True:
            process.poll()
            left = marked(self.mark)
            if self.is_window and set(left) == {process.pid}:
                process.terminate()  # the window stays after its run
                process.wait(timeout=20)
                continue
            held = process_tree.held(self.spaces)
            if not left and not held:
                return []
            if time.monotonic() > until:
                return [f"process {pid} ({name_of(pid)})" for pid in left] + [f"namespace {space}" for space in held]
            time.sleep(0.01)

    def text(self):
        kinds = ", ".join(each["kind"] for each in self.plan["faults"])
        activities = collections.Counter(pair["client"]["activity"] for pair in self.plan["pairs"])
        return (f"run {self.number}, {self.victim} killed {self.moment:.2f} s after the start; "
                f"{dict(activities)} with {kinds} ({self.plan['family']}, {self.plan.get('path', 'loopback')})")


@case_alone
def sigkill_at_random_moments_leaves_nothing(lab):
    """Runs of every activity and fault, one of their processes killed at any moment: nothing is left of them."""
    seed = Wish.seed if Wish.seed is not None else random.SystemRandom().randrange(1_000_000)
    before, orphans = places(), process_tree.orphans()
    lock, failures, victims, longest = threading.Lock(), [], collections.Counter(), [0.0]

    def one(number):
        run = KilledRun(lab, number, seed)
        left = run.go()
        with lock:
            victims[run.victim] += 1
            longest[0] = max(longest[0], run.took)
            if left:
                failures.append(f"{run.text()}, folder {run.folder.name}: {'; '.join(left)}")
            else:
                shutil.rmtree(run.folder, ignore_errors=True)

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(Wish.runs)))
    deadline = time.monotonic() + PATIENCE
    while (places() - before or process_tree.orphans() > orphans) and time.monotonic() < deadline:
        time.sleep(0.05)
    print(f"       {Wish.runs} runs, seed {seed}; killed: {dict(victims)}; "
          f"the last process was gone {longest[0]:.2f} s after the kill", flush=True)
    check(not failures, f"seed {seed}: " + "\n    ".join(failures))
    check(not places() - before, f"seed {seed}: left: {sorted(places() - before)}")
    check(process_tree.orphans() <= orphans, f"seed {seed}: {process_tree.orphans() - orphans} orphaned sockets are left")
