// SPDX-License-Identifier: GPL-3.0-or-later
// Option sets of real software.
#include "ui/window/presets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace halfopen {

namespace {

Result<Preset> parsePreset(const QJsonObject& object)
{
    Preset preset;
    preset.title = object.value(u"title").toString();
    preset.source = object.value(u"source").toString();
    preset.software = object.value(u"software").toString();
    if (preset.title.isEmpty() || preset.source.isEmpty())
        return Error{0, "Each preset needs a title and a source."};
    preset.options.keepAlive = true;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key() == u"title" || entry.key() == u"source" || entry.key() == u"software")
            continue;
        const auto key = entry.key().toStdString();
        const auto* spec = findOption(key);
        if (spec == nullptr || !entry.value().isDouble() || entry.value().toDouble() < spec->minimum || entry.value().toDouble() > spec->maximum)
            return Error{0, "Preset '" + preset.title.toStdString() + "': '" + key + "' is no option, or its value is out of range."};
        setOptionValue(preset.options, key, entry.value().toDouble());
    }
    return preset;
}

} // namespace

Result<QList<Preset>> parsePresets(const QByteArray& json)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error{0, "The presets are no JSON: " + fault.errorString().toStdString() + '.'};
    QList<Preset> presets;
    for (const auto& value : document.object().value(u"presets").toArray()) {
        auto preset = parsePreset(value.toObject());
        if (!preset)
            return preset.error();
        presets.append(std::move(preset).value());
    }
    return presets;
}

QList<Preset> builtInPresets()
{
    QFile file(QStringLiteral(":/presets/presets.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto presets = parsePresets(file.readAll());
    return presets ? std::move(presets).value() : QList<Preset>{};
}

QString softwareOf(const Preset& preset)
{
    static const QRegularExpression numbers(QStringLiteral("\\s+\\d.*$"));
    return QString{preset.title}.remove(numbers);
}

SocketOptions withPreset(SocketOptions options, const Preset& preset)
{
    options.keepAlive = preset.options.keepAlive;
    options.keepIdleSeconds = preset.options.keepIdleSeconds;
    options.keepIntervalSeconds = preset.options.keepIntervalSeconds;
    options.keepCount = preset.options.keepCount;
    options.userTimeoutMs = preset.options.userTimeoutMs;
    return options;
}

Experiment softwareRace(const Experiment& experiment, std::size_t index, Host end, const QList<Preset>& presets)
{
    if (index >= experiment.pairs.size())
        return experiment;
    Experiment race = experiment;
    race.title = "Real software on the same fault";
    race.pairs.clear();
    for (const auto& preset : presets) {
        if (preset.software.isEmpty())
            continue;
        Pair pair = experiment.pairs[index];
        pair.name = preset.software.toStdString();
        pair.end(end).options = withPreset(pair.end(end).options, preset);
        race.pairs.push_back(std::move(pair));
    }
    return race;
}

} // namespace halfopen
