# SPDX-License-Identifier: GPL-3.0-or-later
"""Experiments drawn by lot from everything that the format has: not to be measured, but to be killed in the middle."""
import random

DETECTORS = ("recv", "select", "poll", "epoll")
ROUTER_FAULTS = (
    {"kind": "drop"}, {"kind": "drop", "direction": "to-server"}, {"kind": "drop", "direction": "to-client"},
    {"kind": "drop", "percent": 30}, {"kind": "drop", "only": "data"}, {"kind": "drop", "only": "keepalive-probe", "nth": 2},
    {"kind": "delay", "ms": 80}, {"kind": "reset"}, {"kind": "nat-forget", "idle_s": 1},
    {"kind": "nat-forget", "idle_s": 1, "with": "rst"},
    *({"kind": "reject", "with": answer} for answer in ("rst", "icmp-host", "icmp-net", "icmp-port", "icmp-admin")))
HOST_FAULTS = ("cable-out", "interface-down", "route-removed", "address-removed", "neighbour-lost", "local-drop", "kill",
               "freeze", "power-off", "reboot", "destroy")
HEALED = ("drop", "delay", "reject", "nat-forget", "cable-out", "interface-down", "route-removed", "address-removed",
          "neighbour-lost", "local-drop", "freeze")
LOOPBACK_FAULTS = ({"kind": "drop"}, {"kind": "drop", "direction": "to-server"}, {"kind": "kill"}, {"kind": "freeze"})


def options(lot):
    drawn = {}
    if lot.random() < 0.6:
        drawn |= {"SO_KEEPALIVE": 1, "TCP_KEEPIDLE": 1, "TCP_KEEPINTVL": 1, "TCP_KEEPCNT": lot.randint(1, 3)}
    if lot.random() < 0.2:
        drawn["TCP_USER_TIMEOUT"] = lot.choice((500, 2000, 60000))
    if lot.random() < 0.1:
        drawn["SO_RCVTIMEO"] = 2
    if lot.random() < 0.1:
        drawn["set"] = [{"at_s": round(lot.uniform(0, 2), 3), "TCP_USER_TIMEOUT": 1500}]
    return drawn


def ends(lot, has_qt):
    """A pair's client and server."""
    kinds = [*DETECTORS, *DETECTORS, "send", "nonblocking-send", "request", "heartbeat", "no-read", "close", "connect", "hold"]
    activity = lot.choice(kinds + ["qt"] * 3 if has_qt else kinds)
    client = {"activity": activity, **options(lot)}
    server = {"activity": "hold"}
    if activity == "heartbeat":
        server = {"activity": lot.choice(("recv", "epoll", "heartbeat"))}
    elif activity in ("send", "nonblocking-send"):
        if lot.random() < 0.7:  # the others send as fast as they can, until the buffers are full
            client |= {"send_interval_s": 0.05, "send_bytes": 200}
        server = {"activity": lot.choice(("recv", "poll", "no-read", "hold"))}
    elif has_qt and activity in DETECTORS and lot.random() < 0.15:
        server = {"activity": "qt"}
    return client, server


def fault(lot, loopback):
    if loopback:
        drawn = dict(lot.choice(LOOPBACK_FAULTS))
    elif lot.random() < 0.5:
        drawn = dict(lot.choice(ROUTER_FAULTS))
    else:
        drawn = {"kind": lot.choice(HOST_FAULTS), "host": lot.choice(("client", "server"))}
        if drawn["kind"] == "reboot":
            drawn["back_after_s"] = 0.2
    drawn["at_s"] = round(lot.uniform(0, 1.5), 3)
    if drawn["kind"] in HEALED and lot.random() < 0.4:
        drawn["heal_after_s"] = round(lot.uniform(0.05, 1), 3)
    return drawn


def draw(lot: random.Random, has_qt):
    """One experiment."""
    loopback = lot.random() < 0.15
    pairs = [ends(lot, has_qt) for _ in range(lot.choice((1, 2, 3, 6, 40)))]
    if loopback:  # no connect() into a fault, no orphan and no options of others' namespaces there
        pairs = [pair for pair in pairs if pair[0]["activity"] not in ("connect", "close")] or [({"activity": "recv"}, {})]
    drawn = {"format": "halfopen-experiment/1", "title": "killed", "time_limit_s": 4,
             "family": lot.choice(("ipv4", "ipv6")),
             "pairs": [{"name": f"p{number}", "client": client, "server": server} for number, (client, server) in enumerate(pairs)],
             "faults": [fault(lot, loopback) for _ in range(lot.randint(1, 3))]}
    if loopback:
        drawn["place"] = "loopback"
    else:
        drawn |= {"path": lot.choice(("routed", "routed", "direct")), "neighbours": lot.choice(("pinned", "pinned", "real"))}
        if lot.random() < 0.3:
            drawn["sysctl"] = {"tcp_retries2": 3}
    return drawn
