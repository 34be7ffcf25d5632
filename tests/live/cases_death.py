# SPDX-License-Identifier: GPL-3.0-or-later
"""How ends die, and how they live on: detectors, faults, places. Expected values come from wheel.py alone."""
import concurrent.futures
import errno
import os

from harness import (case, case_alone, check, check_between, check_keepalive_death, check_retries2_death, experiment, median,
                     pair_index, reader)
from wheel import first, keepalive, widened

DROP = [{"kind": "drop", "at_s": 1.0}]


def elapsed(row):
    return float(row["elapsed_s"])


def check_death(row, errno="ETIMEDOUT", decided_by="keepalive-count"):
    check(row["result"] == "-1" and row["errno"] == errno, f"{row['pair']}: {row['result']} {row['errno']}, not -1 {errno}")
    check(row["decided_by"] == decided_by, f"{row['pair']}: decided by {row['decided_by']}")
    check(row["verdict"] == "inside" and not row["flagged"], f"{row['pair']}: {row['verdict']} '{row['flagged']}'")
    check_between(elapsed(row), widened((float(row["predicted_min_s"]), float(row["predicted_max_s"]))), f"{row['pair']} elapsed_s")


def check_alive(run, name, end="client"):
    row = run.row(name, end)
    check(row["elapsed_s"] == "" and row["errno"] == "", f"{name}: ended after {row['elapsed_s']} s with {row['errno']}")
    check(row["predicted"] == "never" and row["verdict"] == "never-as-predicted", f"{name}: {row['predicted']} {row['verdict']}")
    check(row["state_at_end"] == "ESTABLISHED" and not row["flagged"], f"{name}: {row['state_at_end']} '{row['flagged']}'")


def last_row(run, name, host="client"):
    rows = run.of("row", host=host, pair=pair_index(run, name))
    check(rows, f"{name}: never seen in /proc/net/tcp of the {host}")
    return rows[-1]


@case
def readers_2_1_3_die_on_time_in_20_runs(lab):
    """recv, select, poll and epoll with keepalive 2/1/3, dropped: 20 runs side by side, each in a band of at most 0.3 s."""
    plan = experiment({name: reader(2, 1, 3, name) for name in ("recv", "select", "poll", "epoll")}, DROP)
    with concurrent.futures.ThreadPoolExecutor(10) as pool:
        runs = list(pool.map(lambda _: lab.run(plan), range(20)))
    calls = {"recv": "recv", "select": "select", "poll": "poll", "epoll": "epoll_wait"}
    for run in runs:
        for name, call in calls.items():
            row = run.row(name)
            check_death(row)
            check(row["call"] == call, f"{name}: told by {row['call']}")
            check(float(row["predicted_max_s"]) - float(row["predicted_min_s"]) <= 0.3, f"{name}: the band is too wide")
            # W(2) + 3 * W(1) since the last segment: 5.072 .. 5.104 s at HZ 250.
            check_keepalive_death(run, name, 2, 1, 3)
        said = [(call["call"], call["errno"]) for call in run.of("call", pair=0, end="client", what="end")]
        once = [("recv", errno.ETIMEDOUT), ("recv", 0), ("recv", 0), ("send", errno.EPIPE), ("send", errno.EPIPE)]
        check(said[-5:] == once, f"the errno is given once: {said[-5:]}")


@case
def request_and_paced_send_die_by_tcp_retries2(lab):
    """Data in flight: tcp_retries2 = 5 ends a request and a paced sender after 13 s, keepalive 2/1/3 or not."""
    plan = experiment({"request": {"activity": "request"}, "request+ka": reader(2, 1, 3, "request"),
                       "paced": ({"activity": "send", "send_bytes": 64, "send_interval_s": 0.1}, {"activity": "recv"}),
                       "paced+ka": (reader(2, 1, 3, "send", send_bytes=64, send_interval_s=0.1), {"activity": "recv"})},
                      DROP, sysctl={"tcp_retries2": 5})
    with concurrent.futures.ThreadPoolExecutor(5) as pool:
        for run in pool.map(lambda _: lab.run(plan), range(5)):
            for row in run.clients():
                check_death(row, decided_by="retransmission-limit")
            for row in run.clients():
                check_retries2_death(run, row["pair"], request=row["activity"] == "request")


@case
def idle_reader_without_keepalive_never_dies(lab):
    """No keepalive, nothing in flight: still ESTABLISHED with timer 0 at the time limit, a user timeout notwithstanding."""
    plan = experiment({"plain": {"activity": "recv"}, "user timeout": {"activity": "recv", "TCP_USER_TIMEOUT": 1000}}, DROP,
                      time_limit=12)
    run = lab.run(plan)
    for name in ("plain", "user timeout"):
        check_alive(run, name)
        last = last_row(run, name)
        check(last["timer"] == "none" and last["state"] == "ESTABLISHED", f"{name}: {last['state']} with timer {last['timer']}")
    check(run.of("finished")[-1]["t"] / 1e9 >= 12, "watched until the time limit")


@case_alone
def killed_peer_ends_recv_within_5_ms(lab):
    """SIGKILL of the server's program: 20 readers' recv returns 0, within 5 ms in the median."""
    run = lab.run(experiment({f"r{i}": {"activity": "recv"} for i in range(20)}, [{"kind": "kill", "at_s": 1.0}]))
    for row in run.clients():
        check(row["result"] == "0" and row["errno"] == "", f"{row['pair']}: {row['result']} {row['errno']}")
        check(row["decided_by"] == "peer-fin" and row["verdict"] == "inside", f"{row['pair']}: {row['decided_by']} {row['verdict']}")
    check_between(median(elapsed(row) for row in run.clients()), (0, 0.005), "median of elapsed_s")
    check(all(row["verdict"] == "not-applicable" for row in run.rows if row["end"] == "server"), "a dead end has no verdict")


@case
def frozen_peer_is_never_noticed(lab):
    """SIGSTOP of the server's program: its kernel answers the probes, so keepalive 2/1/3 never ends."""
    run = lab.run(experiment({"reader": reader(2, 1, 3)}, [{"kind": "freeze", "at_s": 1.0}], time_limit=12))
    check_alive(run, "reader")
    check(len(run.of("packet", kind="probe")) >= 4, "probes were sent")
    check(len(run.of("packet", kind="answer", **{"from": "server"})) >= 4, "and the frozen host's kernel answered")


@case
def one_way_cut_is_as_good_as_both(lab):
    """Dropping only one direction ends an idle prober at the same time as dropping both."""
    for direction in ("to-server", "to-client"):
        run = lab.run(experiment({"reader": reader(2, 1, 3)}, [{"kind": "drop", "at_s": 1.0, "direction": direction}]))
        check_death(run.row("reader"))
        check_keepalive_death(run, "reader", 2, 1, 3)
        answers = [e for e in run.of("packet", kind="answer") if e["fate"] == "dropped"]
        check(bool(answers) == (direction == "to-client"), f"{direction}: {len(answers)} answers dropped")


@case
def healed_cut_is_survived(lab):
    """Healed 2 s later, before the third probe of 2/1/3 is due: the connection lives, its probe count back at 0."""
    # Probes fall due 2.0, 3.0 and 4.1 s after the last segment, the cut lasts from about 1 to 3.5 s: two are lost.
    run = lab.run(experiment({"reader": reader(2, 1, 3)}, [{"kind": "drop", "at_s": 1.0, "heal_after_s": 2.5}], time_limit=9))
    check_alive(run, "reader")
    check(len([e for e in run.of("packet", kind="probe") if e["fate"] == "dropped"]) == 2, "two probes were lost")
    check(last_row(run, "reader")["probes_out"] == 0, "the answer set the count back")


@case
def flapping_cable_delays_the_death(lab):
    """Two short cuts between probes do no harm; the third one stays and ends it 3 lost probes later."""
    # 2/1/3, last segment at about 0: probes at 2.02 .. 2.05 (answered), 4.05 .. 4.1 (answered), 6.1 lost, 7.1 lost, 8.1 lost,
    # dead at 9.2; counted from the first cut at 1 s after t = 0.
    faults = [{"kind": "drop", "at_s": 1.0, "heal_after_s": 0.4}, {"kind": "drop", "at_s": 2.8, "heal_after_s": 0.4},
              {"kind": "drop", "at_s": 4.8}]
    run = lab.run(experiment({"reader": reader(2, 1, 3)}, faults))
    check_death(run.row("reader"))
    check_keepalive_death(run, "reader", 2, 1, 3)
    check_between(elapsed(run.row("reader")), (7.7, 8.5), "elapsed_s since the first cut")


@case
def cable_out_at_either_host(lab):
    """Losing the carrier at the client or at the server: an idle reader dies by its probes, at the usual time."""
    for host in ("client", "server"):
        run = lab.run(experiment({"reader": reader(2, 1, 3)}, [{"kind": "cable-out", "host": host, "at_s": 1.0}]))
        check_death(run.row("reader"))
        check_keepalive_death(run, "reader", 2, 1, 3)


@case
def ipv6_dies_like_ipv4(lab):
    """The same reader over IPv6, seen in tcp6."""
    run = lab.run(experiment({"reader": reader(2, 1, 3)}, DROP, family="ipv6"))
    check_death(run.row("reader"))
    check(run.row("reader")["family"] == "ipv6", "the CSV says ipv6")
    check("[fd" in last_row(run, "reader")["local"], "the row holds an IPv6 address")
    check_keepalive_death(run, "reader", 2, 1, 3)


@case
def loopback_place_cuts_by_ip_minttl(lab):
    """Without any namespace: sockets on 127.0.0.1 turn deaf, 2/1/3 dies at the usual time."""
    run = lab.run(experiment({"reader": reader(2, 1, 3), "plain": {"activity": "recv"}}, DROP, place="loopback", time_limit=8))
    row = run.row("reader")
    check_death(row)
    check(row["place"] == "loopback" and row["path"] == "loopback", f"{row['place']} {row['path']}")
    check_alive(run, "plain")
    # At most 0.2 s from the handshake to t = 0, then 1 s to the cut.
    low, high = keepalive(2, 1, 3, run.hz)
    check_between(elapsed(row), widened((low - 1.2, high - 1.0)), "loopback")


# Fault, and words of the reason for which loopback cannot make it.
NOT_ON_LOOPBACK = (
    ({"kind": "drop", "percent": 30}, "no single packet"), ({"kind": "drop", "only": "data"}, "no single packet"),
    ({"kind": "drop", "nth": 1}, "no single packet"), ({"kind": "delay"}, "no router"), ({"kind": "reset"}, "no router"),
    ({"kind": "reject", "with": "icmp-host"}, "no router"), ({"kind": "nat-forget", "idle_s": 1}, "no router"),
    ({"kind": "cable-out"}, "no cable"), ({"kind": "interface-down"}, "machine's own"), ({"kind": "route-removed"}, "machine's own"),
    ({"kind": "address-removed"}, "machine's own"), ({"kind": "neighbour-lost"}, "machine's own"),
    ({"kind": "local-drop"}, "machine's own"), ({"kind": "power-off"}, "share the kernel"), ({"kind": "reboot"}, "share the kernel"),
    ({"kind": "destroy"}, "SOCK_DESTROY"))


@case
def loopback_refuses_what_needs_hosts(lab):
    """Each fault that loopback cannot make, and each sysctl, is refused with status 3, its name and the reason."""
    refused = [({"faults": [fault]}, fault["kind"], why) for fault, why in NOT_ON_LOOPBACK]
    refused += [({"faults": [], "sysctl": {"tcp_retries2": 3}}, "tcp_retries2", "machine's own"),
                ({"faults": [], "sysctl": {"tcp_congestion_control": "reno"}}, "tcp_congestion_control", "machine's own")]
    for more, name, why in refused:
        folder = lab.new_folder()
        path = lab.write(folder, experiment({"r": {"activity": "recv"}}, place="loopback", **more))
        status, output, errors = lab.call("run", path, "--csv", "-", folder=folder)
        check(status == 3 and name in errors and why in errors, f"{name}: status {status}, {errors}")
        check(len(output.splitlines()) <= 1, f"{name}: rows of a run that was refused: {output}")


@case
def kernels_that_lack_something_refuse_it_by_name(lab):
    """A congestion control that this kernel lacks is refused with status 3, its name and those that there are; so is a sysctl."""
    folder = lab.new_folder()
    path = lab.write(folder, experiment({"r": {"activity": "recv"}}, [], sysctl={"tcp_congestion_control": "no_such_one"}))
    status, _, errors = lab.call("run", path, folder=folder)
    with open("/proc/sys/net/ipv4/tcp_available_congestion_control", encoding="ascii") as file:
        check("reno" in file.read(), "reno is in every kernel")
    check(status == 3 and "no congestion control no_such_one" in errors and "reno" in errors, f"status {status}, {errors}")
    for name in ("tcp_syn_linear_timeouts", "tcp_rto_max_ms", "tcp_rto_min_us", "tcp_thin_linear_timeouts", "tcp_early_retrans"):
        lacks = not os.path.exists(f"/proc/sys/net/ipv4/{name}")
        value = 1000 if name == "tcp_rto_max_ms" else 200000 if name == "tcp_rto_min_us" else 1
        path = lab.write(folder, experiment({"r": {"activity": "recv"}}, [], time_limit=0.2, sysctl={name: value}))
        for _ in range(3):
            status, _, errors = lab.call("run", path, folder=folder)
            if status != 1:  # flagged: the machine was starved
                break
        check(status == (3 if lacks else 0) and (not lacks or f"no sysctl net.ipv4.{name}" in errors), f"{name}: status {status}, {errors}")


@case
def user_timeout_replaces_the_count(lab):
    """TCP_USER_TIMEOUT with keepalive decides instead of TCP_KEEPCNT: earlier with 1 s, later with 8 s."""
    run = lab.run(experiment({"short": reader(2, 1, 3, TCP_USER_TIMEOUT=1000), "long": reader(2, 1, 3, TCP_USER_TIMEOUT=8000)},
                             DROP))
    for name, limit in (("short", 1.0), ("long", 8.0)):
        check_death(run.row(name), decided_by="user-timeout")
        check_keepalive_death(run, name, 2, 1, 3, limit)


@case
def call_timeout_says_nothing_about_the_peer(lab):
    """SO_RCVTIMEO ends recv with EAGAIN while the socket stays ESTABLISHED."""
    run = lab.run(experiment({"reader": {"activity": "recv", "SO_RCVTIMEO": 3}}, DROP))
    row = run.row("reader")
    check(row["errno"] == "EAGAIN" and row["decided_by"] == "call-timeout", f"{row['errno']} {row['decided_by']}")
    check(row["verdict"] == "inside" and row["state_at_end"] == "ESTABLISHED", f"{row['verdict']} {row['state_at_end']}")
    end = run.of("call", pair=0, end="client", what="end")[-1]
    # schedule_timeout() uses the wheel: 3 s late by up to 256 ms at HZ 250.
    check_between((end["t"] - end["began"]) / 1e9, widened(first(3, run.hz)), "recv with SO_RCVTIMEO 3 s")


@case
def counters_at_the_outcome_name_who_decided(lab):
    """With one pair the client's kernel is read when its program has learnt of the end: what has given up is counted, once."""
    for plan, wanted in (
            (reader(1, 1, 3), {"TCPKeepAlive": 3, "TCPAbortOnTimeout": 1, "TCPTimeouts": 0, "OutRsts": 1}),
            # TCP_USER_TIMEOUT = 1 s: three timeouts (0.4, 0.8 and 1.4 s after the first sending), the last of them fatal
            ({"activity": "request", "TCP_USER_TIMEOUT": 1000}, {"TCPKeepAlive": 0, "TCPAbortOnTimeout": 1, "TCPTimeouts": 3, "OutRsts": 0})):
        run = lab.run(experiment({"only": plan}, DROP))
        read = {event["at"]: event for event in run.of("counters", host="client")}
        check("outcome" in read, f"read at {list(read)}")
        ended = next(e["t"] for e in run.of("call", pair=0, end="client", what="end") if e["result"] < 0)
        check_between((read["outcome"]["t"] - ended) / 1e9, (0, 0.2), "read after the end")
        counted = {name: read["outcome"]["values"][name] - read["fault"]["values"][name] for name in wanted}
        check(counted == wanted, f"{plan['activity']}: {counted}")
        check(not run.of("counters", host="server", at="outcome"), "the server's program only holds its socket")
