// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment's faults as seen from one end.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "core/experiment.h"

namespace halfopen {

/// What this end sends: faults may choose between them. A window probe looks like a keepalive probe.
enum class Segment { Data, Probe };

/// What comes back for a segment of this end.
struct Answer final
{
    enum class Kind { Nothing, Ack, Reset };
    Kind kind = Kind::Nothing;
    double at = 0; // when it is here
};

/// What becomes of a segment before it leaves its own host.
enum class OwnHost {
    Sends,
    HasNoRoute, // interface, route or address gone: it is refused, and neither counted nor stamped as sent
    Congested,  // its own queue drops it and says so: tried again after TCP_RESOURCE_PROBE_INTERVAL
    WaitsForNeighbour, // it waits for an ARP (NDP) answer that never comes
};

/// Whether packets that a fault takes by chance are all lost, or none. The truth lies between.
enum class Chance { AllLost, NoneLost };

/// When the way to the peer's kernel and back is broken, and when programs die or stop. Times in seconds since
/// the first fault.
class FaultScript final
{
public:
    static constexpr double kForever = std::numeric_limits<double>::infinity();

    struct Span final
    {
        double from = 0;
        double to = kForever;
        bool operator==(const Span&) const = default;
    };
    /// One packet lost of each direction: the n-th that matches.
    struct SingleLoss final
    {
        Span span;
        int nth = 1;
        bool probes = false;  // of this end are counted
        bool answers = false; // of the peer to them are
        bool operator==(const SingleLoss&) const = default;
    };
    /// The connection is ended from outside, without any timer.
    struct Abort final
    {
        enum class By { OwnHost, PeersHost, Router };
        double at = 0;
        By by = By::Router; // OwnHost: SOCK_DESTROY here; else a RST arrives, from the peer's host if the way is open
        bool operator==(const Abort&) const = default;
    };

    /// For the end on `end`.
    FaultScript(const Experiment& experiment, Host end, Chance chance = Chance::AllLost);

    /// A middlebox forgets the connection at that time: what follows is lost, or answered with a RST.
    void forget(const Span& span, bool saysReset);
    /// As a SYN meets it: there is no connection yet that could be reset or forgotten, only a host that may be away.
    void beforeTheConnection();
    /// The peer's program closes its socket at that time.
    void peerCloses(double seconds);
    /// The peer's socket is gone, of which nothing tells but a RST to what comes later. `takesLossAlong`: what arrived there
    /// was dropped by a filter of that socket.
    void peerGoneFrom(double seconds, bool takesLossAlong);
    /// The peer's program says something to all that it gets, so its data acknowledges: a lost ACK alone is missed by nobody.
    void acknowledgedByData();

    /// What comes back for a segment sent at that time.
    [[nodiscard]] Answer answerTo(Segment segment, double seconds) const;
    /// Whether data sent at that time is acknowledged at once or later.
    [[nodiscard]] bool isReachable(double seconds) const { return answerTo(Segment::Data, seconds).kind == Answer::Kind::Ack; }
    /// Whether nothing comes back for any such segment from the one time to the other, and the own queue drops none. May
    /// say no where it is so.
    [[nodiscard]] bool isSilentTo(Segment segment, double from, double to) const;
    /// Whether a FIN or RST that the peer sends at that time arrives here.
    [[nodiscard]] bool hearsPeer(double seconds) const;
    /// Whether the peer's data does.
    [[nodiscard]] bool hearsData(double seconds) const;
    [[nodiscard]] const std::vector<Span>& dataDeafness() const { return m_deafToData; }
    [[nodiscard]] bool alwaysHearsData() const { return m_deaf.empty() && m_deafToData.empty(); }
    /// How much later than usual that arrives.
    [[nodiscard]] double peerDelay(double seconds) const;
    /// From the first outage on nothing of the peer arrives here any more.
    [[nodiscard]] bool isCutOffForEver() const;
    /// No round trip changes after this time (0 where nothing is ever healed).
    [[nodiscard]] double settledAfter() const { return m_settled; }
    /// Spans in which data is not acknowledged, merged and in order.
    [[nodiscard]] const std::vector<Span>& outages() const { return m_outages; }
    /// Whether any probe may go unanswered, or be answered with a RST or late.
    [[nodiscard]] bool touchesProbes() const { return !m_probeOutages.empty() || !m_singles.empty() || !m_delays.empty(); }
    [[nodiscard]] const std::vector<Span>& probeOutages() const { return m_probeOutages; }
    [[nodiscard]] const std::vector<SingleLoss>& singleLosses() const { return m_singles; }
    /// Spans in which packets are handed on late.
    [[nodiscard]] std::vector<Span> delays() const;
    /// Packets are lost by chance.
    [[nodiscard]] const std::vector<Span>& chances() const { return m_chances; }

    [[nodiscard]] OwnHost ownHost(double seconds) const;
    [[nodiscard]] bool isEverCongested() const { return !m_congested.empty(); }
    /// When the next hop answers again; the time itself where it does.
    [[nodiscard]] double neighbourFoundAfter(double seconds) const;
    /// Spans in which a router answers what this end sends with a RST.
    [[nodiscard]] const std::vector<Span>& routerResets() const { return m_routerResets; }
    /// What a router says to data that is sent then; Silent where nothing.
    [[nodiscard]] RouterAnswer icmp(double seconds) const;
    /// The first such answer between the two times.
    [[nodiscard]] RouterAnswer icmpBetween(double from, double to) const;
    [[nodiscard]] bool lacksRouteBetween(double from, double to) const;
    [[nodiscard]] bool waitsForNeighbourBetween(double from, double to) const;

    /// When the peer's program is killed first, its own program is killed, and so on.
    [[nodiscard]] std::optional<double> peerKilled() const { return m_peerKilled; }
    /// When the peer's host goes without a word, for ever or to come back without any memory.
    [[nodiscard]] std::optional<double> peerPoweredOff() const { return m_peerPoweredOff; }
    /// From when on the peer's kernel answers every segment with a RST.
    [[nodiscard]] std::optional<double> peerForgets() const { return m_peerForgets; }
    [[nodiscard]] const std::vector<Abort>& aborts() const { return m_aborts; }
    [[nodiscard]] bool ownProgramGone() const { return m_ownProgramGone; }
    /// When the peer's program is frozen first.
    [[nodiscard]] std::optional<double> peerFrozen() const { return m_peerFrozen; }
    /// When that first stop is over, kForever where it lasts.
    [[nodiscard]] double peerThawed() const { return m_peerThawed; }
    /// When a program does what it is to do at that time: later where it is frozen, perhaps never.
    [[nodiscard]] double ownAwakeFrom(double seconds) const;
    [[nodiscard]] double peerAwakeFrom(double seconds) const;
    /// The peer's listening socket is destroyed as well, from then on.
    [[nodiscard]] std::optional<double> listenerGone() const { return m_listenerGone; }
    /// t = 0 in this time: minus the first fault's time; 0 without faults.
    [[nodiscard]] double startSeconds() const { return m_start; }
    [[nodiscard]] bool empty() const { return m_empty; }

    bool operator==(const FaultScript&) const = default;

private:
    struct Delay
    {
        Span span;
        double own = 0;   // seconds on the way to the peer
        double peers = 0; // and back
        bool operator==(const Delay&) const = default;
    };
    struct Icmp
    {
        Span span;
        RouterAnswer with = RouterAnswer::IcmpHost;
        bool operator==(const Icmp&) const = default;
    };
    /// Whose packets a fault takes, as seen from here.
    struct Sides
    {
        bool own = false;
        bool peers = false;
    };

    void addDrop(const Fault& fault, const Span& span, const Sides& sides, Chance chance);
    void addReject(const Fault& fault, const Span& span, const Sides& sides);
    void addOnTheWay(const Fault& fault, const Span& span, const Sides& sides, Chance chance);
    void addAtHost(const Experiment& experiment, const Fault& fault, const Span& span, bool atPeer);
    void addAtProgram(const Fault& fault, const Span& span, bool atPeer);
    void addSilence(const Span& span);
    void addOwnNetworkFault(const Fault& fault, const Span& span, const Experiment& experiment);
    void settle();

    std::vector<Span> m_noAck;       // data is lost, or its acknowledgement
    std::vector<Span> m_noData;      // data alone is lost
    std::vector<Span> m_noBareAck;   // an ACK without data is lost
    std::vector<Span> m_noAnswer;    // a probe is lost, or its answer
    std::vector<Span> m_peerSilent;  // the peer's host gets or says nothing
    std::vector<Span> m_peerQueues;  // or it says it later, as soon as its neighbour is back
    std::vector<Span> m_routerResets;
    std::vector<Span> m_outages;
    std::vector<Span> m_probeOutages;
    std::vector<Span> m_deaf;        // what the peer sends does not arrive
    std::vector<Span> m_deafToData;
    std::vector<Span> m_noRoute;
    std::vector<Span> m_congested;
    std::vector<Span> m_noCarrier;
    std::vector<Span> m_noNeighbour;
    std::vector<Span> m_ownStops; // programs are frozen
    std::vector<Span> m_peerStops;
    std::vector<Span> m_chances;
    std::vector<Delay> m_delays;
    std::vector<Icmp> m_icmp;
    std::vector<SingleLoss> m_singles;
    std::vector<Abort> m_aborts;
    std::optional<double> m_peerKilled;
    std::optional<double> m_peerFrozen;
    std::optional<double> m_peerPoweredOff;
    std::optional<double> m_peerForgets;
    std::optional<double> m_listenerGone;
    double m_peerThawed = kForever;
    bool m_ownProgramGone = false;
    bool m_dataAcknowledges = false;
    bool m_empty = true;
    double m_start = 0;
    double m_settled = 0;
};

} // namespace halfopen
