// SPDX-License-Identifier: GPL-3.0-or-later
// The outcomes of stored runs as one CSV.
#include "ui/history/history_csv.h"

#include <algorithm>

#include "core/outcome_csv.h"

namespace halfopen {

HistoryCsv::HistoryCsv(RunStore* store, QObject* parent) : QObject(parent), m_loader(store, this)
{
    connect(&m_loader, &RunLoader::loaded, this, &HistoryCsv::take);
    connect(&m_loader, &RunLoader::failed, this, [this](const QString&, const QString& sentence) {
        m_loader.forget();
        m_wanted.clear();
        Q_EMIT failed(sentence);
    });
}

void HistoryCsv::gather(const QStringList& runIds)
{
    m_loader.forget();
    m_rows.clear();
    m_wanted = runIds;
    for (const auto& id : runIds)
        m_loader.load(id);
}

void HistoryCsv::take(const QString& runId, const std::shared_ptr<const ReplayedRun>& run)
{
    m_rows.insert(runId, QByteArray::fromStdString(outcomeCsvRows(runId.toStdString(), HALFOPEN_VERSION, run->timeline, settledOutcomes(run->timeline, run->outcomes))));
    if (m_rows.size() < m_wanted.size())
        return;
    if (std::ranges::all_of(m_rows, &QByteArray::isEmpty)) {
        Q_EMIT failed(tr("Nothing has ended yet in what is selected, so there is no outcome to write. Export it when the run is over."));
        return;
    }
    QByteArray csv = QByteArray::fromStdString(outcomeCsvHeading());
    for (const auto& id : std::as_const(m_wanted))
        csv += m_rows.value(id);
    Q_EMIT ready(csv);
}

} // namespace halfopen
