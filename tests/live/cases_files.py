# SPDX-License-Identifier: GPL-3.0-or-later
"""Broken experiment files: one sentence that names the key and the place, status 2, nothing started."""
import json

from harness import case, check, experiment, reader

GOOD = experiment({"a": reader(2, 1, 3)}, [{"kind": "drop", "at_s": 1.0}])


def changed(path, value):
    """GOOD with the value at that path replaced (or added)."""
    copy = json.loads(json.dumps(GOOD))
    here = copy
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return json.dumps(copy)


def without(path):
    copy = json.loads(json.dumps(GOOD))
    here = copy
    for step in path[:-1]:
        here = here[step]
    del here[path[-1]]
    return json.dumps(copy)


# Of the course: every kind of fault and of answer that a lesson has.
LESSONS = ["01-reader-without-keepalive", "02-reader-with-keepalive", "03-impatient-reader", "04-looping-sender",
           "05-sender-with-send-timeout", "06-sender-with-user-timeout", "10-ignored-count", "11-slow-peer",
           "12-two-kinds-of-probe", "13-which-errno", "14-interface-down", "15-where-to-drop", "16-reboot", "17-left-behind",
           "18-lost-answer", "19-forgetful-middlebox", "20-after-the-repair", "21-connect", "22-sysctl-of-a-container",
           "23-heartbeat"]

CLIENT = ["pairs", 0, "client"]

# (text of the file, what the sentence has to name)
BROKEN = {
    "unknown key at the top": (changed(["colour"], "red"), ["colour"]),
    "unknown option": (changed(CLIENT + ["TCP_KEEPIDEL"], 5), ["pairs[0].client", "TCP_KEEPIDEL"]),
    "unknown key of a fault": (changed(["faults", 0, "when"], 1), ["faults[0]", "when"]),
    "unknown activity": (changed(CLIENT + ["activity"], "dance"), ["pairs[0].client.activity", "dance"]),
    "unknown fault": (changed(["faults", 0, "kind"], "meteor"), ["faults[0].kind", "meteor"]),
    "another fault's key": (changed(["faults", 0, "idle_s"], 4), ["faults[0].idle_s", "drop"]),
    "another activity's key": (changed(CLIENT + ["heartbeat_interval_s"], 1), ["pairs[0].client.heartbeat_interval_s"]),
    "later place": (changed(["place"], "virtual-time"), ["virtual-time", "not available in this version"]),
    "idle too long": (changed(CLIENT + ["TCP_KEEPIDLE"], 32768), ["pairs[0].client.TCP_KEEPIDLE", "32767"]),
    "count of zero": (changed(CLIENT + ["TCP_KEEPCNT"], 0), ["pairs[0].client.TCP_KEEPCNT", "127"]),
    "negative time": (changed(["faults", 0, "at_s"], -1), ["faults[0].at_s"]),
    "time limit too long": (changed(["time_limit_s"], 1e7), ["time_limit_s"]),
    "text for a number": (changed(CLIENT + ["TCP_KEEPIDLE"], "5"), ["pairs[0].client.TCP_KEEPIDLE"]),
    "number for a list": (changed(["pairs"], 5), ["pairs"]),
    "list for an end": (changed(["pairs", 0, "client"], []), ["pairs[0].client"]),
    "fraction for whole": (changed(CLIENT + ["TCP_KEEPIDLE"], 2.5), ["pairs[0].client.TCP_KEEPIDLE"]),
    "no pairs": (without(["pairs"]), ["pairs"]),
    "no kind": (without(["faults", 0, "kind"]), ["faults[0]", "kind"]),
    "newer format": (changed(["format"], "halfopen-experiment/2"), ["format", "halfopen-experiment/2"]),
    "sysctl out of range": (changed(["sysctl"], {"tcp_retries2": -1}), ["sysctl.tcp_retries2"]),
    "contradiction": (json.dumps({**GOOD, "place": "loopback", "path": "routed"}), ["path", "loopback"]),
    "truncated": (json.dumps(GOOD)[:-20], []),
    "empty": ("", []),
    "not UTF-8": ('{"format":"halfopen-experiment/1","title":"\udcff\udcfe","pairs":[{"client":{}}]}', []),
    "deep": ("[" * 100_000, []),
    "huge": ('{"title":"' + "x" * (9 * 1024 * 1024) + '"}', []),
}


@case
def broken_files_are_refused_in_one_sentence(lab):
    """26 broken files: status 2, one sentence with key and place, no agent started and no history written."""
    faults = []
    for name, (text, named) in BROKEN.items():
        folder = lab.new_folder()
        path = folder / "broken.halfopen.json"
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        status, output, errors = lab.call("run", path, "--events", folder / "events.jsonl", folder=folder, seconds=20)
        lines = errors.strip().splitlines()
        if status != 2 or not 1 <= len(lines) <= 2 or output:
            faults.append(f"{name}: status {status}, {len(output)} bytes of output, said: {errors.strip()[:300]!r}")
        faults += [f"{name}: does not name {word!r}: {errors.strip()[:300]}" for word in named if word not in errors]
        if (folder / "events.jsonl").exists() and (folder / "events.jsonl").stat().st_size:
            faults.append(f"{name}: an agent was started")
    check(not faults, "\n      ".join(faults))


@case
def usage_errors_end_with_2(lab):
    """No file, an unknown lesson, an unknown option or command: status 2 and a sentence."""
    for arguments in (["run"], ["run", "no-such-lesson"], ["run", "/nonexistent.halfopen.json"], ["run", "--colour", "x"],
                      ["dance"], ["show", "no-such-run"]):
        status, _, errors = lab.call(*arguments, seconds=20)
        check(status == 2 and errors.strip(), f"{arguments}: status {status}, said {errors!r}")


@case
def lessons_are_found_by_name(lab):
    """halfopen-cli lists the lessons and predicts each by its stem, from wherever it is installed."""
    status, output, errors = lab.call("lessons", seconds=20)
    check(status == 0, f"lessons: {status} {errors}")
    listed = [line.split()[0] for line in output.splitlines() if line[:2].isdigit()]
    check(set(LESSONS) <= set(listed), f"not listed: {sorted(set(LESSONS) - set(listed))}")
    for stem in listed:
        status, _, errors = lab.call("predict", stem, seconds=20)
        check(status == 0, f"predict {stem}: {status} {errors}")


def lesson_case(stem):
    def run_lesson(lab):
        lab.run(stem, seconds=100)
    run_lesson.__name__ = "lesson_" + stem.replace("-", "_")
    run_lesson.__doc__ = f"Lesson {stem} ends as predicted."
    case(run_lesson)


for lesson in LESSONS:
    lesson_case(lesson)
