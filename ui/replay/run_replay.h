// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is over, played again.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

#include "core/prediction.h"
#include "core/timeline.h"
#include "ui/replay/recording.h"

namespace halfopen {

inline constexpr double kSlowestReplay = 0.1;
inline constexpr double kFastestReplay = 100;

/// Folds a recording's events up to the instant that is looked at, by the same fold as a live run, and carries that
/// instant on while it plays. Going back folds from the start. Long folds are done in slices: until the last one the
/// timeline stays what it was. It draws nothing and stores nothing.
class RunReplay final : public QObject
{
    Q_OBJECT

public:
    explicit RunReplay(QObject* parent = nullptr);

    /// Nothing is open in the beginning. It stands at the recording's start.
    void open(Recording recording);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_recording.events().empty(); }
    [[nodiscard]] const Recording& recording() const { return m_recording; }

    [[nodiscard]] const Timeline& timeline() const { return m_timeline; }
    [[nodiscard]] const std::vector<Prediction>& predictions() const { return m_predictions; }
    /// How many events are folded, of recording().events().size().
    [[nodiscard]] std::size_t position() const { return m_timeline.eventCount(); }
    /// Since hello; never beyond the recording's end.
    [[nodiscard]] RunTime now() const;
    [[nodiscard]] bool isPlaying() const { return m_tick.isActive(); }
    /// Whether a wish is not yet fulfilled, because there is much to fold.
    [[nodiscard]] bool isSeeking() const { return m_wanted.has_value(); }
    [[nodiscard]] double speed() const { return m_speed; }

public Q_SLOTS:
    void play(); // from the start where it stands at the end
    void pause();
    void setSpeed(double speed); // 1 is the run's own; from kSlowestReplay to kFastestReplay
    void seek(halfopen::RunTime instant);
    /// By so many events; stops playing.
    void step(int events);
    void toStart();
    void toEnd();

Q_SIGNALS:
    void opened();
    void closed();
    /// The instant, the speed, or whether it plays.
    void moved();
    /// It plays, and time has passed, also where no event came; ten times a second at most.
    void passed();
    /// The timeline knows more.
    void grew();
    /// The timeline has been folded anew: it knows less, or is another run's.
    void refolded();
    void predictionsChanged();

private:
    /// Where to go: the events that are then known, and what time it is.
    struct Place final
    {
        std::size_t count = 0;
        RunTime instant{0};
    };

    [[nodiscard]] std::size_t count() const { return m_recording.events().size(); }
    void go(const Place& place);
    void work();
    void tick();
    /// Whether it got there before the slice was over.
    [[nodiscard]] bool fold(Timeline& timeline, std::size_t upTo);
    bool grow(std::size_t upTo);
    void arrive();
    void predictAgain();
    /// At once for a few pairs; for a hundred in a turn of its own.
    void predictSoon();
    void stand(RunTime instant);

    Recording m_recording;
    Timeline m_timeline;
    std::optional<Timeline> m_building; // on the way back; takes the place of m_timeline when it is done
    std::size_t m_buildingUpTo = 0;
    std::vector<Prediction> m_predictions;
    bool m_foresees = false; // an event was folded that changes what is predicted
    std::optional<Place> m_wanted;
    QTimer m_work; // only while there is a wish
    QTimer m_predict;
    QTimer m_tick; // only while it plays
    QElapsedTimer m_since;
    QElapsedTimer m_told; // when it was told last that time passes
    RunTime m_at{0}; // when m_since began
    double m_speed = 1;
};

} // namespace halfopen
