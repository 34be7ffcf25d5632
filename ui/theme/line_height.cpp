// SPDX-License-Identifier: GPL-3.0-or-later
// How high a line of text needs to be.
#include "ui/theme/line_height.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>

namespace halfopen {

namespace {

constexpr double kMostPerEm = 1.22; // Latin text fonts have 1.1 to 1.2, Noto Sans CJK 1.45; a Chinese character has 1.0

} // namespace

double lineHeight(const QFont& font)
{
    return std::min(QFontMetricsF(font).height(), QFontInfo(font).pixelSize() * kMostPerEm);
}

} // namespace halfopen
