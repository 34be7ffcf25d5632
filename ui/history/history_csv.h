// SPDX-License-Identifier: GPL-3.0-or-later
// The outcomes of stored runs as one CSV.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QStringList>

#include "ui/history/run_loader.h"

namespace halfopen {

/// Reads the picked runs one after the other and puts their rows below one heading, the same as the command line writes.
class HistoryCsv final : public QObject
{
    Q_OBJECT

public:
    HistoryCsv(RunStore* store, QObject* parent);

    /// What was asked before is dropped.
    void gather(const QStringList& runIds);

Q_SIGNALS:
    void ready(const QByteArray& csv);
    void failed(const QString& sentence);

private:
    void take(const QString& runId, const std::shared_ptr<const ReplayedRun>& run);

    RunLoader m_loader;
    QStringList m_wanted;
    QMap<QString, QByteArray> m_rows;
};

} // namespace halfopen
