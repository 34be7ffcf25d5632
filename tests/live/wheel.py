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


def widened(band):
    return (band[0] - EARLY, band[1] + LATE)


# tcp_retries2 = 5: dead at the first retransmission timeout at least 12.6 s after the first retransmission. With the RTO of
# an idle LAN (200 ms + the RTT, rounded up to a jiffy) that is the sixth: the pauses 2, 4, 8, 16, 32 times RTO are 62 * RTO
# >= 12.6 s for every RTO >= 203.3 ms. Before it: tail loss probe and first timeout, about 2 * RTO. Simulated with the
# wheel's rounding for a request sent once (RTO 201 at HZ 1000, 204 at 250, 210 at 100):
RETRIES2_5 = {1000: (13.0, 13.5), 250: (13.3, 13.5), 100: (13.7, 14.4)}

# A paced sender's RTO contains delayed ACKs: 201 to 220 ms. 64 * RTO plus at most a granule for each of the six timers
# (HZ 250: 4 * 32 ms + 2 * 256 ms; at 1000 3 * 8 + 64 + 2 * 512 for the later ones; at 100 4 * 80 + 2 * 640).
RETRIES2_5_PACED = {1000: (12.8, 15.2), 250: (13.0, 14.75), 100: (13.4, 15.7)}
