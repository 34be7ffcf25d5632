// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/line_splitter.h"

namespace halfopen {

bool LineSplitter::fits(const QByteArray& lines) const
{
    qsizetype from = 0;
    while (from < lines.size()) {
        const qsizetype feed = lines.indexOf('\n', from);
        const qsizetype end = feed < 0 ? lines.size() : feed;
        if (end - from > m_maxLineBytes)
            return false;
        from = end + 1;
    }
    return true;
}

QByteArray LineSplitter::take(const QByteArray& bytes)
{
    if (m_overlong)
        return {};
    const qsizetype lastFeed = bytes.lastIndexOf('\n');
    QByteArray lines;
    if (lastFeed >= 0) {
        lines = m_rest.append(bytes.first(lastFeed + 1));
        m_rest = bytes.sliced(lastFeed + 1);
    } else {
        m_rest += bytes;
    }
    if (m_rest.size() > m_maxLineBytes || !fits(lines)) {
        m_overlong = true;
        m_rest.clear();
        return {};
    }
    return lines;
}

} // namespace halfopen
