# SPDX-License-Identifier: GPL-3.0-or-later
"""Many pairs at once, and the agreement of elapsed_s with the wire. These load the machine: one after the other."""
from cases_death import DROP, check_death, elapsed
from harness import (case, case_alone, check, check_between, check_keepalive_death, check_retries2_death, experiment, median, pair_index, reader)
from wheel import keepalive, widened


@case
def hundred_different_pairs_all_inside(lab):
    """100 pairs in one run, no two with the same options: all inside, none flagged."""
    pairs, expected = {}, {}
    for i in range(100):
        idle, interval, count = 1 + i % 5, 1 + i // 5 % 4, 1 + i // 20
        activity = ("recv", "select", "poll", "epoll")[i % 4]
        limit = 500 * (i % 13) if i % 3 == 0 else 0
        more = {"TCP_USER_TIMEOUT": limit} if limit else {}
        pairs[f"p{i}"] = reader(idle, interval, count, activity, **more)
        expected[f"p{i}"] = (idle, interval, count, limit / 1000 if limit else None)
    run = lab.run(experiment(pairs, DROP, time_limit=60))
    check(len(run.clients()) == 100, f"{len(run.clients())} rows")
    for name, (idle, interval, count, limit) in expected.items():
        check_death(run.row(name), decided_by="user-timeout" if limit else "keepalive-count")
        check_keepalive_death(run, name, idle, interval, count, limit)


@case_alone
def thousand_idle_pairs_all_inside(lab):
    """1,000 idle pairs 1/1/3: all inside, none flagged, no death before its time."""
    run = lab.run(experiment({f"p{i}": reader(1, 1, 3) for i in range(1000)}, [{"kind": "drop", "at_s": 2.0}], time_limit=60))
    check(len(run.clients()) == 1000, f"{len(run.clients())} rows")
    # After the cut at most one idle time is saved: a probe answered just before it costs all of W(1) + 3 * W(1).
    low, high = keepalive(1, 1, 3, run.hz)
    for row in run.clients():
        check_death(row)
        check_between(elapsed(row), widened((low - 1.1, high)), row["pair"])
    check(not run.of("loss"), f"frames lost: {run.of('loss')[:3]}")


@case_alone
def three_thousand_pairs_are_armed_at_a_pace(lab):
    """3,000 pairs 1/1/3, connected at a pace of one a millisecond: no false death, and a flag has its reason."""
    run = lab.run_once(experiment({f"p{i}": reader(1, 1, 3, "epoll") for i in range(3000)}, [{"kind": "drop", "at_s": 2.0}],
                                  time_limit=60), seconds=120)
    check(len(run.clients()) == 3000, f"status {run.status}, {len(run.clients())} rows: {run.errors[-800:]}")
    connected = sorted(e["established"] / 1e9 for e in run.of("armed", end="client"))
    check(connected[-1] - connected[0] >= 2.9, f"all connected within {connected[-1] - connected[0]:.3f} s")
    # Starved or not, what was measured has to be true, as in thousand_idle_pairs_all_inside. A probe that got lost before the
    # fault may have begun the count of a pair sooner: then the run says so.
    low, high = keepalive(1, 1, 3, run.hz)
    early = 1.1 + (2.1 if run.of("loss") else 0)
    for row in run.clients():
        check(row["errno"] == "ETIMEDOUT", f"{row['pair']}: {row['errno'] or 'no end'}")
        check_between(elapsed(row), widened((low - early, high)), row["pair"])
    flags = {flag for row in run.rows for flag in row["flagged"].split("+") if flag}
    reasons = {"lost-frames": run.of("loss"), "starved": run.of("late")}
    check(all(reasons[flag] for flag in flags), f"flagged {flags} without a reason among the events")
    check(bool(flags) == (run.status == 1), f"status {run.status} with flags {flags or 'none'}")


@case_alone
def full_speed_sender_disturbs_no_reader(lab):
    """One sender as fast as it goes beside ten readers 2/1/3: all on time, none flagged."""
    pairs = {f"r{i}": reader(2, 1, 3) for i in range(10)}
    pairs["sender"] = ({"activity": "send"}, {"activity": "recv"})
    run = lab.run(experiment(pairs, DROP, sysctl={"tcp_retries2": 5}))
    for i in range(10):
        check_death(run.row(f"r{i}"))
        check_keepalive_death(run, f"r{i}", 2, 1, 3)
    check_death(run.row("sender"), decided_by="retransmission-limit")
    check_retries2_death(run, "sender")
    check(int(run.row("sender")["bytes_sent"]) > 10_000_000, f"only {run.row('sender')['bytes_sent']} bytes in a second")
    check(len(run.of("packet")) < 20_000, f"{len(run.of('packet'))} packets told one by one")


@case_alone
def elapsed_agrees_with_the_wire(lab):
    """100 keepalive deaths: elapsed_s and the final RST on the wire agree to 1 ms in the median, elapsed_error_s bounds it."""
    run = lab.run(experiment({f"p{i}": reader(1 + i % 2, 1, 1 + i % 3) for i in range(100)}, DROP))
    fault = run.of("fault", what="applied")[0]["t"]
    differences = []
    for row in run.clients():
        check_death(row)
        resets = run.of("packet", pair=pair_index(run, row["pair"]), kind="RST", **{"from": "client"})
        check(len(resets) == 1, f"{row['pair']}: {len(resets)} RSTs on the wire")
        difference = abs(elapsed(row) - (resets[0]["t"] - fault) / 1e9)
        differences.append(difference)
        error = float(row["elapsed_error_s"])
        check(difference <= error + 1e-6, f"{row['pair']}: {difference:.6f} s off, but elapsed_error_s is {error:.6f}")
    check_between(median(differences), (0, 0.001), "median difference")
