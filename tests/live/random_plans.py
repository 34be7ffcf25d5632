# SPDX-License-Identifier: GPL-3.0-or-later
"""Experiments drawn by lot over the whole catalogue, to be held against their predictions: every activity at either end, every
fault and place of fault, options, sysctls, both families and paths, heals and flaps. The values are small, so that most ends
come within the watched time."""
import random

DETECTORS = ("recv", "select", "poll", "epoll")
CLIENTS = (*DETECTORS, *DETECTORS, "request", "request", "request", "send", "send", "nonblocking-send", "heartbeat", "close", "connect",
           "no-read", "hold")
SERVERS = ("hold", "hold", *DETECTORS, *DETECTORS, "send", "nonblocking-send", "request", "heartbeat", "no-read", "close")
# Its client is predicted to come to its end long after the run: so the others are watched to the last, however short they live.
WATCH = "watch"
HEALED = ("drop", "delay", "reject", "nat-forget", "cable-out", "interface-down", "route-removed", "address-removed",
          "neighbour-lost", "local-drop", "freeze")
AT_HOST = ("cable-out", "interface-down", "route-removed", "address-removed", "neighbour-lost", "local-drop", "kill", "freeze",
           "power-off", "reboot", "destroy")
DIRECTIONS = ("both", "both", "to-server", "to-client")


def moment(lot, low, high):
    return round(lot.uniform(low, high), 3)


def keepalive(lot):
    """Some of the three values may be left to the sysctls."""
    drawn = {"SO_KEEPALIVE": 1}
    for key, values in (("TCP_KEEPIDLE", (1, 1, 2, 3, 5)), ("TCP_KEEPINTVL", (1, 1, 2, 3)), ("TCP_KEEPCNT", (1, 2, 3, 4))):
        if lot.random() < 0.85:
            drawn[key] = lot.choice(values)
    return drawn


def options(lot, activity):
    drawn = {}
    if lot.random() < 0.6:
        drawn |= keepalive(lot)
    if lot.random() < 0.3:
        drawn["TCP_USER_TIMEOUT"] = lot.choice((100, 500, 1000, 2500, 5000, 8000, lot.randint(50, 10000)))
    if activity in ("recv", "request") and lot.random() < 0.12:
        drawn["SO_RCVTIMEO"] = lot.choice((1, 2.5, 4, 8))
    if activity in ("send", "connect") and lot.random() < 0.15:
        drawn["SO_SNDTIMEO"] = lot.choice((1, 2, 3.5))
    for key, share, values in (("TCP_NODELAY", 0.1, (1,)), ("IP_RECVERR", 0.1, (1,)), ("TCP_RTO_MAX_MS", 0.1, (1000, 2000, 5000)),
                               ("SO_SNDBUF", 0.05, (8192, 65536)), ("SO_RCVBUF", 0.05, (8192, 65536))):
        if lot.random() < share:
            drawn[key] = lot.choice(values)
    if activity == "connect" and lot.random() < 0.5:
        drawn["TCP_SYNCNT"] = lot.randint(1, 3)
    if activity == "close" and lot.random() < 0.3:
        drawn["SO_LINGER"] = lot.choice((0, 1, 3))
    if lot.random() < 0.08:
        late = lot.choice(({"TCP_USER_TIMEOUT": lot.choice((1000, 3000))}, keepalive(lot), {"SO_KEEPALIVE": 0}))
        drawn["set"] = [{"at_s": moment(lot, 0, 4), **late}]
    return drawn


def end(lot, activities):
    activity = lot.choice(activities)
    drawn = {"activity": activity, **options(lot, activity)}
    if activity in ("send", "nonblocking-send") and lot.random() < 0.9:  # the others send as fast as they can
        drawn |= {"send_interval_s": lot.choice((0.02, 0.1, 0.5, 2.0, moment(lot, 0.05, 4))), "send_bytes": lot.choice((1, 64, 200, 2000))}
    if activity == "request":
        drawn["request_at_s"] = lot.choice((0.05, 0.3, moment(lot, 0, 4)))
    if activity == "heartbeat":
        drawn |= {"heartbeat_interval_s": lot.choice((0.2, 1, moment(lot, 0.3, 3))), "heartbeat_timeout_s": lot.choice((1, 3, moment(lot, 0.5, 6)))}
    return drawn


def on_the_way(lot, single):
    kind = lot.choice(("drop", "drop", "drop", "delay", "reset", "reject", "reject", "nat-forget"))
    drawn = {"kind": kind}
    if kind != "nat-forget":
        drawn["direction"] = lot.choice(DIRECTIONS)
    if kind == "drop" and lot.random() < 0.4:
        drawn["only"] = lot.choice(("data", "ack", "keepalive-probe"))
    if kind == "drop" and single and lot.random() < 0.15:
        drawn |= lot.choice(({"nth": lot.randint(1, 3)}, {"percent": lot.choice((20, 50, 80))}))
    if kind == "delay":
        drawn["ms"] = lot.choice((5, 50, 150, 400, 900))
    if kind == "reject":
        drawn["with"] = lot.choice(("rst", "icmp-host", "icmp-net", "icmp-port", "icmp-admin"))
    if kind == "nat-forget":
        drawn |= {"idle_s": lot.choice((0.5, 1.5, 3.0)), "with": lot.choice(("silent", "rst"))}
    return drawn


def fault(lot, loopback, single):
    if loopback:
        return dict(lot.choice(({"kind": "drop"}, {"kind": "drop", "direction": "to-server"}, {"kind": "drop", "direction": "to-client"},
                                {"kind": "kill", "host": lot.choice(("client", "server"))}, {"kind": "freeze"})))
    if lot.random() < 0.55:
        return on_the_way(lot, single)
    drawn = {"kind": lot.choice(AT_HOST), "host": lot.choice(("client", "server", "server"))}
    if drawn["kind"] == "reboot":
        drawn["back_after_s"] = lot.choice((0.03, 0.5, 2.0, moment(lot, 0.05, 5)))
    return drawn


def script(lot, loopback):
    """One fault, one that is healed, one that comes and goes, or several."""
    course = lot.choice(("one", "one", "one", "one", "healed", "healed", "healed", "flap", "several"))
    first = fault(lot, loopback, course == "one") | {"at_s": moment(lot, 0.2, 3)}
    if course == "one":
        return [first]
    if course == "flap" and first["kind"] in HEALED:
        down, up, at = moment(lot, 0.1, 2.5), moment(lot, 0.1, 2), first["at_s"]
        times = lot.choice((2, 3, 5, 9))
        return [{**first, "at_s": round(at + number * (down + up), 3), "heal_after_s": down} for number in range(times)]
    drawn = [first]
    if course == "several":
        for _ in range(lot.choice((1, 1, 2))):
            drawn.append(fault(lot, loopback, False) | {"at_s": round(drawn[-1]["at_s"] + lot.uniform(0.05, 4), 3)})
    for each in drawn:
        if each["kind"] in HEALED and (course != "several" or lot.random() < 0.6):
            each["heal_after_s"] = moment(lot, 0.05, 7)
    return drawn


def sysctls(lot):
    drawn = {"tcp_retries2": lot.choice((1, 2, 3, 3, 4, 5, 6)), "tcp_keepalive_time": lot.choice((1, 2, 4)),
             "tcp_keepalive_intvl": lot.choice((1, 2)), "tcp_keepalive_probes": lot.choice((1, 2, 3)),
             "tcp_syn_retries": lot.choice((1, 2)), "tcp_orphan_retries": lot.choice((0, 1, 2, 3)), "tcp_fin_timeout": lot.choice((2, 4, 8))}
    for key, share, values in (("tcp_early_retrans", 0.15, (0,)), ("tcp_sack", 0.1, (0,)), ("tcp_thin_linear_timeouts", 0.15, (1,)),
                               ("tcp_rto_max_ms", 0.15, (1000, 2000, 8000)), ("tcp_rto_min_us", 0.15, (20000, 50000, 100000)),
                               ("tcp_syn_linear_timeouts", 0.4, (0, 1, 2)), ("tcp_synack_retries", 0.1, (1, 2))):
        if lot.random() < share:
            drawn[key] = lot.choice(values)
    return drawn


def draw(lot: random.Random, pairs, watched):
    """One experiment of so many pairs, watched for so many seconds."""
    loopback = lot.random() < 0.06
    watch = {"name": WATCH, "client": {"activity": "recv", "SO_RCVTIMEO": 100 * watched}}
    clients = [each for each in CLIENTS if not loopback or each not in ("connect", "close")]
    servers = [each for each in SERVERS if not loopback or each != "close"]
    drawn = {"format": "halfopen-experiment/1", "title": "drawn by lot", "time_limit_s": watched,
             "family": lot.choice(("ipv4", "ipv4", "ipv6")),
             "pairs": [{"name": f"p{number}", "client": end(lot, clients), "server": end(lot, servers)} for number in range(pairs)] + [watch],
             "faults": script(lot, loopback)}
    if loopback:
        return drawn | {"place": "loopback"}
    return drawn | {"path": lot.choice(("routed", "routed", "direct")), "neighbours": lot.choice(("pinned", "pinned", "real")),
                    "sysctl": sysctls(lot)}
