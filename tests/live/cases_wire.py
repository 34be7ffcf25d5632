# SPDX-License-Identifier: GPL-3.0-or-later
"""The router's faults take what they say: by the run's own packets, and by what tshark reads of both hosts' kernels in the
capture (echoed timestamps, answers, holes named by SACK), which knows nothing of faults."""
import json
from collections import Counter

from cases_capture import tshark
from harness import Lab, case, case_alone, check, check_between, experiment, median, reader

PAIRS = 100
LONGEST_WAY_S = 0.004 # of a packet through the cable on a busy machine; the next message is due after 20 ms


def run_recorded(lab, plan):
    """(events, path of the capture), made again where the run says itself that the machine was starved."""
    for _ in range(3):
        folder = lab.new_folder()
        path, events = folder / "run.pcapng", folder / "events.jsonl"
        source = lab.write(folder, plan)
        status, _, errors = lab.call("run", source, "--quiet", "--pcapng", path, "--events", events, folder=folder)
        check(status in (0, 1), f"status {status}, {errors}")
        told = [json.loads(line) for line in events.read_text().splitlines()]
        if not any(event["event"] == "late" for event in told):
            return told, path
        with lab.lock:
            Lab.repeated += 1
    raise AssertionError("the machine was starved three times")


def packets(events, **wanted):
    return [e for e in events if e["event"] == "packet" and all(e[key] == value for key, value in wanted.items())]


def echoed(path):
    """[(does the capture call it dropped, did the client hear of it)] of the server's packets that can be asked for, by TCP's own
    timestamps: the next packet that the client sends echoes the last one that arrived (RFC 7323, 4.3). One can be asked for if
    nothing else was sent in its millisecond, and the client's next packet came alone and after it was due."""
    lines = [line.split("\t") for line in tshark(path, "tcp.options.timestamp.tsval", "tcp.stream", "frame.interface_name",
                                                 "frame.time_epoch", "tcp.options.timestamp.tsval",
                                                 "tcp.options.timestamp.tsecr", "frame.comment")]
    streams = {}
    for stream, *packet in sorted(lines, key=lambda line: float(line[2])):
        streams.setdefault(stream, []).append(packet)
    asked = []
    for stream in streams.values():
        values = Counter(value for side, _, value, _, _ in stream if side == "server")
        for (side, sent, value, _, comment), (next_side, answered, _, echo, _) in zip(stream, stream[1:]):
            if side == "server" and next_side == "client" and values[value] == 1 and float(answered) - float(sent) > LONGEST_WAY_S:
                asked.append((bool(comment), echo == value))
    return asked


@case_alone
def drop_percent_takes_its_share(lab):
    """drop percent 30 takes 30 % of 10,000 packets, give or take 2: told, and never echoed by the other host."""
    # More than the 536 bytes that a kernel takes a segment for at first: each second one is acknowledged (__tcp_ack_snd_check).
    sender = {"activity": "send", "send_bytes": 600, "send_interval_s": 0.02, "TCP_NODELAY": 1}
    plan = experiment({f"p{i}": (sender, {"activity": "recv"}) for i in range(80)},
                      [{"kind": "drop", "percent": 30, "direction": "to-client", "at_s": 0.2}], time_limit=5)
    events, path = run_recorded(lab, plan)
    # The server only acknowledges, so hardly anything is sent again because of a loss.
    fault = next(e["t"] for e in events if e["event"] == "fault")
    told = [e for e in packets(events, **{"from": "server"}) if e["t"] >= fault]
    dropped = sum(e["fate"] == "dropped" for e in told)
    total = len(told) + sum(e["packets"] for e in events if e["event"] == "flow" and e["from"] == "server" and e["first"] >= fault)
    check(total >= 10_000, f"only {total} packets")
    check_between(dropped / total, (0.28, 0.32), f"share of {total} packets")
    asked = echoed(path)
    check(len(asked) >= 8_000, f"tshark can ask for only {len(asked)} of {total} packets")
    check_between(sum(not heard for _, heard in asked) / len(asked), (0.27, 0.32), f"share of {len(asked)} by echoes")
    heard_dropped = sum(lost and heard for lost, heard in asked)
    check(heard_dropped == 0, f"{heard_dropped} of {len(asked)} packets arrived though called dropped")
    # A busy machine may bring a packet only after the next one has left, rarely.
    unheard = sum(not lost and not heard for lost, heard in asked)
    check(unheard <= len(asked) / 200, f"{unheard} of {len(asked)} packets did not arrive though not called dropped")


@case_alone
def delay_is_kept_to_the_millisecond(lab):
    """delay 100 holds packets back for 100 ms, in the median by less than 1 ms more: told and recorded."""
    plan = experiment({f"p{i}": reader(1, 1, 9) for i in range(PAIRS)},
                      [{"kind": "delay", "ms": 100, "direction": "to-server", "at_s": 0.2}], time_limit=4.5)
    events, path = run_recorded(lab, plan)
    # A kernel answers a probe at once: from the probe's arrival on one side to the answer's on the other.
    waits = []
    for pair in range(PAIRS):
        probes = packets(events, pair=pair, kind="probe", fate="delivered")
        answers = packets(events, pair=pair, kind="answer")
        waits += [(answer["t"] - probe["t"]) / 1e6 for probe, answer in zip(probes, answers)]
    check(len(waits) >= 2 * PAIRS, f"only {len(waits)} answers")
    check_between(median(waits), (100, 101), f"median of {len(waits)} delays in ms")
    lines = [line.split("\t") for line in tshark(path, "tcp.analysis.keep_alive || tcp.analysis.keep_alive_ack", "tcp.stream",
                                                 "frame.interface_name", "frame.time_epoch")]
    asked, seen = {}, []
    for stream, side, at in lines:
        if side == "client":
            asked[stream] = float(at)
        elif stream in asked:
            seen.append((float(at) - asked.pop(stream)) * 1000)
    check(len(seen) >= 2 * PAIRS, f"tshark saw only {len(seen)} answers")
    check_between(median(seen), (100, 101), f"median of tshark's {len(seen)} delays in ms")


@case
def nth_takes_exactly_that_packet(lab):
    """drop nth 3 of data takes the third message after the fault and no other: told, sent again, and the hole that SACK names."""
    sender = {"activity": "send", "send_bytes": 64, "send_interval_s": 0.05}
    plan = experiment({f"p{i}": (sender, {"activity": "recv"}) for i in range(10)},
                      [{"kind": "drop", "only": "data", "nth": 3, "direction": "to-server", "at_s": 0.2}], time_limit=2)
    events, path = run_recorded(lab, plan)
    fault = next(e["t"] for e in events if e["event"] == "fault")
    fields = ("tcp.dstport", "tcp.seq", "tcp.len")
    sent = [line.split("\t") for line in tshark(path, 'frame.interface_name == "client" && tcp.len > 0', *fields)]
    holes = [line.split("\t") for line in tshark(path, "tcp.options.sack_le", "tcp.srcport", "tcp.ack", "tcp.options.sack_le")]
    for pair in range(10):
        data = [e for e in packets(events, pair=pair) if e["from"] == "client" and e["len"] > 0 and e["t"] >= fault]
        taken = [i for i, e in enumerate(data) if e["fate"] == "dropped"]
        # A message that came in moments before the fault may have been carried after it, and is counted.
        early = sum(fault - 10_000_000 <= e["t"] < fault and e["len"] > 0 and e["from"] == "client" for e in packets(events, pair=pair))
        check(len(taken) == 1 and 2 - early <= taken[0] <= 2, f"pair {pair}: taken {taken}, {early} moments before")
        lost = data[taken[0]]
        port = str(9000 + pair)
        twice = [int(seq) for to, seq, _ in sent if to == port]
        again = sorted({seq for seq in twice if twice.count(seq) > 1})
        check(again == [lost["seq"]], f"pair {pair}: lost {lost['seq']}, sent again {again}")
        named = {(int(ack), int(left.split(",")[0])) for source, ack, left in holes if source == port}
        check((lost["seq"], lost["seq"] + lost["len"]) in named and all(ack == lost["seq"] for ack, _ in named),
              f"pair {pair}: lost {lost['seq']}, holes by SACK {named}")
