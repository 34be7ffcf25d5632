// SPDX-License-Identifier: GPL-3.0-or-later
// Recording the packets of a run, keeping them and opening them elsewhere.
#pragma once

#include <QObject>

#include <functional>

class QAction;
class QSettings;
class QWidget;

namespace halfopen {

class MainActions;
class PacketRecord;
class PlaceCheck;
class RunController;
class ShownRun;
struct Experiment;

/// The actions for the packets of a run, each greyed with its reason where it cannot act.
class WindowPackets final : public QObject
{
    Q_OBJECT

public:
    struct Parts final
    {
        RunController& controller;
        const ShownRun& run;
        const PlaceCheck& places;
        PacketRecord& record;
        MainActions& actions;
        QSettings& settings;
    };

    WindowPackets(const Parts& parts, QWidget* window);

    /// Whether its packets are wanted, and only the check of this machine, not complete yet, can tell if they can be recorded.
    [[nodiscard]] bool waitsForCheck(const Experiment& experiment) const;
    /// Runs the experiment, and has its packets recorded where that is wanted and possible.
    void start(const Experiment& experiment);

Q_SIGNALS:
    void failed(const QString& sentence);
    void written(const QString& path);

private:
    void makeActions();
    void refresh();
    void save();
    void saveTo(const QString& path);
    void copy(const QString& path, const std::function<void(const QString& reason)>& told);
    void openInWireshark();
    [[nodiscard]] bool isWanted(const Experiment& experiment) const;
    [[nodiscard]] bool canRecord() const;
    [[nodiscard]] QString file() const;

    Parts m_parts;
    QWidget* m_window;
    QAction* m_record = nullptr;
    QAction* m_fullSpeed = nullptr;
    QAction* m_save = nullptr;
    QAction* m_open = nullptr;
    bool m_copying = false;
};

} // namespace halfopen
