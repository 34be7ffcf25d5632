// SPDX-License-Identifier: GPL-3.0-or-later
// One run without a window: prints its outcomes, writes CSV and pictures, says where.
#include "ui/headless/headless_run.h"

#include <QBuffer>
#include <QDir>
#include <QTextStream>

#include <algorithm>

#include "session/run_controller.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/replay/run_replay.h"
#include "ui/results/results_panel.h"
#include "ui/text/format.h"
#include "ui/timeline/timeline_view.h"
#include "ui/window/experiment_file.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

constexpr QSize kHeadlessTimeline{1600, 900};
constexpr QSize kHeadlessResults{900, 520};

QTextStream& standardOutput()
{
    static QTextStream stream(stdout);
    return stream;
}

Result<void> writePng(const QImage& image, const QString& path)
{
    QByteArray png;
    QBuffer buffer(&png);
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return Error{0, HeadlessRun::tr("The picture %1 could not be drawn.").arg(path).toStdString()};
    return writeFile(path, png);
}

} // namespace

HeadlessRun::HeadlessRun(RunController& controller, Experiment experiment, QString stem, QString folder, QObject* parent)
    : QObject(parent), m_controller(controller), m_experiment(std::move(experiment)), m_stem(std::move(stem)), m_folder(std::move(folder))
{
    connect(&m_controller, &RunController::timelineGrew, this, &HeadlessRun::announce);
    connect(&m_controller, &RunController::runEnded, this, &HeadlessRun::finish);
}

void HeadlessRun::start()
{
    standardOutput() << tr("Running \"%1\" without a display.").arg(fromCore(m_experiment.title)) << Qt::endl;
    m_controller.start(m_experiment);
}

void HeadlessRun::announce()
{
    const auto& timeline = m_controller.timeline();
    if (m_placeTold || !timeline.startedAt())
        return;
    m_placeTold = true;
    if (timeline.place() && !timeline.place()->why.empty())
        standardOutput() << fromCore(timeline.place()->why) << Qt::endl;
    for (const auto& prediction : m_controller.predictions()) {
        if (prediction.applicable)
            standardOutput() << tr("Predicted for the %1 of “%2”: %3. %4", "client or server, name of a pair, time, why")
                                    .arg(endTitle(prediction.end).toLower(), fromCore(pairName(timeline.experiment(), prediction.pair)),
                                         predictionText(prediction), fromCore(prediction.why))
                             << Qt::endl;
    }
}

void HeadlessRun::finish()
{
    const auto state = m_controller.state();
    if (state == RunController::State::Refused || state == RunController::State::Failed) {
        QTextStream(stderr) << failure() << Qt::endl;
        Q_EMIT done(exitStatus());
        return;
    }
    printTable();
    Q_EMIT done(writeFiles() ? exitStatus() : 4);
}

QString HeadlessRun::failure() const
{
    // The agent's own sentences come in English, the controller's in the user's language already.
    QStringList lines{fromCore(m_controller.message().toStdString()), fromCore(m_controller.remedy().toStdString())};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void HeadlessRun::printTable() const
{
    QList<QStringList> rows{{tr("pair"), tr("end"), tr("does"), tr("call returned"), tr("after"), tr("predicted"), tr("verdict")}};
    for (const auto& outcome : m_controller.outcomes()) {
        const auto index = static_cast<std::size_t>(outcome.pair);
        const auto& pair = m_controller.timeline().experiment().pairs[index];
        QStringList row{fromCore(pairName(m_controller.timeline().experiment(), outcome.pair)), fromCore(name(outcome.end)),
                        fromCore(name(pair.end(outcome.end).activity))};
        if (outcome.detection) {
            const auto& detection = *outcome.detection;
            row << callResultText(detection.call, detection.result, detection.errorNumber) << secondsText(detection.elapsed);
        } else {
            row << QStringLiteral("–") << QStringLiteral("–");
        }
        row << predictionText(outcome.prediction) << fromCore(name(outcome.verdict)) + (outcome.flagged.empty() ? QString{} : u' ' + fromCore(outcome.flagged));
        rows << row;
    }
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const auto& row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    standardOutput() << Qt::endl;
    for (const auto& row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row[column].leftJustified(widths[column] + 2);
        standardOutput() << line.trimmed() << Qt::endl;
    }
    standardOutput() << Qt::endl;
}

bool HeadlessRun::writeFiles() const
{
    if (!QDir().mkpath(m_folder)) {
        QTextStream(stderr) << tr("The folder %1 cannot be made; choose another with --out.").arg(m_folder) << Qt::endl;
        return false;
    }
    ExperimentDraft draft;
    draft.load(m_experiment);
    RunReplay replay;
    ShownRun run(draft, m_controller, replay);
    run.showControllersRun();
    ViewState view;
    TimelineView timeline(view);
    timeline.setExperiment(m_experiment);
    timeline.setPredictions(run.predictions());
    timeline.setTimeline(&run.timeline());
    ResultsPanel results(run, view);
    results.resize(kHeadlessResults);
    results.prepare();
    // Laid out as if it were shown, without a window of the platform's.
    results.ensurePolished();
    results.layOutHidden();
    const QDir folder(m_folder);
    const QString root = folder.absoluteFilePath(m_stem);
    const Result<void> written[] = {
        writeFile(root + QStringLiteral("-outcomes.csv"), outcomeCsv(run.runId(), run.timeline(), run.outcomes())),
        writePng(timeline.toImage(kHeadlessTimeline), root + QStringLiteral("-timeline.png")),
        writePng(results.picture().toImage(), root + QStringLiteral("-results.png")),
    };
    bool all = true;
    for (const auto& result : written) {
        if (!result)
            QTextStream(stderr) << fromCore(result.error().message) << Qt::endl;
        all = all && result.ok();
    }
    if (all) {
        standardOutput() << tr("Written: %1-outcomes.csv").arg(root) << Qt::endl
                         << tr("         %1-timeline.png").arg(root) << Qt::endl
                         << tr("         %1-results.png").arg(root) << Qt::endl;
    }
    return all;
}

int HeadlessRun::exitStatus() const
{
    switch (m_controller.state()) {
    case RunController::State::Refused:
        return 3;
    case RunController::State::Failed:
        return 4;
    case RunController::State::Idle:
    case RunController::State::Starting:
    case RunController::State::Running:
    case RunController::State::Finishing:
    case RunController::State::Finished:
        break;
    }
    const auto outcomes = m_controller.outcomes();
    return std::ranges::all_of(outcomes, isAsPredicted) ? 0 : 1;
}

} // namespace halfopen
