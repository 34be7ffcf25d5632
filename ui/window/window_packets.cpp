// SPDX-License-Identifier: GPL-3.0-or-later
// Recording the packets of a run, keeping them and opening them elsewhere.
#include "ui/window/window_packets.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>

#include "session/place_check.h"
#include "session/run_controller.h"
#include "ui/window/file_copy.h"
#include "ui/window/main_actions.h"
#include "ui/window/packet_record.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

const QString kRecordKey = QStringLiteral("packets/record");
const QString kFullSpeedKey = QStringLiteral("packets/fullSpeed");

} // namespace

WindowPackets::WindowPackets(const Parts& parts, QWidget* window) : QObject(window), m_parts(parts), m_window(window)
{
    makeActions();
    connect(&m_parts.controller, &RunController::stateChanged, this, &WindowPackets::refresh);
    connect(&m_parts.run, &ShownRun::replaced, this, &WindowPackets::refresh);
    connect(m_parts.actions.exportMenu(), &QMenu::aboutToShow, this, &WindowPackets::refresh);
    refresh();
}

void WindowPackets::makeActions()
{
    const auto make = [this](const char* name, const QString& text) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    const auto choice = [&](const char* name, const QString& text, const QString& tip, const QString& key, bool standard) {
        auto* action = make(name, text);
        action->setCheckable(true);
        action->setChecked(m_parts.settings.value(key, standard).toBool());
        action->setToolTip(tip);
        action->setStatusTip(tip);
        connect(action, &QAction::toggled, this, [this, key](bool on) { m_parts.settings.setValue(key, on); });
        return action;
    };
    m_record = choice("recordPackets", tr("&Record packets"), tr("Write every packet of a run into a file for Wireshark"),
                      kRecordKey, true);
    m_fullSpeed = choice("recordFullSpeed", tr("Record senders at full &speed too"),
                         tr("A sender at full speed makes files of gigabytes"), kFullSpeedKey, false);
    m_fullSpeed->setEnabled(m_record->isChecked());
    connect(m_record, &QAction::toggled, m_fullSpeed, &QAction::setEnabled);
    QMenu& experiment = *m_parts.actions.experimentMenu();
    experiment.setToolTipsVisible(true);
    experiment.addSeparator();
    experiment.addActions({m_record, m_fullSpeed});
    m_save = make("savePackets", tr("Save &packets as pcapng…"));
    m_open = make("openInWireshark", tr("Open in &Wireshark"));
    QMenu& out = *m_parts.actions.exportMenu();
    out.setToolTipsVisible(true);
    out.addSeparator();
    out.addActions({m_save, m_open});
    connect(m_save, &QAction::triggered, this, &WindowPackets::save);
    connect(m_open, &QAction::triggered, this, &WindowPackets::openInWireshark);
}

bool WindowPackets::isWanted(const Experiment& experiment) const
{
    if (!m_record->isChecked() || (sendsAtFullSpeed(experiment) && !m_fullSpeed->isChecked()))
        return false;
    // Loopback has no router that could see the packets.
    return experiment.place != PlaceKind::Loopback && experiment.path != PathKind::Loopback;
}

bool WindowPackets::canRecord() const { return m_parts.places.isComplete() && m_parts.places.isAvailable(PlaceKind::Namespaces); }

bool WindowPackets::waitsForCheck(const Experiment& experiment) const { return isWanted(experiment) && !m_parts.places.isComplete(); }

void WindowPackets::start(const Experiment& experiment)
{
    QString capture;
    if (isWanted(experiment) && canRecord())
        capture = m_parts.record.begin();
    else
        m_parts.record.clear();
    m_parts.controller.start(experiment, capture);
    if (!capture.isEmpty())
        m_parts.record.setRun(m_parts.controller.runId());
}

QString WindowPackets::file() const { return m_parts.record.fileOf(m_parts.run.runId()); }

void WindowPackets::refresh()
{
    QString reason;
    if (m_parts.controller.isActive())
        reason = tr("The run is not over yet.");
    else if (m_copying)
        reason = tr("The packets are just being copied.");
    else if (file().isEmpty())
        reason = tr("No packets were recorded: run an experiment in namespaces with packets recorded (menu Experiment).");
    m_save->setEnabled(reason.isEmpty());
    m_save->setToolTip(reason);
    if (reason.isEmpty() && QStandardPaths::findExecutable(QStringLiteral("wireshark")).isEmpty())
        reason = tr("Wireshark is not installed, or not in PATH.");
    m_open->setEnabled(reason.isEmpty());
    m_open->setToolTip(reason);
}

void WindowPackets::save()
{
    auto* dialog = new QFileDialog(m_window, tr("Save the packets of the run"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Packet captures (*.pcapng)"));
    dialog->setDefaultSuffix(QStringLiteral("pcapng"));
    dialog->selectFile(m_parts.run.runId().left(15) + QStringLiteral(".pcapng"));
    connect(dialog, &QFileDialog::fileSelected, this, &WindowPackets::saveTo);
    dialog->open();
}

void WindowPackets::saveTo(const QString& path)
{
    // The dialog has asked whether a file that is there may be replaced.
    copy(path, [this, path](const QString& reason) {
        if (reason.isEmpty())
            Q_EMIT written(path);
        else
            Q_EMIT failed(tr("Could not write %1: %2. Choose another place.", "path, reason").arg(path, reason));
    });
}

void WindowPackets::copy(const QString& path, const std::function<void(const QString&)>& told)
{
    const QString recorded = file();
    if (recorded.isEmpty()) {
        Q_EMIT failed(tr("The packets of this run are not kept any more. Run it again to record them."));
        return;
    }
    m_copying = true;
    refresh();
    copyElsewhere(recorded, path, this, [this, told](const QString& reason) {
        m_copying = false;
        refresh();
        told(reason);
    });
}

void WindowPackets::openInWireshark()
{
    const QString place = m_parts.record.placeOfCopy(m_parts.run.runId());
    const auto start = [this, place](const QString& reason) {
        if (!reason.isEmpty())
            Q_EMIT failed(tr("The packets could not be copied for Wireshark: %1.", "reason").arg(reason));
        else if (!QProcess::startDetached(QStringLiteral("wireshark"), {place}))
            Q_EMIT failed(tr("Wireshark did not start."));
    };
    if (QFile::exists(place))
        start({});
    else
        copy(place, start);
}

} // namespace halfopen
