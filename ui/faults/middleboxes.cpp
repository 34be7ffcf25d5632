// SPDX-License-Identifier: GPL-3.0-or-later
// How long real middleboxes remember an idle connection.
#include "ui/faults/middleboxes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/experiment.h"

namespace halfopen {

namespace {

Result<Middlebox> parseMiddlebox(const QJsonObject& object)
{
    Middlebox box;
    box.title = object.value(u"title").toString();
    box.source = object.value(u"source").toString();
    if (box.title.isEmpty() || box.source.isEmpty())
        return Error{0, "Each middlebox needs a title and a source."};
    box.idleSeconds = object.value(u"idle_s").toDouble();
    if (box.idleSeconds <= 0 || box.idleSeconds > kMaxTimeLimitSeconds)
        return Error{0, "Middlebox '" + box.title.toStdString() + "': 'idle_s' is missing, or out of range."};
    const auto answer = object.value(u"with").toString(QStringLiteral("silent"));
    if (answer != u"silent" && answer != u"rst")
        return Error{0, "Middlebox '" + box.title.toStdString() + "': 'with' is neither 'silent' nor 'rst'."};
    box.answer = answer == u"rst" ? RouterAnswer::Rst : RouterAnswer::Silent;
    return box;
}

} // namespace

Result<QList<Middlebox>> parseMiddleboxes(const QByteArray& json)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error{0, "The middleboxes are no JSON: " + fault.errorString().toStdString() + '.'};
    QList<Middlebox> boxes;
    for (const auto& value : document.object().value(u"middleboxes").toArray()) {
        auto box = parseMiddlebox(value.toObject());
        if (!box)
            return box.error();
        boxes.append(std::move(box).value());
    }
    return boxes;
}

QList<Middlebox> builtInMiddleboxes()
{
    QFile file(QStringLiteral(":/presets/presets.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto boxes = parseMiddleboxes(file.readAll());
    return boxes ? std::move(boxes).value() : QList<Middlebox>{};
}

} // namespace halfopen
