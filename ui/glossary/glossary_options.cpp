// SPDX-License-Identifier: GPL-3.0-or-later
// Glossary: socket options and sysctls.
#include <QtGlobal>

#include <array>

#include "ui/glossary/glossary_table.h"

namespace halfopen {

std::span<const GlossaryRow> glossaryOptions()
{
    static constexpr std::array kRows{
        GlossaryRow{"SO_KEEPALIVE", "",
         QT_TRANSLATE_NOOP("Glossary", "Lets the kernel ask an idle peer whether it is still there. Off by default: then no timer looks at an idle connection, ever."),
         "socket(7); RFC 9293 §3.8.4"},
        GlossaryRow{"TCP_KEEPIDLE", "idle|keepalive idle",
         QT_TRANSLATE_NOOP("Glossary", "Seconds of silence before the first keepalive probe. Default: tcp_keepalive_time, 7200 s."),
         "tcp(7); include/net/tcp.h: keepalive_time_when()"},
        GlossaryRow{"TCP_KEEPINTVL", "interval|keepalive interval",
         QT_TRANSLATE_NOOP("Glossary", "Seconds between two unanswered keepalive probes. Default: tcp_keepalive_intvl, 75 s. A change acts at the next expiry."),
         "tcp(7); include/net/tcp.h: keepalive_intvl_when()"},
        GlossaryRow{"TCP_KEEPCNT", "count|keepalive count",
         QT_TRANSLATE_NOOP("Glossary", "How many keepalive probes may stay unanswered before the connection ends. Default: tcp_keepalive_probes, 9. "
                                       "With TCP_USER_TIMEOUT set it is ignored."),
         "tcp(7); tcp_keepalive_timer()"},
        GlossaryRow{"TCP_USER_TIMEOUT", "user timeout",
         QT_TRANSLATE_NOOP("Glossary", "Milliseconds that data may stay unacknowledged, counted from the first retransmission; it replaces tcp_retries2. "
                                       "With keepalive it replaces TCP_KEEPCNT. Alone it does nothing for an idle connection."),
         "tcp(7); RFC 5482; tcp_write_timeout()"},
        GlossaryRow{"SO_RCVTIMEO", "receive timeout|SO_*TIMEO",
         QT_TRANSLATE_NOOP("Glossary", "How long a receiving call may block; then it returns EAGAIN. It says nothing about the peer, and the connection lives on. "
                                       "The timer wheel makes 20 s last up to 22 s."),
         "socket(7); net/core/sock.c"},
        GlossaryRow{"SO_SNDTIMEO", "send timeout",
         QT_TRANSLATE_NOOP("Glossary", "How long a sending call may block; then it returns a short count or EAGAIN, connect() EINPROGRESS. "
                                       "It says nothing about the peer, and the connection lives on."),
         "socket(7); net/core/sock.c"},
        GlossaryRow{"SO_SNDBUF", "send buffer",
         QT_TRANSLATE_NOOP("Glossary", "Room for data that is not acknowledged yet; the kernel doubles the value for its bookkeeping. "
                                       "A send() after the peer's death succeeds until it is full."),
         "socket(7)"},
        GlossaryRow{"SO_RCVBUF", "receive buffer",
         QT_TRANSLATE_NOOP("Glossary", "Room for data that the program has not read; the kernel doubles the value. When it is full, the window closes."), "socket(7)"},
        GlossaryRow{"TCP_NODELAY", "Nagle",
         QT_TRANSLATE_NOOP("Glossary", "Sends small segments at once instead of waiting for an acknowledgement to fill them (Nagle's algorithm)."),
         "tcp(7); RFC 9293 §3.7.4"},
        GlossaryRow{"TCP_SYNCNT", "",
         QT_TRANSLATE_NOOP("Glossary", "How often this socket repeats its SYN; overrides tcp_syn_retries."), "tcp(7); tcp_write_timeout()"},
        GlossaryRow{"SO_LINGER", "",
         QT_TRANSLATE_NOOP("Glossary", "How long close() waits for unsent data; 0 throws it away and sends a RST."), "socket(7)"},
        GlossaryRow{"IP_RECVERR", "",
         QT_TRANSLATE_NOOP("Glossary", "Reports ICMP errors to the program at once. The call fails with EHOSTUNREACH, yet the connection lives on."),
         "ip(7); net/ipv4/tcp_ipv4.c: tcp_v4_err()"},
        GlossaryRow{"TCP_RTO_MAX_MS", "",
         QT_TRANSLATE_NOOP("Glossary", "The largest retransmission timeout of this socket, 1000 to 120000 ms. Lowering it also shortens what tcp_retries2 allows."),
         "Linux 6.15: include/uapi/linux/tcp.h, tcp_rto_max()"},
        GlossaryRow{"IP_MINTTL", "",
         QT_TRANSLATE_NOOP("Glossary", "Segments with a smaller TTL are thrown away. On loopback Halfopen uses it to make both sockets deaf, as if the cable were cut."),
         "RFC 5082; net/ipv4/tcp_ipv4.c: tcp_v4_rcv()"},
        GlossaryRow{"SO_ERROR", "",
         QT_TRANSLATE_NOOP("Glossary", "Reads and clears the socket's pending error. It also shows and clears a soft error of a connection that lives."),
         "socket(7); net/core/sock.c: sock_error()"},
    };
    return kRows;
}

std::span<const GlossaryRow> glossarySysctls()
{
    static constexpr std::array kRows{
        GlossaryRow{"sysctl", "sysctls",
         QT_TRANSLATE_NOOP("Glossary", "A setting of the kernel under /proc/sys. Those of TCP belong to a network namespace: a container does not inherit the host's."),
         "sysctl(8); network_namespaces(7)"},
        GlossaryRow{"tcp_keepalive_time", "",
         QT_TRANSLATE_NOOP("Glossary", "TCP_KEEPIDLE of sockets that do not set their own: 7200 s."), "tcp(7); ip-sysctl"},
        GlossaryRow{"tcp_keepalive_intvl", "",
         QT_TRANSLATE_NOOP("Glossary", "TCP_KEEPINTVL of sockets that do not set their own: 75 s."), "tcp(7); ip-sysctl"},
        GlossaryRow{"tcp_keepalive_probes", "",
         QT_TRANSLATE_NOOP("Glossary", "TCP_KEEPCNT of sockets that do not set their own: 9."), "tcp(7); ip-sysctl"},
        GlossaryRow{"tcp_retries1", "",
         QT_TRANSLATE_NOOP("Glossary", "After so many retransmissions the kernel doubts the route and asks for another. It ends nothing."), "tcp(7); ip-sysctl"},
        GlossaryRow{"tcp_retries2", "retries",
         QT_TRANSLATE_NOOP("Glossary", "How long data in flight is repeated. The number stands for a time: that of so many doublings from 200 ms, 924.6 s for the default 15. "
                                       "It is looked at when the timer fires, so 3 and 4 give the same 6.7 s at HZ 250. For window probes it is a count."),
         "tcp(7); ip-sysctl; retransmits_timed_out(), tcp_model_timeout()"},
        GlossaryRow{"tcp_syn_retries", "",
         QT_TRANSLATE_NOOP("Glossary", "How often connect() repeats its SYN. The default 6 gives 133 s since Linux 6.5, 129 s before."), "tcp(7); ip-sysctl"},
        GlossaryRow{"tcp_synack_retries", "",
         QT_TRANSLATE_NOOP("Glossary", "How often the listening side repeats its SYN-ACK."), "tcp(7); ip-sysctl"},
        GlossaryRow{"tcp_syn_linear_timeouts", "",
         QT_TRANSLATE_NOOP("Glossary", "So many SYN timeouts last 1 s each before they begin to double. Since Linux 6.5; default 4."), "ip-sysctl"},
        GlossaryRow{"tcp_orphan_retries", "",
         QT_TRANSLATE_NOOP("Glossary", "The limit for sockets that no program holds any more. 0 stands for 8, about 107 s."), "tcp(7); net/ipv4/tcp_timer.c: tcp_orphan_retries()"},
        GlossaryRow{"tcp_fin_timeout", "",
         QT_TRANSLATE_NOOP("Glossary", "How long an orphan may stay in FIN_WAIT2: 60 s."), "tcp(7); ip-sysctl"},
        GlossaryRow{"tcp_early_retrans", "",
         QT_TRANSLATE_NOOP("Glossary", "3 or 4 allow tail-loss probes, 0 forbids them."), "ip-sysctl; tcp_schedule_loss_probe()"},
        GlossaryRow{"tcp_thin_linear_timeouts", "",
         QT_TRANSLATE_NOOP("Glossary", "1: with fewer than four segments in flight the first six retransmission timeouts do not double."),
         "ip-sysctl; tcp_retransmit_timer()"},
        GlossaryRow{"tcp_congestion_control", "",
         QT_TRANSLATE_NOOP("Glossary", "How fast TCP sends: cubic, reno or another that the kernel has. It makes no difference to when a dead peer is noticed."),
         "tcp(7); ip-sysctl"},
        GlossaryRow{"tcp_sack", "",
         QT_TRANSLATE_NOOP("Glossary", "Selective acknowledgements. Without them there is no tail-loss probe, and the first retransmission comes 0.2 s sooner."),
         "tcp(7); RFC 2018"},
        GlossaryRow{"tcp_rto_max_ms", "",
         QT_TRANSLATE_NOOP("Glossary", "The largest retransmission timeout of new sockets. Since Linux 6.15; default 120000."), "ip-sysctl; tcp_rto_max()"},
        GlossaryRow{"tcp_rto_min_us", "",
         QT_TRANSLATE_NOOP("Glossary", "The smallest retransmission timeout of new sockets. Since Linux 6.11; default 200000. The time that tcp_retries2 stands for stays the same."),
         "ip-sysctl; tcp_rto_min()"},
    };
    return kRows;
}

} // namespace halfopen
