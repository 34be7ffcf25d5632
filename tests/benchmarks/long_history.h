// SPDX-License-Identifier: GPL-3.0-or-later
// A history with two long runs and many short ones.
#pragma once

#include <QString>

namespace halfopen {

inline const QString kFirstLongRun = QStringLiteral("20261122T103059.123Z-4f2a");
inline const QString kSecondLongRun = QStringLiteral("20261121T103059.123Z-4f2b");

struct LongHistory final
{
    int events = 1'000'000; // of each long run
    int pairs = 100;        // of every run
    int runs = 1000;        // short ones
};

/// Makes the file; it takes half a minute.
void makeLongHistory(const QString& path, const LongHistory& size);

} // namespace halfopen
