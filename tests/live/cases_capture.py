# SPDX-License-Identifier: GPL-3.0-or-later
"""What tshark, the second witness, reads in the capture of a run."""
import concurrent.futures
import errno
import json
import subprocess

from harness import Lab, case, check, experiment, reader

READER = {"reader": reader(1, 1, 3)}
WITH_REQUEST = {**READER, "request": {"activity": "request"}}
PLANS = {
    "idle": (READER, []),
    "one probe lost": (READER, [{"kind": "drop", "only": "keepalive-probe", "nth": 2, "direction": "to-server"}]),
    "rejected by ICMP": (WITH_REQUEST, [{"kind": "reject", "with": "icmp-host"}]),
    "rejected by RST": (WITH_REQUEST, [{"kind": "reject", "with": "rst"}]),
    "reset": (READER, [{"kind": "reset"}]),
    "delayed": ({"sender": ({"activity": "send", "send_interval_s": 0.1}, {"activity": "recv"})}, [{"kind": "delay", "ms": 30}]),
}


def tshark(path, display_filter, *fields):
    """One line a packet: the fields, or the packet in short."""
    arguments = ["nice", "-n", "19", # it is work, and would starve the runs beside it
                 "tshark", "-n", "-o", "tcp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE", "-r", str(path), "-Y", display_filter]
    if fields:
        arguments += ["-T", "fields", *(word for field in fields for word in ("-e", field))]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=False,
                          env={"PATH": "/usr/bin:/bin", "HOME": str(path.parent), "LC_ALL": "C.UTF-8"})
    check(done.returncode == 0, f"tshark: {done.stderr[-500:]}")
    check("cut short" not in done.stderr, f"tshark: {done.stderr[-500:]}")
    return done.stdout.splitlines()


def capture(lab, name, family):
    """(the file, the packets as the run told them) of one run."""
    pairs, faults = PLANS[name]
    folder = lab.new_folder()
    plan = lab.write(folder, {**experiment(pairs, faults, time_limit=6, sysctl={"tcp_retries2": 3}), "family": family})
    path, events = folder / "run.pcapng", folder / "events.jsonl"
    with Lab.slots:
        status, _, errors = lab.call("run", plan, "--quiet", "--pcapng", path, "--events", events, folder=folder)
    check(status in (0, 1), f"{name}: status {status}, {errors}")
    told = [json.loads(line) for line in events.read_text().splitlines()]
    return path, [event for event in told if event["event"] == "packet" and event["pair"] >= 0]


def check_capture(lab, name, family):
    path, packets = capture(lab, name, family)
    what = f"{name}, {family}"
    check(not tshark(path, "_ws.malformed || _ws.short || _ws.unreassembled"), f"{what}: malformed or short packets")
    check(not tshark(path, "tcp.checksum.status == 0 || ip.checksum.status == 0 || icmp.checksum.status == 0 "
                           "|| icmpv6.checksum.status == 0"), f"{what}: wrong checksums")
    ours = sum(packet["kind"] == "probe" for packet in packets)
    theirs = len(tshark(path, "tcp.analysis.keep_alive"))
    check(ours == theirs, f"{what}: {ours} probes by our count, {theirs} by tshark's")
    touched = sum(packet["fate"] != "delivered" or packet.get("made", False) or packet.get("delay_ms", 0) > 0 for packet in packets)
    told = tshark(path, "frame.comment", "frame.comment")
    comments = [each for each in told if not each.startswith('Halfopen: pair "')]
    pairs, _ = PLANS[name]
    syns = tshark(path, "tcp.flags.syn == 1 && tcp.flags.ack == 0", "tcp.dstport", "frame.comment")
    check({each.split("\t")[1].split(",")[0] for each in syns} == {f'Halfopen: pair "{pair}"' for pair in pairs}, f"{what}: names of pairs on {syns}")
    check(touched == len(comments), f"{what}: {touched} packets touched by the fault, {len(comments)} comments: {comments[:5]}")
    check(bool(comments) == bool(PLANS[name][1]), f"{what}: {len(comments)} comments")
    sides = set(tshark(path, "tcp", "frame.interface_name"))
    check(sides == {"client", "server"}, f"{what}: interfaces {sides}")


@case
def captures_are_read_by_tshark(lab):
    """--pcapng of twelve runs: no malformed packet, right checksums, our count of keepalives, a comment on each touched packet."""
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        for done in [pool.submit(check_capture, lab, name, family) for name in PLANS for family in ("ipv4", "ipv6")]:
            done.result()


@case
def captures_go_to_standard_output_and_not_to_loopback(lab):
    """--pcapng - is a whole file on standard output; the loopback place refuses it with status 3 and leaves no file."""
    folder = lab.new_folder()
    plan = lab.write(folder, experiment(READER, [], time_limit=2))
    path = folder / "piped.pcapng"
    with Lab.slots, path.open("wb") as output:
        done = subprocess.run([str(lab.cli), "run", str(plan), "--quiet", "--pcapng", "-"], cwd=folder, env=lab.environment(folder),
                              stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE, timeout=60, check=False)
    check(done.returncode in (0, 1), f"status {done.returncode}: {done.stderr}") # 1: starved; a whole file nevertheless
    check(len(tshark(path, "tcp")) >= 5, "the handshake and a probe")
    refused = folder / "refused.pcapng"
    status, _, errors = lab.call("run", plan, "--place", "loopback", "--pcapng", refused, folder=folder)
    check(status == 3 and "capture" in errors, f"status {status}: {errors}")
    check(not refused.exists(), "a refused run leaves no file")


# By the family: the name of the packets, and how tshark calls the questions.
NEIGHBOURS = {"ipv4": ("ARP", "arp.opcode == 1"), "ipv6": ("NDP", "icmpv6.type == 135")}


def check_questions(lab, family, pairs, fault, path):
    kind, question = NEIGHBOURS[family]
    what = f"{family}, {fault['kind']}, {path}"
    folder = lab.new_folder()
    # tcp_retries2 = 4 is a limit of 6.2 s, safely later than the third question's 3.1 s.
    plan = lab.write(folder, experiment(pairs, [{"at_s": 0.5, **fault}], time_limit=11, family=family, path=path,
                                        neighbours="real", sysctl={"tcp_retries2": 4}))
    record, events = folder / "run.pcapng", folder / "events.jsonl"
    with Lab.slots:
        status, _, errors = lab.call("run", plan, "--quiet", "--pcapng", record, "--events", events, folder=folder)
    check(status in (0, 1), f"{what}: status {status}, {errors}")
    told = [json.loads(line) for line in events.read_text().splitlines()]
    fault_at = next(event["t"] for event in told if event["event"] == "fault")
    questions = [event for event in told if event["event"] == "packet" and event["kind"] == kind and not event.get("made", False)
                 and event["from"] == "client"]
    lost = [event["t"] / 1e9 for event in questions if event["t"] >= fault_at and event["fate"] == "dropped"]
    check(len(lost) >= 3 and all(0.95 < later - sooner < 1.3 for sooner, later in zip(lost[:2], lost[1:3])),
          f"{what}: unanswered questions at {lost}")
    check(all(event["pair"] == -1 for event in questions), f"{what}: a question belongs to no pair")
    recorded = len(tshark(record, question + ' && frame.interface_name == "client"', "frame.number"))
    check(recorded == len(questions), f"{what}: {len(questions)} questions told, {recorded} read by tshark")
    ends = [event["errno"] for event in told if event["event"] == "call" and event["what"] == "end" and event["result"] < 0]
    check(ends and ends[0] == errno.EHOSTUNREACH, f"{what}: errno {ends[:1]}")


@case
def questions_for_neighbours_are_told(lab):
    """Real ARP and NDP that nobody answers: three questions a second apart, told, recorded, and followed by EHOSTUNREACH."""
    asking = {"request": {"activity": "request"}}
    connecting = {"connect": {"activity": "connect"}}
    ways = ((asking, {"kind": "neighbour-lost", "host": "client"}, "routed"), (connecting, {"kind": "cable-out", "host": "server"}, "direct"),
            (connecting, {"kind": "drop"}, "direct"))
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        for done in [pool.submit(check_questions, lab, family, *way) for family in NEIGHBOURS for way in ways]:
            done.result()
