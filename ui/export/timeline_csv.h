// SPDX-License-Identifier: GPL-3.0-or-later
// The facts in the visible piece of a time line as CSV.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

#include "ui/timeline/run_facts.h"
#include "ui/timeline/timeline_picture.h"

namespace halfopen {

/// One row a fact of what is shown, in order of time: faults, calls, changes of the socket's row, of its queues and of the
/// value of TCP_INFO, packets and folded flows of the selected pair, or those of the compared lane of all pairs; a fault is
/// told once there, without a pair. What is in force where the piece begins is told with the time at which it came about.
/// Empty of rows before a run. In pieces: a run of a million events has several hundred thousand facts. The timeline must stay.
class TimelineCsv final
{
public:
    /// `from` and `to` in seconds since t = 0.
    TimelineCsv(const RunFacts& facts, const TimelineLook& look, double from, double to);
    TimelineCsv(const TimelineCsv&) = delete; // its sources look into it
    TimelineCsv& operator=(const TimelineCsv&) = delete;

    /// Appends the next rows, `most` at most, the first time with the heading. Whether there may be more.
    bool take(QByteArray& csv, int most);

private:
    struct Fact final
    {
        double from = 0; // s since t = 0
        std::optional<double> to{};
        bool lasts = false; // without an end because it is still so
        QString lane{};
        QString where{}; // client, server or cable
        QString what{};
        QString detail{};
        QString unit{}; // of the detail, where that is a quantity
    };
    enum class Found { Fact, NotYet, None };
    /// The next fact, or none within the next kLookedAt samples: a value may stay alike for hundreds of thousands of them.
    using Next = std::function<Found(Fact&)>;
    /// One track of one pair, which is in order by itself.
    struct Source final
    {
        QString pair; // empty: of all pairs
        Next next;
        Fact fact{}; // the first that has not been written, once it is found
    };
    using Turn = std::pair<double, std::size_t>; // time, source: those of one instant follow in the order of the sources

    [[nodiscard]] bool isVisible(const Fact& fact) const;
    void add(const QString& pair, const Next& next);
    /// The samples that change something, and of those before the piece the last: it holds where the piece begins.
    template<class Samples, class Changes, class Tell>
    [[nodiscard]] Next changesOf(const Samples& samples, Changes changes, Tell tell) const;
    void seek();
    void addFaults(const QString& pair);
    void addCalls(const QString& pair, const EndTrack& track, Host end);
    void addSocket(const QString& pair, const EndTrack& track, Host end);
    void addQueue(const QString& pair, const EndTrack& track, Host end, const QString& what, std::uint32_t SocketRow::* queue);
    void addQueues(const QString& pair, const EndTrack& track, Host end);
    void addInfo(const QString& pair, const EndTrack& track, Host end, InfoField field);
    void addWire(const QString& pair, const PairTrack& track);
    void addPair(const TimelineLook& look);
    void addRows(const TimelineLook& look);
    void line(QByteArray& csv, const Source& source) const;

    RunFacts m_facts;
    double m_from;
    double m_to;
    QString m_title;
    QStringList m_origin; // columns that are alike in all rows
    bool m_begun = false;
    std::vector<Source> m_sources;
    std::vector<std::size_t> m_sought; // sources whose next fact is not known
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> m_turns;
};

} // namespace halfopen
