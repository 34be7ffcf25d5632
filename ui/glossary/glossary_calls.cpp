// SPDX-License-Identifier: GPL-3.0-or-later
// Glossary: system calls and what they return.
#include <QtGlobal>

#include <array>

#include "ui/glossary/glossary_table.h"

namespace halfopen {

std::span<const GlossaryRow> glossaryCalls()
{
    static constexpr std::array kRows{
        GlossaryRow{"recv", "read",
         QT_TRANSLATE_NOOP("Glossary", "Waits until data has come. 0 means that the peer has closed; −1 tells the reason in errno, once."), "recv(2)"},
        GlossaryRow{"send", "write",
         QT_TRANSLATE_NOOP("Glossary", "Hands data to the kernel. Success means that it is in the send buffer, not that the peer has it; it blocks when the buffer is full."),
         "send(2)"},
        GlossaryRow{"select", "",
         QT_TRANSLATE_NOOP("Glossary", "Waits until a socket is ready. A dead connection makes it readable, never exceptional; the recv() that follows tells the error."),
         "select(2)"},
        GlossaryRow{"poll", "",
         QT_TRANSLATE_NOOP("Glossary", "Waits until a socket is ready. A connection that has timed out shows POLLIN, POLLERR and POLLHUP."), "poll(2)"},
        GlossaryRow{"epoll_wait", "epoll",
         QT_TRANSLATE_NOOP("Glossary", "Waits for events of many sockets. It learns of a dead peer at the same moment as a blocked recv()."), "epoll_wait(2)"},
        GlossaryRow{"connect", "",
         QT_TRANSLATE_NOOP("Glossary", "Sends a SYN and waits for the answer. The peer's kernel answers, even when its program is frozen."), "connect(2)"},
        GlossaryRow{"close", "",
         QT_TRANSLATE_NOOP("Glossary", "Gives the socket up and lets the kernel deliver the rest; with unread data it sends a RST instead of a FIN."), "close(2); tcp_close()"},
    };
    return kRows;
}

std::span<const GlossaryRow> glossaryErrors()
{
    static constexpr std::array kRows{
        GlossaryRow{"errno", "",
         QT_TRANSLATE_NOOP("Glossary", "The number that tells why a call returned −1. A connection's error is told once; afterwards recv() returns 0 and send() EPIPE."),
         "errno(3); net/core/sock.c: sock_error()"},
        GlossaryRow{"ETIMEDOUT", "110",
         QT_TRANSLATE_NOOP("Glossary", "A timer gave up: keepalive, retransmission or window probes went unanswered. After keepalive it is always this one."),
         "errno(3); net/ipv4/tcp_timer.c: tcp_write_err()"},
        GlossaryRow{"ECONNRESET", "104",
         QT_TRANSLATE_NOOP("Glossary", "A RST came: the peer's kernel is there but does not know this connection, or its program died with unread data."),
         "errno(3); net/ipv4/tcp_input.c: tcp_reset()"},
        GlossaryRow{"EHOSTUNREACH", "113",
         QT_TRANSLATE_NOOP("Glossary", "A timer gave up on data in flight after an ICMP error or a failed neighbour lookup had said that the host cannot be reached."),
         "errno(3); tcp_v4_err(), tcp_write_err(): sk_err_soft"},
        GlossaryRow{"ENETUNREACH", "101",
         QT_TRANSLATE_NOOP("Glossary", "There is no route to the peer: said by the own host, or by a router's ICMP error."), "errno(3); icmp_err_convert"},
        GlossaryRow{"ECONNREFUSED", "111",
         QT_TRANSLATE_NOOP("Glossary", "To connect(): nobody listens. On an established connection: an ICMP port unreachable, as a firewall's REJECT sends it."),
         "connect(2); icmp_err_convert"},
        GlossaryRow{"EPIPE", "32",
         QT_TRANSLATE_NOOP("Glossary", "send() on a connection that is over. The signal SIGPIPE comes with it unless it is blocked or MSG_NOSIGNAL is set."), "send(2)"},
        GlossaryRow{"EAGAIN", "11|EWOULDBLOCK",
         QT_TRANSLATE_NOOP("Glossary", "The call's own time limit has passed, or it would have blocked. It says nothing about the peer."), "recv(2), send(2), socket(7)"},
        GlossaryRow{"EINPROGRESS", "115",
         QT_TRANSLATE_NOOP("Glossary", "connect() has returned because of SO_SNDTIMEO or a nonblocking socket; the attempt goes on in the background."), "connect(2)"},
        GlossaryRow{"ECONNABORTED", "103",
         QT_TRANSLATE_NOOP("Glossary", "The own kernel was told to destroy the socket (ss -K)."), "errno(3); tcp_abort()"},
        GlossaryRow{"EOF", "end of file|recv 0",
         QT_TRANSLATE_NOOP("Glossary", "recv() returned 0: the peer's FIN has come, so its program has closed or ended. No error, and no word about why."), "recv(2)"},
    };
    return kRows;
}

} // namespace halfopen
