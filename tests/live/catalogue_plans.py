# SPDX-License-Identifier: GPL-3.0-or-later
"""The plans of the catalogue: pairs with what is expected of their clients, worked out by hand from the kernel's rules
(wheel.py and the figures beside each case), never taken from the program's own prediction."""
import dataclasses

from catalogue_expectations import (AfterLostProbe, AtFirstPacket, Ends, EndsByFin, Handshake, Keepalive, Lives, LivesOn, Retransmissions,
                                    WindowProbes)
from harness import reader


@dataclasses.dataclass
class Plan:
    """One experiment: its pairs as {name: (client or (client, server), expectation)}."""
    title: str
    pairs: dict
    faults: list
    family: str
    sysctl: dict = dataclasses.field(default_factory=lambda: {"tcp_retries2": 3})
    more: dict = dataclasses.field(default_factory=dict)  # path, neighbours


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
        return {"ka": (reader(1, 1, 3), AtFirstPacket("ECONNRESET")), "request": ({"activity": "request"}, Ends("ECONNRESET", (0.05, 0.15))),
                "idle": ({"activity": "recv"}, Lives())}
    # Codes "host" and "net" take a step of the back-off back (RFC 6069; tcp_ld_RTO_revert): the limit is looked at more often,
    # so it is met sooner, never before the model's 3.0 s; and the clamp by the user timeout is undone with it.
    reverts = answer in ("icmp-host", "icmp-net")
    return {
        "ka": (reader(1, 1, 3), Keepalive(1, 1, 3)),
        "ka, poll": (reader(1, 1, 3, "poll"), Keepalive(1, 1, 3)),
        "idle": ({"activity": "recv"}, Lives()),
        "request": ({"activity": "request"},
                    Ends(errno, (0.05 + 0.4 + 3.0, 7.4)) if reverts else Retransmissions(RETRIES2_3, errno=errno)),
        "request, user timeout": ({"activity": "request", "TCP_USER_TIMEOUT": 2000},
                                  Ends(errno, (0.05 + 0.4 + 2.0, 4.5)) if reverts else Retransmissions(2.0, errno=errno, clamped=True)),
        "request, ka": (reader(1, 1, 3, "request"), Ends(errno, (0.05 + 0.4 + 3.0, 7.4)) if reverts else
                        Retransmissions(RETRIES2_3, errno=errno)),
    }


def everybody(ending, request=None):
    """The same for every reader, whatever its options."""
    pairs = {call: ({"activity": call}, ending) for call in DETECTORS}
    pairs["ka"] = (reader(1, 1, 3), ending)
    if request is not None:
        pairs["request"] = ({"activity": "request"}, request)
    return pairs


def router_plans():
    """Faults on the way."""
    for family in FAMILIES:
        for name, fault in {
                "drop both": {"kind": "drop"},
                "drop to the server": {"kind": "drop", "direction": "to-server"},
                "drop to the client": {"kind": "drop", "direction": "to-client"},
                "all of a hundred percent": {"kind": "drop", "percent": 100},
                "cable out, server": {"kind": "cable-out", "host": "server"},
                "cable out, client": {"kind": "cable-out", "host": "client"},
        }.items():
            yield Plan(name, silent_cut(), [fault], family)
        for answer in ("rst", "icmp-host", "icmp-net", "icmp-port", "icmp-admin"):
            yield Plan(f"reject with {answer}", rejected(answer, family), [{"kind": "reject", "with": answer}], family)
        yield Plan("reset", everybody(Ends("ECONNRESET", (0, 0.05))), [{"kind": "reset"}], family)
        yield Plan("kill", everybody(Ends("", (0, 0.1), result="0")), [{"kind": "kill"}], family)
        yield Plan("freeze", everybody(Lives(), Lives()), [{"kind": "freeze"}], family)
        # Asked 1.5 s after the fault, about 2.5 s after the last segment.
        late = {"activity": "request", "request_at_s": 1.5}
        yield Plan("forgotten", {
            "silent for longer": (reader(3, 1, 3), Keepalive(3, 1, 3)),
            "late request": (late, Retransmissions(RETRIES2_3)),
            "probes in time": (reader(1, 1, 3), Lives()),
            "idle": ({"activity": "recv"}, Lives()),
        }, [{"kind": "nat-forget", "idle_s": 2}], family)
        yield Plan("forgotten, with RST", {
            "silent for longer": (reader(3, 1, 3), AtFirstPacket("ECONNRESET", after=2.0)),
            "late request": (late, AtFirstPacket("ECONNRESET", after=2.0)),
            "probes in time": (reader(1, 1, 3), Lives()),
        }, [{"kind": "nat-forget", "idle_s": 2, "with": "rst"}], family)
        yield Plan("second probe lost", {
            "count 3": (reader(1, 1, 3), Lives()),
            "count 2": (reader(1, 1, 2), Lives()),
            # one unanswered probe is enough: the expiry after it
            "count 1": (reader(1, 1, 1), Ends("ETIMEDOUT", (0.9, 4.3))),
        }, [{"kind": "drop", "only": "keepalive-probe", "nth": 2, "direction": "to-server"}], family)
        yield Plan("probes alone lost", {
            "ka": (reader(1, 1, 3), Keepalive(1, 1, 3)),
            "request": ({"activity": "request"}, Lives()),
        }, [{"kind": "drop", "only": "keepalive-probe"}], family)
        yield Plan("data alone lost", {
            "ka": (reader(1, 1, 3), Lives()),
            "request": ({"activity": "request"}, Retransmissions(RETRIES2_3)),
        }, [{"kind": "drop", "only": "data"}], family)
        yield Plan("acknowledgements alone lost", {
            "ka": (reader(1, 1, 3), Keepalive(1, 1, 3)),
            "request": ({"activity": "request"}, Ends("ETIMEDOUT", (0.05 + 0.4 + 3.0, 7.4))),
        }, [{"kind": "drop", "only": "ack", "direction": "to-client"}], family)
        yield Plan("nothing of it", everybody(Lives(), Lives()), [{"kind": "drop", "percent": 0}], family)
        yield Plan("late", everybody(Lives(), Lives()), [{"kind": "delay", "ms": 100}], family)
        # There and back 0.8 s, the RTO of an idle LAN 0.2 s: sent again for nothing, and nobody dies of it.
        yield Plan("later than the RTO", everybody(Lives(), LivesOn("retransmission", "delivered", 1)),
                   [{"kind": "delay", "ms": 400}], family)
        yield Plan("a third lost", {
            "ka": (reader(1, 1, 30), Lives()), # 30 probes in a row are more than the run is long
            "request": ({"activity": "request"}, Lives()),
            "idle": ({"activity": "recv"}, Lives()),
        }, [{"kind": "drop", "percent": 33}], family, {"tcp_retries2": 8}) # a limit of 102 s
        yield Plan("flapping", flapping(), [{"kind": "drop", "at_s": AT + 2 * i, "heal_after_s": 0.9} for i in range(5)], family)
        for answer in ("rst", "icmp-host", "icmp-port"):
            # Without a router the answer comes from the peer's own firewall, as it seems: the same for the sender.
            yield Plan(f"reject with {answer}, direct", rejected(answer, family), [{"kind": "reject", "with": answer}], family,
                       more={"path": "direct"})


def flapping():
    """Cut for 0.9 s of every 2 s. Probes come 1.02 s apart, so two in a row are never lost; a request is sent again until it
    meets a whole second."""
    return {
        "count 3": (reader(1, 1, 3), Lives()),
        "count 2": (reader(1, 1, 2), Lives()),
        "count 1": (reader(1, 1, 1), AfterLostProbe(1)),
        "request": ({"activity": "request"}, LivesOn("retransmission", "delivered", 1)),
        "idle": ({"activity": "recv"}, Lives()),
    }


def connecting():
    """SYNs without an answer, a second apart: dead at the first expiry 2^(retries + 1) - 1 s after the first SYN. Since 6.5 the
    first tcp_syn_linear_timeouts pauses do not double (tcp_retransmit_timer, retransmits_timed_out)."""
    return {
        "1 retry": ({"activity": "connect", "TCP_SYNCNT": 1}, Ends("ETIMEDOUT", (3.0, 3.2))),
        "2 retries": ({"activity": "connect", "TCP_SYNCNT": 2}, Ends("ETIMEDOUT", (7.0, 7.35))),
        "send timeout": ({"activity": "connect", "SO_SNDTIMEO": 2}, Ends("EINPROGRESS", (2.0, 2.04))),
        "user timeout": ({"activity": "connect", "TCP_USER_TIMEOUT": 2500}, Ends("ETIMEDOUT", (2.5, 3.2))),
    }


# A RST is the answer to the first SYN; an ICMP that comes while connect() still holds the socket is only remembered, and
# tells at the first retransmission, a second later (LockDroppedIcmps).
REFUSED = {"rst": ("ECONNREFUSED", 0.1), "icmp-host": ("EHOSTUNREACH", 1.1), "icmp-net": ("ENETUNREACH", 1.1),
           "icmp-port": ("ECONNREFUSED", 1.1)}


def other_activities():
    """Under a silent cut."""
    answers = {"activity": "heartbeat"}
    return {
        # three seconds after the first question without an answer, which was asked within a second
        "heartbeat": (({"activity": "heartbeat"}, answers), Ends("", (2.9, 4.1))),
        "heartbeat, quicker": (({"activity": "heartbeat", "heartbeat_interval_s": 0.5, "heartbeat_timeout_s": 2}, {"activity": "recv"}),
                               Ends("", (1.9, 2.6))),
        # its limit of 3.0 s lies on the edge of two expiries, because delayed ACKs have made its RTO a little longer
        "nonblocking": (({"activity": "nonblocking-send", "send_interval_s": 0.1, "send_bytes": 64}, {"activity": "recv"}),
                        Ends("ETIMEDOUT", (3.4, 7.5))),
        "nonblocking, user timeout": (({"activity": "nonblocking-send", "send_interval_s": 0.1, "send_bytes": 64,
                                        "TCP_USER_TIMEOUT": 2000}, {"activity": "recv"}), Ends("ETIMEDOUT", (2.2, 2.9))),
    }


def orphans(limit):
    """What close() has left: dead at the first expiry `limit` seconds after the first retransmission."""
    return {"close": ({"activity": "close"}, Ends("", (0.2 + limit, 0.5 + 2 * limit + 0.5), result="0")),
            "close, user timeout": ({"activity": "close", "TCP_USER_TIMEOUT": 2000}, Ends("", (2.2, 2.65), result="0"))}


def closed_window():
    """The server's program never reads, its kernel answers every probe of the window: only TCP_USER_TIMEOUT takes that for the
    end. Neither tcp_retries2 (the answers set the count back) nor keepalive (something is queued) does."""
    def sender(**options):
        return {"activity": "send", "send_bytes": 4096, "send_interval_s": 0.05, "SO_SNDBUF": 8192, **options}, \
            {"activity": "no-read", "SO_RCVBUF": 4096}
    return {
        "user timeout": (sender(TCP_USER_TIMEOUT=2000), WindowProbes(2.0)),
        "user timeout, ka": (sender(**keepalive_options(1, 1, 1), TCP_USER_TIMEOUT=2000), WindowProbes(2.0)),
        "nothing": (sender(), LivesOn("probe", "delivered", 3)),
        "ka": (sender(**keepalive_options(1, 1, 1)), LivesOn("probe", "delivered", 3)),
        "it all fits": (({"activity": "request", "TCP_USER_TIMEOUT": 1000}, {"activity": "no-read"}), Lives()),
    }


def keepalive_options(idle, interval, count):
    options = reader(idle, interval, count)
    del options["activity"]
    return options


def killed_unread():
    """What a dead program has not read makes its kernel say RST instead of FIN (tcp_close)."""
    unread = {"activity": "send", "send_bytes": 64, "send_interval_s": 0.1}
    return {
        "unread": ((unread, {"activity": "hold"}), Ends("ECONNRESET", (0, 0.11))),
        "all read": ((unread, {"activity": "recv"}), EndsByFin("EPIPE", (0.1, 0.21))), # the first send() after the FIN goes out
    }


def no_way_for_data_in_flight(family):
    """Sent into a cut, and then the own host loses its way: the routing error of each try is the errno of the death
    (inet_sk_rebuild_header, inet6_sk_rebuild_header)."""
    return {"request": ({"activity": "request"}, Retransmissions(RETRIES2_3, errno="ENETUNREACH")),
            "ka": (reader(1, 1, 3), Keepalive(1, 1, 3, errno=errno_without_way(family))),
            "idle": ({"activity": "recv"}, Lives())}


def errno_without_way(family):
    """What a probe leaves behind that cannot be sent: IPv6 keeps the routing error as a soft error (inet6_csk_xmit), IPv4
    does not (ip_queue_xmit)."""
    return "ENETUNREACH" if family == "ipv6" else "ETIMEDOUT"


def third_packet(until):
    return {"connect": ({"activity": "connect"}, Handshake(*until)), "connect again": ({"activity": "connect"}, Handshake(*until))}


def activity_plans():
    """What the router's plans do not have."""
    for family in FAMILIES:
        yield Plan("closed window", closed_window(), [], family, {"tcp_retries2": 2})
        # Between two messages: what arrives in the moment of the kill is unread, or not.
        yield Plan("kill, unread data", killed_unread(), [{"kind": "kill", "at_s": AT + 0.05}], family)
        # The client is connected with the SYN-ACK; the server waits for the third packet, and says SYN-ACK again after 1 s.
        lost_ack = {"kind": "drop", "only": "ack", "direction": "to-server"}
        yield Plan("third packet lost", third_packet(((1.0, 1.1), (1.0, 1.1))), [{**lost_ack, "nth": 1}], family)
        # tcp_synack_retries = 2: after 1 and 3 s, and at 7 s the kernel gives up (reqsk_timer_handler)
        yield Plan("no third packet", third_packet((None, (7.0, 7.4))), [lost_ack], family, {"tcp_synack_retries": 2})
        yield Plan("connect into a cut", connecting(), [{"kind": "drop"}], family)
        for answer, (errno, latest) in REFUSED.items():
            yield Plan(f"connect, {answer}", {"connect": ({"activity": "connect"}, Ends(errno, (0, latest)))},
                       [{"kind": "reject", "with": answer}], family)
        yield Plan("other activities", other_activities(), [{"kind": "drop"}], family)
        for retries in (1, 2, 3):
            yield Plan(f"orphan, {retries} retries", orphans((2 ** (retries + 1) - 1) * 0.2), [{"kind": "drop"}], family,
                       {"tcp_orphan_retries": retries})


def own_network_gone(kind, family):
    """This host's own kernel has no way out: what is sent never leaves the write queue, so the window probe timer runs (tr 4):
    four pauses from 0.2 s on, doubling (tcp_probe_timer). IPv6 goes on sending from an address that the host no longer has."""
    if family == "ipv6" and kind == "address-removed":
        return {
            "ka": (reader(1, 1, 3), Ends("ETIMEDOUT", (2.9, 4.2))), # the answers arrive, but are for nobody
            "idle": ({"activity": "recv"}, Lives()),
            "request": ({"activity": "request"}, Retransmissions(RETRIES2_3)),
        }
    errno = errno_without_way(family)
    return {
        "ka": (reader(1, 1, 3), Keepalive(1, 1, 3, errno=errno)),
        "ka, epoll": (reader(1, 1, 3, "epoll"), Keepalive(1, 1, 3, errno=errno)),
        "idle": ({"activity": "recv"}, Lives()),
        "request": ({"activity": "request"}, Ends(errno, (0.05 + 15 * 0.2, 0.05 + 15 * 0.224 + 0.1))),
        "request, user timeout": ({"activity": "request", "TCP_USER_TIMEOUT": 2000}, Ends(errno, (0.05 + 2.2, 0.05 + 2.6))),
    }


def unanswered():
    """Nobody answers ARP (NDP): three requests a second apart, then the kernel tells itself that the host cannot be reached.
    The limit of tcp_retries2 = 4 is 6.2 s, safely later."""
    return {
        "ka": (reader(1, 1, 3), Keepalive(1, 1, 3)),
        "idle": ({"activity": "recv"}, Lives()),
        "request": ({"activity": "request"}, Ends("EHOSTUNREACH", (0.05 + 6.2, 9.8))),
    }


def own_queue_drops():
    """This host's own queue throws away what it is given, and its kernel knows: a probe that was refused so does not count, and
    is made again after 0.5 s (TCP_RESOURCE_PROBE_INTERVAL). A request never leaves the write queue: four expiries of the window
    probe timer, 0.2 s and three times 0.5 s."""
    return {
        "ka": (reader(1, 1, 3), Lives()),
        "idle": ({"activity": "recv"}, Lives()),
        "request": ({"activity": "request"}, Ends("ETIMEDOUT", (0.05 + 0.2 + 3 * 0.5, 0.05 + 0.23 + 3 * 0.532))),
    }


def host_plans():
    """Faults at a host."""
    for family in FAMILIES:
        yield Plan("local-drop, client", own_queue_drops(), [{"kind": "local-drop", "host": "client"}], family)
        yield Plan("local-drop, server", silent_cut(), [{"kind": "local-drop", "host": "server"}], family)
        for kind in ("interface-down", "route-removed"):
            yield Plan(f"{kind} with data in flight", no_way_for_data_in_flight(family),
                       [{"kind": "drop"}, {"kind": kind, "host": "client", "at_s": AT + 0.5}], family)
        for kind in ("interface-down", "route-removed", "address-removed", "neighbour-lost", "power-off"):
            yield Plan(f"{kind}, server", silent_cut(), [{"kind": kind, "host": "server"}], family)
        for kind in ("interface-down", "route-removed", "address-removed"):
            yield Plan(f"{kind}, client", own_network_gone(kind, family), [{"kind": kind, "host": "client"}], family)
        yield Plan("neighbour-lost, client", unanswered(), [{"kind": "neighbour-lost", "host": "client"}], family, {"tcp_retries2": 4})
        yield Plan("destroy, server", everybody(Ends("ECONNRESET", (0, 0.1))), [{"kind": "destroy", "host": "server"}], family)
        yield Plan("destroy, client", everybody(Ends("ECONNABORTED", (0, 0.1))), [{"kind": "destroy", "host": "client"}], family)
        yield Plan("reboot, server", {
            "ka": (reader(1, 1, 3), Ends("ECONNRESET", (0, 1.2))),
            "idle": ({"activity": "recv"}, Lives()),
            "request": ({"activity": "request"}, Ends("ECONNRESET", (0.05, 0.15))),
        }, [{"kind": "reboot", "host": "server", "back_after_s": 0.03}], family)
        yield Plan("drop, direct", silent_cut(), [{"kind": "drop"}], family, more={"path": "direct"})
        yield Plan("cable out of the client, real neighbours", unanswered(), [{"kind": "cable-out", "host": "client"}], family,
                   {"tcp_retries2": 4}, {"neighbours": "real"})
