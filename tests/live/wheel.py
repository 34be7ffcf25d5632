# SPDX-License-Identifier: GPL-3.0-or-later
"""When the kernel's timers fire, worked out by hand from kernel/time/timer.c and net/ipv4/tcp_timer.c.

Shares nothing with the program under test. All times in seconds; a band is a pair (earliest, latest).
"""

# What a busy machine may add to any measured time, and what a jiffy's rounding may take away (the contract's tolerance).
EARLY, LATE = 0.030, 0.060


def granule(delay, hz):
    """Width of the timer wheel's step for a delay: 8^n jiffies, n the smallest level with delay < 63 * 8^n (calc_index)."""
    jiffies, level = delay * hz, 0
    while jiffies >= 63 * 8**level:
        level += 1
    return 8**level / hz


def chained(delay, hz):
    """A delay that begins exactly on its own granule: always rounded up to the next one, even from an exact multiple."""
    step = granule(delay, hz)
    return (int(round(delay / step, 6)) + 1) * step


def first(delay, hz):
    """A delay that begins anywhere: late by more than 0 and at most one granule."""
    return (delay, delay + granule(delay, hz))


def keepalive(idle, interval, count, hz, user_timeout=None, answered_probe=False):
    """From the last segment received to the death: W(idle) and then N times W(interval).

    Where that segment answered a probe, the timer had already been armed with the interval: the first check comes after
    W(interval), and if that is less than the idle time, again after what is missing.

    N is the count, or with a user timeout the first expiry with elapsed >= timeout, but at least 1: the count is ignored
    (tcp_keepalive_timer). The intervals are constant where the idle timer's granule is a multiple of the interval's.
    """
    low, high = first(idle, hz)
    if answered_probe:
        low = high = chained(interval, hz)
        if low < idle:
            low, high = idle, idle + granule(idle - low, hz)
    aligned = granule(idle, hz) >= granule(interval, hz)
    one = (chained(interval, hz),) * 2 if aligned else first(interval, hz)
    if user_timeout is None:
        return (low + count * one[0], high + count * one[1])

    def probes(start, step):
        number = 1
        while start + number * step < user_timeout:
            number += 1
        return number

    # A late start may need one probe less than an early one: both ends of the band are tried both ways.
    ends = [start + probes(start, step) * step for start in (low, high) for step in one]
    return (min(ends), max(ends))


def data_in_flight(rto, hz, limit, pause):
    """From the first lost segment to the death by the retransmission timer (tcp_retransmit_timer, retransmits_timed_out).

    rto is the socket's own at the fault. First a tail loss probe: after about the RTO where one segment is out (pause: it is
    all there is), after a few milliseconds where more follow; then the first timeout, the first retransmission that counts.
    From there each pause is twice the one before, late by up to its granule, and the connection is dead at the first timeout
    at least `limit` after the first retransmission.
    """
    step = granule(rto, hz)
    first_low = rto + (0.2 if pause else 0)
    first_high = 2 * (rto + step) + (0 if pause else 0.1)
    low = high = 0.0
    earliest, number = None, 1
    while True:
        delay = min(rto * 2**number, 120.0)
        low, high, number = low + delay, high + delay + granule(delay, hz), number + 1
        if earliest is None and high >= limit:
            earliest = max(low, limit)
        if low >= limit:
            return (first_low + earliest, first_high + high)


def user_timeout_in_flight(rto, hz, limit, pause):
    """The same with TCP_USER_TIMEOUT: every pause is cut to what is left of it (tcp_clamp_rto_to_user_timeout, since 4.19), so
    the death comes at the limit after the first retransmission, late by the granule of the last pause."""
    step = granule(rto, hz)
    first_low = rto + (0.2 if pause else 0)
    first_high = 2 * (rto + step) + (0 if pause else 0.1)
    return (first_low + limit, first_high + limit + granule(limit, hz))


RETRIES2_5 = (2**6 - 1) * 0.2  # the model of tcp_retries2 = 5: 12.6 s, always counted with 200 ms (tcp_model_timeout)


def widened(band):
    return (band[0] - EARLY, band[1] + LATE)
