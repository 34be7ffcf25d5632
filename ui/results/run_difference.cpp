// SPDX-License-Identifier: GPL-3.0-or-later
// What tells compared runs apart, in a line.
#include "ui/results/run_difference.h"

#include <QCoreApplication>

#include "core/experiment_difference.h"
#include "ui/text/core_words.h"

namespace halfopen {

namespace {

constexpr std::size_t kMostSettings = 3; // more make no line

struct RunDifferenceText final
{
    Q_DECLARE_TR_FUNCTIONS(RunDifference)
};

} // namespace

QString differenceLine(const std::vector<const Experiment*>& experiments, const QString& between)
{
    const auto found = differencesOf(experiments);
    QStringList parts;
    for (const SettingDifference& each : found) {
        if (static_cast<std::size_t>(parts.size()) == kMostSettings) {
            parts << RunDifferenceText::tr("%n more", "settings that differ", static_cast<int>(found.size() - kMostSettings));
            break;
        }
        QStringList values;
        for (const auto& value : each.values)
            values << fromCore(value);
        parts << RunDifferenceText::tr("%1: %2", "setting, its values").arg(fromCore(each.what), values.join(between));
    }
    return parts.join(QStringLiteral("; "));
}

QString differenceSentence(const std::vector<RunResult>& runs)
{
    std::vector<const Experiment*> experiments;
    for (const RunResult& run : runs)
        experiments.push_back(&run.experiment);
    if (experiments.size() < 2)
        return {};
    const QString line = differenceLine(experiments);
    return line.isEmpty() ? RunDifferenceText::tr("Same settings.") : line;
}

} // namespace halfopen
