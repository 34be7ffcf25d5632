# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL of each process in mid-run: nothing is left within a second, and the history holds the run so far."""
import json
import os
import signal
import time

import process_tree
from harness import case_alone, check, experiment, reader, wait_until

# A cut sender with a full buffer is the hard case: its socket would live on for minutes as an orphan, and its namespace with it.
PLAN = experiment({"reader": reader(600, 60, 9), "sender": ({"activity": "send"}, {"activity": "recv"})},
                  [{"kind": "drop", "at_s": 0.3}], time_limit=300)


def events_so_far(lab, folder):
    status, output, _ = lab.call("export", "last", "--events", "-", folder=folder, seconds=20)
    return [json.loads(line) for line in output.splitlines()] if status == 0 else []


def told(events, kind, /, **wanted):
    return [e for e in events if e["event"] == kind and all(e.get(k) == v for k, v in wanted.items())]


def kill_in_mid_run(lab, choose, program=None, arguments=("run",)):
    """Kills choose(pid of the program, events) half-way; returns the history's line and the events kept."""
    folder = lab.new_folder()
    before = process_tree.orphans()
    path = lab.write(folder, PLAN)
    environment = lab.window_environment(folder) if program else None
    process = lab.start(folder, *arguments, path, program=program, environment=environment)
    try:
        events = wait_until(lambda: [e for e in [events_so_far(lab, folder)] if told(e, "fault", what="applied")], 20,
                            "the fault in the history")[0]
        tree = process_tree.descendants(process.pid)
        spaces = process_tree.namespaces(tree)
        check(len(tree) >= 4, f"program, agent and two hosts expected, but found {len(tree)} processes")
        check(len(spaces) >= 3, f"client, server and router expected, but found {len(spaces)} namespaces")
        victim = choose(process.pid, events)
        check(victim in tree, f"process {victim} is not one of {sorted(tree)}")
        os.kill(victim, signal.SIGKILL)
        deadline = time.monotonic() + 1.0

        def gone():
            process.poll()
            return not process_tree.still_there(tree) and not process_tree.held(spaces) and process_tree.orphans() <= before

        while not gone() and time.monotonic() < deadline:
            time.sleep(0.01)
        left = process_tree.still_there(tree)
        check(not left, f"processes left after a second: {left}")
        check(not process_tree.held(spaces), f"namespaces left after a second: {process_tree.held(spaces)}")
        check(process_tree.orphans() <= before, f"{process_tree.orphans() - before} orphaned sockets left after a second")
    finally:
        for pid in process_tree.still_there(process_tree.descendants(process.pid)):
            os.kill(pid, signal.SIGKILL)
        process.communicate(timeout=20)
    status, history, errors = lab.call("history", folder=folder, seconds=20)
    check(status == 0 and "live test" in history, f"history: {status} {history} {errors}")
    kept = events_so_far(lab, folder)
    check(told(kept, "fault", what="applied"), "the history lost the fault")
    status, shown, errors = lab.call("show", "last", folder=folder, seconds=20)
    check(status == 0 and "reader" in shown, f"show: {status} {errors}")
    return process.returncode, history


@case_alone
def sigkill_of_the_command_line(lab):
    """halfopen-cli killed: agent, hosts, namespaces and sockets are gone within a second; the run is marked unfinished."""
    _, history = kill_in_mid_run(lab, lambda pid, events: pid)
    check("unfinished" in history, history)


@case_alone
def sigkill_of_the_agent(lab):
    """halfopen-agent killed: the same, and halfopen-cli says so with status 4."""
    def agent(pid, _):
        return next(p for p, entry in process_tree.processes().items() if entry[0] == pid)
    status, history = kill_in_mid_run(lab, agent)
    check(status == 4, f"status {status}")
    check("unfinished" in history or "failed" in history, history)


@case_alone
def sigkill_of_a_host(lab):
    """A host's program killed by somebody else: the same."""
    def host(_, events):
        return told(events, "process", host="client", what="started")[0]["pid"]
    status, history = kill_in_mid_run(lab, host)
    check(status == 4, f"status {status}")
    check("unfinished" in history or "failed" in history, history)
