// SPDX-License-Identifier: GPL-3.0-or-later
// Times and amounts as people read them. For the screen only: files and CSV have their own.
#include "ui/theme/quantity_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace halfopen {

namespace {

struct QuantityText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::QuantityText)
};

constexpr double kAlmost = 0.005; // tenths: half a millisecond, which no clock of tenths shows

QString rounded(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', decimals);
}

int decimalsFor(double seconds)
{
    const double size = std::abs(seconds);
    return size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
}

} // namespace

QString durationText(double seconds)
{
    if (!std::isfinite(seconds))
        return QStringLiteral("–");
    const double size = std::abs(seconds);
    if (size == 0)
        return QuantityText::tr("0 s");
    if (size < 0.00995)
        return QuantityText::tr("%1 ms", "milliseconds").arg(rounded(seconds * 1000, 1));
    if (size < 0.9995)
        return QuantityText::tr("%1 ms", "milliseconds").arg(rounded(seconds * 1000, 0));
    if (size < 9999.5)
        return QuantityText::tr("%1 s", "seconds").arg(rounded(seconds, decimalsFor(seconds)));
    const auto minutes = static_cast<qlonglong>(std::llround(size / 60));
    return QuantityText::tr("%1 h %2 min").arg(seconds < 0 ? -(minutes / 60) : minutes / 60).arg(minutes % 60);
}

QString clockText(double seconds)
{
    if (!std::isfinite(seconds) || std::abs(seconds) >= 9999.5)
        return durationText(seconds);
    return QuantityText::tr("%1 s", "seconds").arg(rounded(std::floor(seconds * 10 + kAlmost) / 10, 1));
}

QString measuredText(double seconds)
{
    const double size = std::abs(seconds);
    return size >= 0.9995 && size < 99.995 ? QuantityText::tr("%1 s", "seconds").arg(rounded(seconds, 2)) : durationText(seconds);
}

QString countdownText(double seconds)
{
    if (!std::isfinite(seconds) || seconds >= 9999.5)
        return durationText(seconds);
    return QuantityText::tr("%1 s", "seconds").arg(rounded(std::ceil(std::max(seconds, 0.0) * 10 - kAlmost) / 10, 1));
}

QString intervalText(const Interval& interval)
{
    const double from = toSeconds(interval.earliest);
    const double to = toSeconds(interval.latest);
    const QString first = durationText(from);
    const QString last = durationText(to);
    constexpr double kOneMoment = 0.01; // s
    if (first == last && (to - from < kOneMoment || std::abs(to) >= 99.95))
        return first;
    if (std::abs(from) >= 0.9995 && std::abs(to) < 9999.5) {
        const int decimals = decimalsFor(to);
        // Of bounds so near that they would be one number another digit is told.
        const bool isNear = rounded(from, decimals) == rounded(to, decimals);
        const auto [fromText, toText] = outwards(from, to, isNear ? decimals + 1 : decimals);
        return QuantityText::tr("%1–%2 s", "from–to, seconds").arg(fromText, toText);
    }
    if (std::abs(from) >= 0.00995 && std::abs(to) < 0.9995) {
        const auto [fromText, toText] = outwards(from * 1000, to * 1000, 0);
        return QuantityText::tr("%1–%2 ms", "from–to, milliseconds").arg(fromText, toText);
    }
    return QuantityText::tr("%1 – %2", "from – to, with units").arg(first, last);
}

std::pair<QString, QString> outwards(double from, double to, int decimals)
{
    constexpr double kNothing = 0.05; // of the last digit: in the next one, as measured times have it, nothing is to be seen of it
    const double unit = std::pow(10.0, decimals);
    return {rounded(std::floor(from * unit + kNothing) / unit, decimals), rounded(std::ceil(to * unit - kNothing) / unit, decimals)};
}

QString bytesText(double bytes)
{
    const double size = std::abs(bytes);
    if (size < 1024)
        return QuantityText::tr("%1 B", "bytes").arg(rounded(bytes, 0));
    if (size < 1024.0 * 1024)
        return QuantityText::tr("%1 KiB").arg(rounded(bytes / 1024, size < 10 * 1024.0 ? 1 : 0));
    if (size < 1024.0 * 1024 * 1024)
        return QuantityText::tr("%1 MiB").arg(rounded(bytes / (1024.0 * 1024), 1));
    return QuantityText::tr("%1 GiB").arg(rounded(bytes / (1024.0 * 1024 * 1024), 1));
}

QString unitsKept(QString text)
{
    static const QRegularExpression unit(QStringLiteral("(?<=\\d) (?=(?:s|ms|µs|min|h|B|KiB|MiB|GiB|%)(?![A-Za-z]))"));
    static const QRegularExpression range(QStringLiteral("(?<=\\d)–(?=\\d)"));
    return text.replace(unit, QStringLiteral("\u00a0")).replace(range, QStringLiteral("–") + kWordJoiner);
}

QString errnoText(int errorNumber)
{
    const char* const name = strerrorname_np(errorNumber); // glibc 2.32
    return name ? QString::fromLatin1(name) : QuantityText::tr("errno %1").arg(errorNumber);
}

} // namespace halfopen
