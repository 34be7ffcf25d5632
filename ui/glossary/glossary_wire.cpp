// SPDX-License-Identifier: GPL-3.0-or-later
// Glossary: segments, columns and counters.
#include <QtGlobal>

#include <array>

#include "ui/glossary/glossary_table.h"

namespace halfopen {

std::span<const GlossaryRow> glossaryWire()
{
    static constexpr std::array kRows{
        GlossaryRow{"SYN", "",
         QT_TRANSLATE_NOOP("Glossary", "The first segment of a connection: asks for it and names the first sequence number."), "RFC 9293 §3.5"},
        GlossaryRow{"SYN-ACK", "",
         QT_TRANSLATE_NOOP("Glossary", "The answer to a SYN."), "RFC 9293 §3.5"},
        GlossaryRow{"ACK", "",
         QT_TRANSLATE_NOOP("Glossary", "Says which byte is expected next. Any ACK resets the counts of retransmissions and probes."), "RFC 9293 §3.4; tcp_ack()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "data"), "",
         QT_TRANSLATE_NOOP("Glossary", "A segment with bytes of the program."), "RFC 9293 §3.7"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "retransmission"), "again|resent",
         QT_TRANSLATE_NOOP("Glossary", "A segment sent once more because no acknowledgement came in time."), "RFC 6298 §5; tcp_retransmit_skb()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "probe"), "keepalive probe|keepalive-probe",
         QT_TRANSLATE_NOOP("Glossary", "An empty segment with a sequence number just below what is next, so that a living kernel must answer. "
                                       "An ICMP error in reply is ignored; a RST ends the connection."),
         "RFC 9293 §3.8.4; net/ipv4/tcp_output.c: tcp_xmit_probe_skb()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "window probe"), "zero-window probe",
         QT_TRANSLATE_NOOP("Glossary", "Asks a peer with a closed window whether it has room again. On the wire it looks like a keepalive probe; only the timer tells them apart."),
         "RFC 9293 §3.8.6.1; tcp_send_probe0()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "tail-loss probe"), "TLP|loss probe",
         QT_TRANSLATE_NOOP("Glossary", "The last segment once more, soon after it was sent, in case just that one was lost. It is not counted as a retransmission, "
                                       "but starts the timer anew: the first counted one comes about 0.2 s later."),
         "RFC 8985 §7; net/ipv4/tcp_output.c: tcp_send_loss_probe()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "answer"), "",
         QT_TRANSLATE_NOOP("Glossary", "The ACK with which the peer's kernel answers a probe. It answers even while its program is frozen."),
         "RFC 9293 §3.8.4"},
        GlossaryRow{"FIN", "",
         QT_TRANSLATE_NOOP("Glossary", "The sender has nothing more to say. A waiting recv() returns 0. When a program is killed its kernel sends it."), "RFC 9293 §3.6"},
        GlossaryRow{"RST", "reset",
         QT_TRANSLATE_NOOP("Glossary", "There is no such connection (any more): the receiver's calls fail with ECONNRESET. Believed only with exactly the expected sequence number."),
         "RFC 9293 §3.5.2, §3.5.3; RFC 5961 §3"},
        GlossaryRow{"ICMP", "ICMP error|soft error",
         QT_TRANSLATE_NOOP("Glossary", "A router's or host's word that a packet cannot be delivered. It never ends an established connection, but becomes the errno "
                                       "when a timer gives up on data in flight."),
         "RFC 9293 §3.9.2.2; net/ipv4/tcp_ipv4.c: tcp_v4_err()"},
        GlossaryRow{"ARP", "arp",
         QT_TRANSLATE_NOOP("Glossary", "A host asks who has the next hop's IPv4 address. After three questions without an answer, a second apart, its kernel "
                                       "tells itself that the host cannot be reached."),
         "RFC 826; arp(7); net/ipv4/arp.c: arp_solicit()"},
        GlossaryRow{"NDP", "neighbour discovery",
         QT_TRANSLATE_NOOP("Glossary", "What ARP is to IPv4: neighbour solicitations and their answers, the advertisements."), "RFC 4861; net/ipv6/ndisc.c"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "zero window"), "closed window",
         QT_TRANSLATE_NOOP("Glossary", "The peer has no room because its program does not read. Its kernel answers window probes, so this may last for ever."),
         "RFC 9293 §3.8.6"},
    };
    return kRows;
}

std::span<const GlossaryRow> glossaryColumns()
{
    static constexpr std::array kRows{
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "unanswered"), "probes|probes out|timeout|icsk_probes_out",
         QT_TRANSLATE_NOOP("Glossary", "Keepalive or window probes sent since the peer was heard last. Any ACK sets it to 0."),
         "get_tcp4_sock(), column timeout; tcp_info: tcpi_probes"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "retrans"), "retransmits|retrnsmt|icsk_retransmits",
         QT_TRANSLATE_NOOP("Glossary", "Expiries of the retransmission timer in a row. A tail-loss probe is not counted; a new ACK sets it to 0."),
         "get_tcp4_sock(), column retrnsmt; tcp_info: tcpi_retransmits"},
        GlossaryRow{"Send-Q", "tx_queue|send queue",
         QT_TRANSLATE_NOOP("Glossary", "Bytes that the program has handed over and the peer has not acknowledged: in flight and unsent together."),
         "get_tcp4_sock(): write_seq − snd_una"},
        GlossaryRow{"Recv-Q", "rx_queue|receive queue",
         QT_TRANSLATE_NOOP("Glossary", "Bytes that have come and that the program has not read."), "get_tcp4_sock(): rcv_nxt − copied_seq"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "unacked"), "tcpi_unacked|packets_out",
         QT_TRANSLATE_NOOP("Glossary", "Segments in flight. Above 0 the retransmission timer decides, not keepalive."), "tcp_info: tcpi_unacked"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "lost"), "tcpi_lost",
         QT_TRANSLATE_NOOP("Glossary", "Segments in flight that this kernel takes for lost."), "tcp_info: tcpi_lost"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "resent"), "tcpi_retrans",
         QT_TRANSLATE_NOOP("Glossary", "Segments in flight that have been sent again and are not acknowledged yet."), "tcp_info: tcpi_retrans"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "total retrans"), "tcpi_total_retrans",
         QT_TRANSLATE_NOOP("Glossary", "Retransmissions in the life of the connection, tail-loss probes and SYNs included."), "tcp_info: tcpi_total_retrans"},
        GlossaryRow{"total_rto", "total_rto_time|total_rto_recoveries",
         QT_TRANSLATE_NOOP("Glossary", "Retransmission timeouts in the life of the connection, and the time it has spent in them. Linux tells them since 6.7."), "tcp_info: tcpi_total_rto, tcpi_total_rto_time"},
        GlossaryRow{"rtt", "round trip|srtt",
         QT_TRANSLATE_NOOP("Glossary", "Round trip: from a segment to its acknowledgement, smoothed."), "RFC 6298 §2; tcp_info: tcpi_rtt"},
        GlossaryRow{"rttvar", "rtt variance",
         QT_TRANSLATE_NOOP("Glossary", "How much the round trip varies."), "RFC 6298 §2; tcp_info: tcpi_rttvar"},
        GlossaryRow{"cwnd", "congestion window|snd_cwnd",
         QT_TRANSLATE_NOOP("Glossary", "How many segments may be in flight, as congestion control allows. It falls to 1 after a retransmission timeout."),
         "RFC 5681 §3.1; tcp_info: tcpi_snd_cwnd"},
        GlossaryRow{"ssthresh", "slow start threshold",
         QT_TRANSLATE_NOOP("Glossary", "Below this congestion window it grows quickly. −1: still in the first slow start."), "RFC 5681 §3.1; get_tcp4_sock()"},
        GlossaryRow{"snd_wnd", "send window|window",
         QT_TRANSLATE_NOOP("Glossary", "How many bytes the peer has room for. 0 closes the window: then window probes decide."), "RFC 9293 §3.8.6; tcp_info: tcpi_snd_wnd (Linux 5.4)"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "notsent"), "notsent_bytes",
         QT_TRANSLATE_NOOP("Glossary", "Bytes of the send queue that have never been sent."), "tcp_info: tcpi_notsent_bytes"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "last data sent"), "last_data_sent",
         QT_TRANSLATE_NOOP("Glossary", "Time since this end sent data last, probes not counted."), "tcp_info: tcpi_last_data_sent"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "last data recv"), "last_data_recv",
         QT_TRANSLATE_NOOP("Glossary", "Time since data came last. The smaller of this and the time since the last ACK is the silence that keepalive measures."),
         "tcp_info: tcpi_last_data_recv; keepalive_time_elapsed()"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "last ack recv"), "last_ack_recv|silence",
         QT_TRANSLATE_NOOP("Glossary", "Time since an ACK came last. The smaller of this and the time since the last data is the silence that keepalive measures."),
         "tcp_info: tcpi_last_ack_recv; keepalive_time_elapsed()"},
        GlossaryRow{"ca_state", "congestion state",
         QT_TRANSLATE_NOOP("Glossary", "What congestion control believes: Open, Disorder, CWR, Recovery, or Loss after a retransmission timeout."),
         "tcp_info: tcpi_ca_state; include/uapi/linux/tcp.h"},
        GlossaryRow{"ato", "delayed ACK",
         QT_TRANSLATE_NOOP("Glossary", "How long this end may hold an ACK back to send it together with data."), "RFC 9293 §3.8.6.3; tcp_info: tcpi_ato"},
        GlossaryRow{"uid", "", QT_TRANSLATE_NOOP("Glossary", "The user who owns the socket."), "proc(5)"},
        GlossaryRow{"inode", "", QT_TRANSLATE_NOOP("Glossary", "The socket's number; /proc/PID/fd shows it as socket:[number]."), "proc(5)"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "refs"), "ref",
         QT_TRANSLATE_NOOP("Glossary", "How many parts of the kernel hold the socket: the program's descriptor, and one for each pending timer."), "get_tcp4_sock(): sk_refcnt"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "local"), "local_address", QT_TRANSLATE_NOOP("Glossary", "This end's address and port."), "proc(5)"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "remote"), "rem_address|peer", QT_TRANSLATE_NOOP("Glossary", "The address and port of the other end."), "proc(5)"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "state"), "st", QT_TRANSLATE_NOOP("Glossary", "Where the connection stands in TCP's state machine, as this host's kernel sees it."), "RFC 9293 §3.3.2"},
        GlossaryRow{QT_TRANSLATE_NOOP("GlossaryTerm", "timer"), "tr",
         QT_TRANSLATE_NOOP("Glossary", "The timer that pends. One is shown at a time: retransmission and window probes hide keepalive."),
         "get_tcp4_sock(), column tr"},
    };
    return kRows;
}

} // namespace halfopen
