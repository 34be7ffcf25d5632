// SPDX-License-Identifier: GPL-3.0-or-later
// The packets of the last run, in a file that ends with the program.
#include "ui/window/packet_record.h"

#include <QFileInfo>

#include <algorithm>

namespace halfopen {

bool sendsAtFullSpeed(const Experiment& experiment)
{
    const auto full = [](const Endpoint& end) { return sendsInLoop(end.activity) && !end.sendIntervalSeconds; };
    return std::ranges::any_of(experiment.pairs, [&](const Pair& pair) { return full(pair.client) || full(pair.server); });
}

QString PacketRecord::begin()
{
    clear();
    if (auto made = NamelessFile::make())
        m_file = *std::move(made);
    return m_file ? m_file->path() : QString{};
}

void PacketRecord::clear()
{
    m_file.reset();
    m_copies.reset();
    m_runId.clear();
}

QString PacketRecord::fileOf(const QString& runId) const
{
    if (!m_file || runId.isEmpty() || runId != m_runId)
        return {};
    const QString path = m_file->path();
    return QFileInfo(path).size() > 0 ? path : QString{};
}

QString PacketRecord::placeOfCopy(const QString& runId)
{
    if (fileOf(runId).isEmpty())
        return {};
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>();
    return m_copies->filePath(QStringLiteral("packets.pcapng"));
}

} // namespace halfopen
