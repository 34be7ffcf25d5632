// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment that the user is putting together.
#include "ui/experiment/experiment_draft.h"

#include <QUndoCommand>

#include <algorithm>

#include "core/predictor.h"
#include "core/result_groups.h"
#include "core/words.h"

namespace halfopen {

namespace {

/// "recv 5/3/3", "recv 5/3/3, send 3/1/3 (server), 12 pairs": English like the experiment file that it stands in.
std::string titleFor(const Experiment& experiment)
{
    std::string title;
    if (experiment.pairs.empty())
        return title;
    const auto& first = experiment.pairs.front();
    for (const Host end : {Host::Client, Host::Server}) {
        if (first.end(end).activity != Activity::Hold)
            title += (title.empty() ? "" : ", ") + shortLabel(experiment, first.end(end)) + (end == Host::Server ? " (server)" : "");
    }
    if (title.empty())
        title = name(Activity::Hold);
    if (experiment.pairs.size() > 1)
        title += ", " + std::to_string(experiment.pairs.size()) + " pairs";
    return title;
}

std::string_view usualWord(Activity activity)
{
    switch (activity) {
    case Activity::Recv:
    case Activity::Select:
    case Activity::Poll:
    case Activity::Epoll:
    case Activity::Qt:
        return "reader";
    case Activity::Send:
    case Activity::NonblockingSend:
        return "sender";
    case Activity::Request:
        return words("core", "one message");
    case Activity::Heartbeat:
        return "heartbeats";
    case Activity::Close:
        return "orphan";
    case Activity::Connect:
        return "caller";
    case Activity::Hold:
    case Activity::NoRead:
        break;
    }
    return "holder";
}

bool hasOptionsOf(const SocketOptions& options, const SocketOptions& software)
{
    return options.keepIdleSeconds == software.keepIdleSeconds && options.keepIntervalSeconds == software.keepIntervalSeconds &&
           options.keepCount == software.keepCount && options.userTimeoutMs == software.userTimeoutMs;
}

} // namespace

/// From one experiment to another.
class ExperimentStep : public QUndoCommand
{
public:
    ExperimentStep(ExperimentDraft& draft, Experiment after, const QString& what)
        : QUndoCommand(what), m_draft(draft), m_before(draft.experiment()), m_after(std::move(after))
    {
    }

    [[nodiscard]] const Experiment& before() const { return m_before; }
    [[nodiscard]] const Experiment& after() const { return m_after; }

protected:
    ExperimentDraft& m_draft;
    Experiment m_before;
    Experiment m_after;
};

/// Another experiment with another file.
class LoadStep final : public ExperimentStep
{
public:
    LoadStep(ExperimentDraft& draft, Experiment after, QString pathAfter, const QString& what)
        : ExperimentStep(draft, std::move(after), what), m_pathBefore(draft.path()), m_pathAfter(std::move(pathAfter))
    {
    }

    void undo() override
    {
        m_draft.assignFile(m_pathBefore);
        m_draft.assign(m_before);
    }
    void redo() override
    {
        m_draft.assignFile(m_pathAfter);
        m_draft.assign(m_after);
    }

private:
    QString m_pathBefore;
    QString m_pathAfter;
};

/// One undo step: the whole value before and after.
class DraftStep final : public ExperimentStep
{
public:
    DraftStep(ExperimentDraft& draft, Experiment after, const QString& what, QString mergeKey)
        : ExperimentStep(draft, std::move(after), what), m_key(std::move(mergeKey))
    {
    }

    void undo() override { m_draft.assign(m_before); }
    void redo() override { m_draft.assign(m_after); }
    [[nodiscard]] int id() const override { return m_key.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* step = static_cast<const DraftStep*>(other);
        if (step->m_key != m_key)
            return false;
        m_after = step->m_after;
        setObsolete(m_before == m_after);
        return true;
    }

private:
    QString m_key;
};

ExperimentDraft::ExperimentDraft(QObject* parent) : QObject(parent), m_experiment(starter())
{
    m_undo.setUndoLimit(200);
    predictAgain();
}

const Prediction* ExperimentDraft::prediction(int pair, Host end) const
{
    return findPrediction(m_predictions, pair, end);
}

std::string ExperimentDraft::usualPairName(const Pair& pair)
{
    return std::string{usualWord(isDetector(pair.client.activity) ? pair.client.activity : pair.server.activity)};
}

bool ExperimentDraft::isUsualName(const Pair& pair) const
{
    if (pair.name == usualPairName(pair))
        return true;
    return std::ranges::any_of(m_software, [&](const auto& each) {
        return each.first == pair.name && (hasOptionsOf(pair.client.options, each.second) || hasOptionsOf(pair.server.options, each.second));
    });
}

/// As with the title: a name that nobody has chosen would tell what the pair was before.
void ExperimentDraft::nameUsually(Experiment& next) const
{
    if (next.pairs.size() != m_experiment.pairs.size())
        return;
    for (std::size_t index = 0; index < next.pairs.size(); ++index) {
        const Pair& before = m_experiment.pairs[index];
        Pair& pair = next.pairs[index];
        if (pair.name != before.name || !isUsualName(before) || isUsualName(pair))
            continue;
        const std::string wish = usualPairName(pair);
        if (std::ranges::none_of(next.pairs, [&](const Pair& each) { return each.name == wish; }))
            pair.name = wish;
    }
}

ExperimentDraft::WayBack ExperimentDraft::wayBackTo(const Experiment& experiment) const
{
    const auto stepAt = [this](int place) { return static_cast<const ExperimentStep*>(m_undo.command(place)); };
    for (int place = m_undo.index() - 1; place >= 0; --place) {
        if (stepAt(place)->before() == experiment)
            return WayBack::Undo;
    }
    for (int place = m_undo.index(); place < m_undo.count(); ++place) {
        if (stepAt(place)->after() == experiment)
            return WayBack::Redo;
    }
    return WayBack::None;
}

Experiment ExperimentDraft::starter()
{
    Experiment experiment;
    Pair pair;
    pair.name = "reader";
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    pair.client.options.keepIdleSeconds = 5;
    pair.client.options.keepIntervalSeconds = 3;
    pair.client.options.keepCount = 3;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back(Fault{});
    experiment.title = titleFor(experiment);
    return experiment;
}

void ExperimentDraft::edit(const Experiment& experiment, const QString& what, const QString& mergeKey)
{
    if (experiment == m_experiment)
        return;
    Experiment next = experiment;
    // A title that nobody has chosen goes with the settings; otherwise it would name what was there before.
    if (next.title == m_experiment.title && next.title == titleFor(m_experiment))
        next.title = titleFor(next);
    nameUsually(next);
    const QString key = mergeKey.isEmpty() ? QString{} : mergeKey + u'#' + QString::number(m_mergeSerial);
    m_undo.push(new DraftStep(*this, std::move(next), what, key));
}

void ExperimentDraft::endMerging() { ++m_mergeSerial; }

void ExperimentDraft::load(const Experiment& experiment, const QString& what, const QString& path)
{
    if (!path.isEmpty())
        m_saved.insert_or_assign(path, experiment);
    endMerging();
    if (experiment == m_experiment && path == m_path)
        Q_EMIT fileChanged();
    else
        m_undo.push(new LoadStep(*this, experiment, path, what.isEmpty() ? tr("Open an experiment") : what));
}

void ExperimentDraft::begin(const Experiment& experiment, const QString& path)
{
    if (!path.isEmpty())
        m_saved.insert_or_assign(path, experiment);
    m_undo.clear();
    assignFile(path);
    m_left.clear();
    assign(experiment);
}

bool ExperimentDraft::isModified() const
{
    const auto known = m_saved.find(m_path);
    return known != m_saved.end() && !(known->second == m_experiment);
}

std::map<QString, Experiment> ExperimentDraft::unsaved() const
{
    auto all = m_left;
    if (isModified())
        all.insert_or_assign(m_path, m_experiment);
    return all;
}

void ExperimentDraft::noteSaved(const QString& path, const Experiment& experiment)
{
    m_saved.insert_or_assign(path, experiment);
    m_left.erase(path);
    Q_EMIT fileChanged();
}

void ExperimentDraft::markSaved(const QString& path)
{
    m_saved.insert_or_assign(path, m_experiment);
    m_left.erase(path);
    m_path = path;
    endMerging();
    Q_EMIT fileChanged();
}

void ExperimentDraft::assignFile(const QString& path)
{
    if (m_path == path)
        return;
    if (isModified())
        m_left.insert_or_assign(m_path, m_experiment);
    m_path = path;
    m_left.erase(path); // it is in sight again, as it was left or as the file has it
    Q_EMIT fileChanged();
}

void ExperimentDraft::setKernel(const KernelProfile& kernel)
{
    if (m_kernel == kernel)
        return;
    m_kernel = kernel;
    predictAgain();
    Q_EMIT changed();
}

void ExperimentDraft::assign(const Experiment& experiment)
{
    if (m_experiment == experiment)
        return;
    m_experiment = experiment;
    predictAgain();
    Q_EMIT changed();
}

void ExperimentDraft::predictAgain()
{
    m_predictions = predict(m_experiment, m_kernel);
    m_warnings = halfopen::warnings(m_experiment, m_kernel, m_predictions);
}

} // namespace halfopen
