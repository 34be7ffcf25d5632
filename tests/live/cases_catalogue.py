# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue: each fault against each way to notice it, with options that matter. What has to come is worked out by hand
from the kernel's rules (wheel.py and the figures beside each case), never taken from the program's own prediction."""
import concurrent.futures

from catalogue_expectations import (AtFirstPacket, Dies, Ends, Keepalive, Lives, Retransmissions)
from harness import Lab, case, check, experiment, reader

FAMILIES = ("ipv4", "ipv6")
DETECTORS = ("recv", "select", "poll", "epoll")
AT = 1.0  # every fault, in seconds after t = 0

# tcp_retries2 = 3 is a limit of 3.0 s since the first retransmission (tcp_model_timeout: (2^4 - 1) * 0.2 s).
RETRIES2_3 = 3.0


def silent_cut():
    """Nothing comes back any more: the rules of a dead peer."""
    pairs = {f"{call} ka": (reader(1, 1, 3, call), Keepalive(1, 1, 3)) for call in DETECTORS}
    pairs |= {
        "ka, user timeout shorter": (reader(2, 1, 3, TCP_USER_TIMEOUT=1000), Keepalive(2, 1, 3, user_timeout=1.0)),
        "ka, user timeout longer": (reader(1, 1, 2, TCP_USER_TIMEOUT=4000), Keepalive(1, 1, 2, user_timeout=4.0)),
        "idle": ({"activity": "recv"}, Lives()),
        "idle, user timeout": ({"activity": "recv", "TCP_USER_TIMEOUT": 1000}, Lives()),
        "request": ({"activity": "request"}, Retransmissions(RETRIES2_3)),
        "request, user timeout": ({"activity": "request", "TCP_USER_TIMEOUT": 2000}, Retransmissions(2.0, clamped=True)),
        "request, ka": (reader(1, 1, 3, "request"), Retransmissions(RETRIES2_3)),
        "receive timeout": ({"activity": "recv", "SO_RCVTIMEO": 4}, Ends("EAGAIN", (-1 + AT + 2.0, AT + 3.5))),
    }
    return pairs


def rejected(answer, family):
    """A rejection: keepalive ignores ICMP, data in flight remembers it."""
    errno = {"icmp-host": "EHOSTUNREACH", "icmp-net": "ENETUNREACH", "icmp-port": "ECONNREFUSED",
             "icmp-admin": "EHOSTUNREACH" if family == "ipv4" else "EACCES"}.get(answer)
    if errno is None:  # a RST answers the first packet
        return {"ka": (reader(1, 1, 3), AtFirstPacket("ECONNRESET")), "request": ({"activity": "request"}, Dies("ECONNRESET", (0.05, 0.15))),
                "idle": ({"activity": "recv"}, Lives())}
    # Codes "host" and "net" take a step of the back-off back (RFC 6069; tcp_ld_RTO_revert): the limit is looked at more often,
    # so it is met sooner, never before the model's 3.0 s; and the clamp by the user timeout is undone with it.
    reverts = answer in ("icmp-host", "icmp-net")
    return {
        "ka": (reader(1, 1, 3), Keepalive(1, 1, 3)),
        "ka, poll": (reader(1, 1, 3, "poll"), Keepalive(1, 1, 3)),
        "idle": ({"activity": "recv"}, Lives()),
        "request": ({"activity": "request"},
                    Dies(errno, (0.05 + 0.4 + 3.0, 7.4)) if reverts else Retransmissions(RETRIES2_3, errno=errno)),
        "request, user timeout": ({"activity": "request", "TCP_USER_TIMEOUT": 2000},
                                  Dies(errno, (0.05 + 0.4 + 2.0, 4.5)) if reverts else Retransmissions(2.0, errno=errno, clamped=True)),
        "request, ka": (reader(1, 1, 3, "request"), Dies(errno, (0.05 + 0.4 + 3.0, 7.4)) if reverts else
                        Retransmissions(RETRIES2_3, errno=errno)),
    }


def everybody(ending, request=None):
    """The same for every reader, whatever its options."""
    pairs = {call: ({"activity": call}, ending) for call in DETECTORS}
    pairs["ka"] = (reader(1, 1, 3), ending)
    if request is not None:
        pairs["request"] = ({"activity": "request"}, request)
    return pairs


def plans():
    """(title, pairs with what is expected of their clients, faults, family)"""
    for family in FAMILIES:
        for name, fault in {
                "drop both": {"kind": "drop"},
                "drop to the server": {"kind": "drop", "direction": "to-server"},
                "drop to the client": {"kind": "drop", "direction": "to-client"},
                "all of a hundred percent": {"kind": "drop", "percent": 100},
                "cable out, server": {"kind": "cable-out", "host": "server"},
                "cable out, client": {"kind": "cable-out", "host": "client"},
        }.items():
            yield name, silent_cut(), [fault], family
        for answer in ("rst", "icmp-host", "icmp-net", "icmp-port", "icmp-admin"):
            yield f"reject with {answer}", rejected(answer, family), [{"kind": "reject", "with": answer}], family
        yield "reset", everybody(Dies("ECONNRESET", (0, 0.05))), [{"kind": "reset"}], family
        yield "kill", everybody(Ends("", (0, 0.1), result="0")), [{"kind": "kill"}], family
        yield "freeze", everybody(Lives(), Lives()), [{"kind": "freeze"}], family
        yield "forgotten", {
            "silent for longer": (reader(3, 1, 3), Keepalive(3, 1, 3)),
            "probes in time": (reader(1, 1, 3), Lives()),
            "idle": ({"activity": "recv"}, Lives()),
        }, [{"kind": "nat-forget", "idle_s": 2}], family
        yield "forgotten, with RST", {
            "silent for longer": (reader(3, 1, 3), AtFirstPacket("ECONNRESET", after=2.0)),
            "probes in time": (reader(1, 1, 3), Lives()),
        }, [{"kind": "nat-forget", "idle_s": 2, "with": "rst"}], family
        yield "second probe lost", {
            "count 3": (reader(1, 1, 3), Lives()),
            "count 2": (reader(1, 1, 2), Lives()),
            # one unanswered probe is enough: the expiry after it
            "count 1": (reader(1, 1, 1), Dies("ETIMEDOUT", (0.9, 4.3))),
        }, [{"kind": "drop", "only": "keepalive-probe", "nth": 2, "direction": "to-server"}], family
        yield "probes alone lost", {
            "ka": (reader(1, 1, 3), Keepalive(1, 1, 3)),
            "request": ({"activity": "request"}, Lives()),
        }, [{"kind": "drop", "only": "keepalive-probe"}], family
        yield "data alone lost", {
            "ka": (reader(1, 1, 3), Lives()),
            "request": ({"activity": "request"}, Retransmissions(RETRIES2_3)),
        }, [{"kind": "drop", "only": "data"}], family
        yield "acknowledgements alone lost", {
            "ka": (reader(1, 1, 3), Keepalive(1, 1, 3)),
            "request": ({"activity": "request"}, Dies("ETIMEDOUT", (0.05 + 0.4 + 3.0, 7.4))),
        }, [{"kind": "drop", "only": "ack", "direction": "to-client"}], family
        yield "nothing of it", everybody(Lives(), Lives()), [{"kind": "drop", "percent": 0}], family
        yield "late", everybody(Lives(), Lives()), [{"kind": "delay", "ms": 100}], family


def run_plan(lab, title, pairs, faults, family):
    """How many cases, and what was wrong with which."""
    plan = experiment({name: client for name, (client, _) in pairs.items()}, [{"at_s": AT, **fault} for fault in faults],
                      time_limit=AT + 10, family=family, sysctl={"tcp_retries2": 3})
    plan["title"] = title
    wrong = []
    for _ in range(3):  # a run that says itself that the machine was starved tells nothing either way
        with Lab.slots:
            run = lab.run_once(plan, 60)
        if run.rows and {row["flagged"] for row in run.rows} == {""}:
            break
        with lab.lock:
            Lab.repeated += 1
    if not run.rows:
        return len(pairs), [f"{title}, {family}: {run.errors[-300:]}"]
    for name, (_, expected) in pairs.items():
        try:
            check(not run.row(name)["flagged"], f"flagged {run.row(name)['flagged']}")
            expected.check(run, name)
        except AssertionError as error:
            wrong.append(f"{title}, {family}, {name}: {error}")
    return len(pairs), wrong


@case
def every_fault_meets_every_detector(lab):
    """Some 250 cases of fault, activity and options, both families: errno and time as the kernel's rules say."""
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        done = [one.result() for one in [pool.submit(run_plan, lab, *plan) for plan in plans()]]
    wrong = [sentence for _, sentences in done for sentence in sentences]
    count = sum(cases for cases, _ in done)
    check(count >= 120, f"only {count} cases")
    check(not wrong, f"{len(wrong)} of {count} cases:\n      " + "\n      ".join(wrong))
