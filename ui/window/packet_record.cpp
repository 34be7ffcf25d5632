// SPDX-License-Identifier: GPL-3.0-or-later
// The packets of the last run, in a file that ends with the program.
#include "ui/window/packet_record.h"

#include <QFileInfo>

#include <algorithm>

namespace halfopen {

namespace {

QString fileIn(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("packets.pcapng"));
}

} // namespace

bool sendsAtFullSpeed(const Experiment& experiment)
{
    const auto full = [](const Endpoint& end) { return sendsInLoop(end.activity) && !end.sendIntervalSeconds; };
    return std::ranges::any_of(experiment.pairs, [&](const Pair& pair) { return full(pair.client) || full(pair.server); });
}

QString PacketRecord::begin()
{
    clear();
    m_folder = std::make_unique<QTemporaryDir>();
    return m_folder->isValid() ? fileIn(*m_folder) : QString{};
}

void PacketRecord::clear()
{
    m_folder.reset();
    m_runId.clear();
}

QString PacketRecord::fileOf(const QString& runId) const
{
    if (!m_folder || runId.isEmpty() || runId != m_runId)
        return {};
    const QString path = fileIn(*m_folder);
    return QFileInfo(path).size() > 0 ? path : QString{};
}

} // namespace halfopen
