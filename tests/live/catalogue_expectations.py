# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be expected of one end, and how it is checked: from the events of the run alone."""
from harness import check, check_between, pair_index
from wheel import chained, data_in_flight, granule, keepalive, user_timeout_in_flight, widened


class Ends:
    """Its call returns with that result and errno, so long after the fault."""

    def __init__(self, errno, band, result="-1"):
        self.errno, self.band, self.result = errno, band, result

    def check(self, run, name):
        row = run.row(name)
        self.check_answer(row)
        check_between(float(row["elapsed_s"]), widened(self.band), "since the fault")

    def check_answer(self, row):
        check((row["result"], row["errno"]) == (self.result, self.errno),
              f"{row['result']} '{row['errno']}' after {row['elapsed_s']} s, not {self.result} '{self.errno}'")


class EndsByFin(Ends):
    """As Ends; but where the last data came in the moment of the fault, the dead program had not read it and its kernel says RST."""

    CAUGHT = 0.005  # s a busy machine takes from the router to the program's recv()

    def check(self, run, name):
        row = run.row(name)
        fault = run.of("fault", what="applied")[0]["t"]
        late = [e for e in run.of("packet", pair=pair_index(run, name), kind="data")
                if e["from"] == "client" and abs(fault - e["t"]) < self.CAUGHT * 1e9]
        if row["errno"] == "ECONNRESET" and late:
            check_between(float(row["elapsed_s"]), widened((0, self.band[1])), "since the fault")
        else:
            super().check(run, name)


class Lives:
    """Nobody has noticed anything at the end of the run."""

    def check(self, run, name):
        row = run.row(name)
        check(row["elapsed_s"] == "", f"ended after {row['elapsed_s']} s with {row['result']} '{row['errno']}'")


class LivesOn(Lives):
    """The same, though so many of its packets of that kind were met by that fate."""

    def __init__(self, kind, fate, least):
        self.kind, self.fate, self.least = kind, fate, least

    def check(self, run, name):
        super().check(run, name)
        met = [e for e in run.of("packet", pair=pair_index(run, name), kind=self.kind, fate=self.fate) if e["from"] == "client"]
        check(len(met) >= self.least, f"{len(met)} times {self.kind} {self.fate}, not {self.least}")


class WindowProbes(Ends):
    """By TCP_USER_TIMEOUT though every probe of the closed window is answered: it counts from the first one
    (icsk_probes_tstamp), and the last pause is cut to what is left of it (tcp_clamp_probe0_to_user_timeout)."""

    def __init__(self, user_timeout):
        super().__init__("ETIMEDOUT", None)
        self.user_timeout = user_timeout

    def check(self, run, name):
        self.check_answer(run.row(name))
        pair = pair_index(run, name)
        probes = [e for e in run.of("packet", pair=pair, kind="probe", fate="delivered") if e["from"] == "client"]
        answers = [e for e in run.of("packet", pair=pair, kind="answer", win=0) if e["from"] == "server"]
        check(len(probes) >= 2 and len(answers) >= len(probes) - 1, f"{len(probes)} probes, {len(answers)} answers with window 0")
        ended = [e["t"] for e in run.of("call", pair=pair, end="client", what="end") if e["result"] < 0]
        band = (self.user_timeout, self.user_timeout + granule(self.user_timeout, run.hz))
        check_between((ended[0] - probes[0]["t"]) / 1e9, widened(band), "since the first probe of the window")


class AfterLostProbe(Ends):
    """One unanswered probe is enough: at the expiry after it."""

    def __init__(self, interval):
        super().__init__("ETIMEDOUT", None)
        self.interval = interval

    def check(self, run, name):
        self.check_answer(run.row(name))
        lost = [e["t"] for e in run.of("packet", pair=pair_index(run, name), kind="probe", fate="dropped") if e["from"] == "client"]
        check(lost, "no probe was lost")
        pause = chained(self.interval, run.hz)
        check_between((death(run, name) - lost[0]) / 1e9, widened((pause, pause)), "since the first lost probe")


class Handshake(Lives):
    """The client's program is connected at once; the server's gets the connection so late (None: never), and its kernel holds a
    SYN-RECV row until then (until the last SYN-ACK has waited in vain)."""

    def __init__(self, accepted, until):
        self.accepted, self.until = accepted, until

    def check(self, run, name):
        super().check(run, name)
        pair, fault = pair_index(run, name), run.of("fault", what="applied")[0]["t"]
        connected = run.of("call", pair=pair, end="client", what="end", call="connect", result=0)
        check(connected and (connected[0]["t"] - fault) / 1e9 < 0.1, "connect() did not succeed at once")
        accepted = [(e["t"] - fault) / 1e9 for e in run.of("socket", pair=pair, end="server")]
        check(bool(accepted) == (self.accepted is not None), f"accepted {accepted}")
        if accepted:
            check_between(accepted[0], widened(self.accepted), "accepted")
        # Read every 50 to 100 ms.
        seen = [(e["t"] - fault) / 1e9 for e in run.of("row", host="server", pair=pair, state="SYN-RECV")]
        check(seen and seen[0] < 0.3, f"SYN-RECV seen {seen[:3]}")
        rows = [(e["t"] - fault) / 1e9 for e in run.of("row", host="server", pair=pair) if e["state"] != "SYN-RECV"]
        gone = [(e["t"] - fault) / 1e9 for e in run.of("gone", host="server", pair=pair)]
        left = [at for at in sorted(rows + gone) if at > seen[0]]
        check(left, "SYN-RECV to the end")
        check_between(left[0], (self.until[0] - 0.05, self.until[1] + 0.2), "SYN-RECV until")


class Keepalive(Ends):
    """So long after the last segment that arrived, by the keepalive timer."""

    def __init__(self, idle, interval, count, user_timeout=None, errno="ETIMEDOUT"):
        super().__init__(errno, None)
        self.idle, self.interval, self.count, self.user_timeout = idle, interval, count, user_timeout

    def check(self, run, name):
        self.check_answer(run.row(name))
        last = last_received(run, name)
        band = keepalive(self.idle, self.interval, self.count, run.hz, self.user_timeout, last["kind"] == "answer")
        check_between((death(run, name) - last["t"]) / 1e9, widened(band), "since the last segment that arrived")


class Retransmissions(Ends):
    """By the retransmission timer, `limit` seconds after the first retransmission at the earliest. clamped: the limit is
    TCP_USER_TIMEOUT, which also shortens the last pause (tcp_clamp_rto_to_user_timeout)."""

    def __init__(self, limit, errno="ETIMEDOUT", clamped=False):
        super().__init__(errno, None)
        self.limit, self.clamped = limit, clamped

    def check(self, run, name):
        self.check_answer(run.row(name))
        pair = pair_index(run, name)
        rto = [e["rto"] / 1e9 for e in run.of("info", pair=pair, end="client", at_fault=True)]
        sent = [e["t"] for e in run.of("packet", pair=pair) if e["from"] == "client" and e["kind"] == "data"]
        if not sent:  # it never got as far as the router
            sent = [e["t"] for e in run.of("call", pair=pair, end="client", what="end") if e["call"] == "send"]
        check(len(rto) == 1 and sent, f"{len(rto)} looks at the fault, {len(sent)} segments sent")
        rule = user_timeout_in_flight if self.clamped else data_in_flight
        check_between((death(run, name) - sent[0]) / 1e9, widened(rule(rto[0], run.hz, self.limit, True)), "since the first segment")


class AtFirstPacket(Ends):
    """As soon as its first packet `after` seconds of silence or later has met the fault."""

    def __init__(self, errno, after=0.0):
        super().__init__(errno, None)
        self.after = after

    def check(self, run, name):
        self.check_answer(run.row(name))
        pair = pair_index(run, name)
        met = [e["t"] for e in run.of("packet", pair=pair) if e["from"] == "client" and e["fate"] == "rejected"]
        check(met, "no packet was rejected")
        check_between((death(run, name) - met[0]) / 1e9, widened((0, 0.01)), "since the first packet that was rejected")
        last = last_received(run, name)
        check((met[0] - last["t"]) / 1e9 >= self.after, f"rejected {(met[0] - last['t']) / 1e9} s after the last segment")


def last_received(run, name):
    """The last segment that the peer sent and that arrived; the router's stamp is its arrival but for microseconds."""
    received = [e for e in run.of("packet", pair=pair_index(run, name))
                if e["from"] == "server" and e["fate"] == "delivered" and not e.get("made", False)]
    check(received, "nothing was ever received")
    return received[-1]


def death(run, name):
    """When the call that told of the end returned."""
    return run.of("fault", what="applied")[0]["t"] + round(float(run.row(name)["elapsed_s"]) * 1e9)
