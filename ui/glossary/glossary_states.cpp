// SPDX-License-Identifier: GPL-3.0-or-later
// Glossary: basics, the states of a socket and its timers.
#include <QtGlobal>

#include <array>

#include "ui/glossary/glossary_table.h"

namespace halfopen {

std::span<const GlossaryRow> glossaryBasics()
{
    static constexpr std::array kRows{
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "half-open"), "half-open connection",
         QT_TRANSLATE_NOOP("Glossary", "One end has gone, the other has not heard of it and still shows ESTABLISHED. It stays so until a timer "
                                       "gives up or a segment comes back that says otherwise."),
         "RFC 9293 §3.5.1"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "pair"), "",
         QT_TRANSLATE_NOOP("Glossary", "One TCP connection: a client end and a server end, each a socket with its own options and program."),
         "Halfopen"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "program"), "application",
         QT_TRANSLATE_NOOP("Glossary", "What holds the socket and calls recv() or send(). It learns of the peer's end from the return of a call alone."),
         "recv(2), send(2)"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "kernel"), "TCP stack",
         QT_TRANSLATE_NOOP("Glossary", "Its TCP keeps the connection's state and timers. It may doubt or give the peer up long before the program hears of it, "
                                       "and it goes on answering while a program is frozen."),
         "tcp(7)"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "router"), "",
         QT_TRANSLATE_NOOP("Glossary", "Stands between the two hosts and can drop packets. Neither end is told of that: their own links stay up."),
         "Halfopen"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "switch"), "",
         QT_TRANSLATE_NOOP("Glossary", "Stands between two hosts of one subnet (path direct) and can drop packets. It is no hop: they ask for each other, not for it."),
         "Halfopen"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "cable"), "carrier|link",
         QT_TRANSLATE_NOOP("Glossary", "A host's link to the router or switch. Pulled out at a host, its carrier is lost, and yet TCP keeps the connection: only timers end it."),
         "ip-link(8); RFC 1122 §4.2.3.9"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "detection time"), "elapsed",
         QT_TRANSLATE_NOOP("Glossary", "The time from the fault to the return of the call that reports the end of the connection."),
         "Halfopen"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "flagged"), "flag|⚑",
         QT_TRANSLATE_NOOP("Glossary", "Something disturbed the run that was no part of it: it was starved, or lost-frames. It does not count as inside its "
                                       "prediction; Why and the results say by how much it was disturbed, and whether its numbers may be used all the same."),
         "Halfopen"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "starved"), "starvation|busy machine",
         QT_TRANSLATE_NOOP("Glossary", "The machine was busy, and between fault and outcome a timer of Halfopen ran more than 50 ms late. Measured times may be late "
                                       "by as much. What lies inside its prediction may be used; else make the run again with less beside it."),
         "Halfopen"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "lost-frames"), "lost frames",
         QT_TRANSLATE_NOOP("Glossary", "Packets went missing that no fault took, mostly on a busy machine. What the kernels did may be due to that: make the run again."),
         "Halfopen"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "agent"), "halfopen-agent",
         QT_TRANSLATE_NOOP("Glossary", "The program that Halfopen starts for a run: it makes the hosts and the faults, looks at the sockets and takes the times."),
         "Halfopen"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "namespace"), "network namespace|namespaces|host|netns",
         QT_TRANSLATE_NOOP("Glossary", "A network stack of its own inside one kernel: own addresses, routes, sockets and sysctls. "
                                       "Each host of a run is one; an ordinary user may make them inside a user namespace."),
         "network_namespaces(7), user_namespaces(7)"},
        GlossaryRow{"jiffy", "HZ|jiffies|tick",
         QT_TRANSLATE_NOOP("Glossary", "The kernel's tick: HZ of them make a second (250 on many systems, so 4 ms). TCP's timers count in jiffies."),
         "time(7); include/linux/jiffies.h"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "timer wheel"), "wheel|wheel rounding",
         QT_TRANSLATE_NOOP("Glossary", "Where the kernel keeps its timers. The further away one is, the coarser its slot: it never fires early, "
                                       "but up to an eighth late. At HZ 250 an interval of 5 s lasts 5.12 s, one of 75 s lasts 75.8 s."),
         "kernel/time/timer.c: calc_wheel_index()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "orphan"), "orphaned socket",
         QT_TRANSLATE_NOOP("Glossary", "A socket that no program holds any more, kept by the kernel to deliver what was sent and to close properly."),
         "tcp(7): tcp_orphan_retries; tcp_out_of_resources()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "in flight"), "unacknowledged|data in flight",
         QT_TRANSLATE_NOOP("Glossary", "Sent and not acknowledged yet. While anything is in flight the retransmission timer decides and keepalive is put off."),
         "net/ipv4/tcp_timer.c: tcp_keepalive_timer(); packets_out"},
        GlossaryRow{"/proc/net/tcp", "proc/net/tcp|socket table",
         QT_TRANSLATE_NOOP("Glossary", "The kernel's table of TCP sockets, one line each. A line disappears when the kernel gives the connection up, "
                                       "even while the program still holds the descriptor."),
         "proc(5); net/ipv4/tcp_ipv4.c: get_tcp4_sock()"},
        GlossaryRow{"TCP_INFO", "tcp_info",
         QT_TRANSLATE_NOOP("Glossary", "What getsockopt(TCP_INFO) tells about one socket: timeouts, counters and the time since the last segments. "
                                       "It works after the end of the connection too."),
         "tcp(7); net/ipv4/tcp.c: tcp_get_info()"},
    };
    return kRows;
}

std::span<const GlossaryRow> glossaryStates()
{
    static constexpr std::array kRows{
        GlossaryRow{"LISTEN", "",
         QT_TRANSLATE_NOOP("Glossary", "Waits for connections. Recv-Q counts those that nobody has accepted yet."), "RFC 9293 §3.3.2"},
        GlossaryRow{"SYN_SENT", "SYN-SENT",
         QT_TRANSLATE_NOOP("Glossary", "connect() has sent a SYN and waits for the answer. The kernel repeats it until tcp_syn_retries ends it with ETIMEDOUT."),
         "RFC 9293 §3.3.2; tcp_connect()"},
        GlossaryRow{"SYN_RECV", "SYN-RECV|SYN-RECEIVED|NEW-SYN-RECV|NEW_SYN_RECV",
         QT_TRANSLATE_NOOP("Glossary", "A SYN has come and was answered; the last ACK of the handshake is missing."), "RFC 9293 §3.3.2"},
        GlossaryRow{"ESTABLISHED", "",
         QT_TRANSLATE_NOOP("Glossary", "Both ends may send. It only says that nothing to the contrary has been heard: with no timer armed, "
                                       "a connection to a dead peer stays ESTABLISHED for ever."),
         "RFC 9293 §3.3.2"},
        GlossaryRow{"FIN_WAIT1", "FIN-WAIT-1|FIN-WAIT1",
         QT_TRANSLATE_NOOP("Glossary", "This end has closed; its FIN is not acknowledged yet. Without a program it is an orphan, and tcp_orphan_retries bounds it."),
         "RFC 9293 §3.3.2, §3.6"},
        GlossaryRow{"FIN_WAIT2", "FIN-WAIT-2|FIN-WAIT2",
         QT_TRANSLATE_NOOP("Glossary", "This end's FIN is acknowledged, the peer has not closed. Without a program it ends after tcp_fin_timeout."),
         "RFC 9293 §3.3.2; tcp(7)"},
        GlossaryRow{"CLOSE_WAIT", "CLOSE-WAIT",
         QT_TRANSLATE_NOOP("Glossary", "The peer has closed: recv() returns 0. It lasts until the own program closes too; many of them are a leak in that program."),
         "RFC 9293 §3.3.2, §3.6"},
        GlossaryRow{"LAST_ACK", "LAST-ACK",
         QT_TRANSLATE_NOOP("Glossary", "The peer had closed first; now the own FIN is under way and waits to be acknowledged."), "RFC 9293 §3.3.2, §3.6"},
        GlossaryRow{"CLOSING", "",
         QT_TRANSLATE_NOOP("Glossary", "Both ends closed at the same time; the acknowledgement of the own FIN is missing."), "RFC 9293 §3.3.2, §3.6"},
        GlossaryRow{"TIME_WAIT", "TIME-WAIT",
         QT_TRANSLATE_NOOP("Glossary", "Both ends have closed. The kernel keeps the addresses for 60 s, so that late segments cannot disturb a new connection."),
         "RFC 9293 §3.3.2; include/net/tcp.h: TCP_TIMEWAIT_LEN"},
        GlossaryRow{"CLOSE", "CLOSED|gone",
         QT_TRANSLATE_NOOP("Glossary", "There is no connection any more. When a timer gives up or a RST is believed, the row leaves /proc/net/tcp at once; "
                                       "the program learns of it at its next call."),
         "RFC 9293 §3.3.2; net/ipv4/tcp.c: tcp_done()"},
    };
    return kRows;
}

std::span<const GlossaryRow> glossaryTimers()
{
    static constexpr std::array kRows{
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "no timer"), "none",
         QT_TRANSLATE_NOOP("Glossary", "No timer is armed. If nothing comes in, the kernel will never look at this connection again, and a waiting program waits for ever."),
         "net/ipv4/tcp_ipv4.c: get_tcp4_sock(), column tr = 0"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "keepalive"), "keepalive timer",
         QT_TRANSLATE_NOOP("Glossary", "Watches an idle connection with SO_KEEPALIVE: after TCP_KEEPIDLE of silence it sends a probe, then one each TCP_KEEPINTVL, "
                                       "and after TCP_KEEPCNT unanswered ones it ends the connection with ETIMEDOUT."),
         "tcp(7); RFC 9293 §3.8.4; tcp_keepalive_timer()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "retransmit"), "retransmission timer|retransmission timeout|on",
         QT_TRANSLATE_NOOP("Glossary", "Runs while something is in flight. Each expiry sends the oldest segment again and doubles the timeout, until "
                                       "tcp_retries2 or TCP_USER_TIMEOUT ends it. Meanwhile keepalive is put off."),
         "RFC 6298 §5; net/ipv4/tcp_timer.c: tcp_retransmit_timer()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "window-probe"), "window probe timer|probe0|persist|persist timer",
         QT_TRANSLATE_NOOP("Glossary", "Runs when nothing is in flight but data waits that cannot leave: the peer's window is closed, or the own host could not send. "
                                       "Each expiry sends a window probe. It hides keepalive."),
         "RFC 9293 §3.8.6.1; net/ipv4/tcp_timer.c: tcp_probe_timer()"},
        GlossaryRow{"time-wait", "time-wait timer",
         QT_TRANSLATE_NOOP("Glossary", "Counts the 60 s of TIME_WAIT; then the row goes."), "net/ipv4/tcp_ipv4.c: get_timewait4_sock()"},
        GlossaryRow{"RTO", "rto|retransmission timeout value",
         QT_TRANSLATE_NOOP("Glossary", "How long the kernel waits for an acknowledgement before it sends again: smoothed round trip plus its variance, at least 200 ms, "
                                       "so about 204 ms on a local network at HZ 250. It doubles with each expiry up to 120 s."),
         "RFC 6298 §2; net/ipv4/tcp_input.c: tcp_set_rto()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "backoff"), "exponential backoff",
         QT_TRANSLATE_NOOP("Glossary", "How many times the timeout has been doubled since the last acknowledgement. 3 means eight times the first timeout."),
         "RFC 6298 §5.5; tcp_info: tcpi_backoff"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "timer in"), "in|tm->when|left",
         QT_TRANSLATE_NOOP("Glossary", "Time until the timer fires, as asked for. The timer wheel rounds it up, so it can stand at 0 for up to 2 s before a timer of a minute fires."),
         "net/ipv4/tcp_ipv4.c: get_tcp4_sock(), column tm->when"},
    };
    return kRows;
}

} // namespace halfopen
