// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/history_source.h"

#include <QFileInfo>

namespace halfopen {

Result<std::unique_ptr<RunStore>> openHistory(const QString& path)
{
    return RunStore::open(path.isEmpty() ? RunStore::defaultPath() : path);
}

Result<std::unique_ptr<RunStore>> openHistoryToRead(const QString& path)
{
    if (!path.isEmpty() && !QFileInfo::exists(path))
        return Error{0, "There is no history file " + path.toStdString() + "."};
    return path.isEmpty() && !QFileInfo::exists(RunStore::defaultPath()) ? RunStore::open(QStringLiteral(":memory:")) : openHistory(path);
}

Result<KeptRun> loadRun(const QString& historyPath, const QString& idOrPrefix)
{
    const Result<std::unique_ptr<RunStore>> store = openHistoryToRead(historyPath);
    if (!store)
        return store.error();
    const Result<std::optional<StoredRun>> stored = (*store)->find(idOrPrefix);
    if (!stored)
        return stored.error();
    if (!stored->has_value())
        return Error{0, "There is no run '" + idOrPrefix.toStdString() + "' in the history; 'halfopen-cli history' lists the runs."};
    const QString id = (*stored)->id;
    Result<Experiment> experiment = (*store)->experiment(id);
    if (!experiment)
        return Error{0, "The experiment of run " + id.toStdString() + " cannot be read: " + experiment.error().message};
    Result<QByteArray> lines = (*store)->lines(id);
    if (!lines)
        return lines.error();
    Result<ReplayedRun> run = replay(*experiment, *lines);
    if (!run)
        return run.error();
    return KeptRun{**stored, std::move(*experiment), std::move(*lines), std::move(*run)};
}

std::string_view statusText(StoredStatus status)
{
    switch (status) {
    case StoredStatus::Running:
        return "running";
    case StoredStatus::Finished:
        return "finished";
    case StoredStatus::Cancelled:
        return "cancelled";
    case StoredStatus::Refused:
        return "refused";
    case StoredStatus::Failed:
        return "failed";
    case StoredStatus::Unfinished:
        break;
    }
    return "unfinished";
}

} // namespace halfopen
