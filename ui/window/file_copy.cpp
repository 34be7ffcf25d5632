// SPDX-License-Identifier: GPL-3.0-or-later
// Copies a large file without holding up the window.
#include "ui/window/file_copy.h"

#include <QFile>
#include <QFuture>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace halfopen {

namespace {

constexpr qint64 kCopyBlock = 1024 * 1024; // bytes

/// Why not, or nothing.
QString copyWhole(QFile& from, const QString& to)
{
    if (!from.isOpen())
        return from.errorString();
    QSaveFile copy(to);
    if (!copy.open(QIODevice::WriteOnly))
        return copy.errorString();
    for (QByteArray block = from.read(kCopyBlock); !block.isEmpty(); block = from.read(kCopyBlock)) {
        if (copy.write(block) != block.size())
            return copy.errorString();
    }
    if (from.error() != QFileDevice::NoError)
        return from.errorString();
    return copy.commit() ? QString{} : copy.errorString();
}

} // namespace

void copyElsewhere(const QString& from, const QString& to, QObject* context, const std::function<void(const QString& reason)>& told)
{
    // Both shared only because QThreadPool copies what it runs.
    auto source = std::make_shared<QFile>(from);
    static_cast<void>(source->open(QIODevice::ReadOnly)); // where it fails the worker tells why
    auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    promise->future().then(context, told);
    QThreadPool::globalInstance()->start([promise, source, to] {
        promise->addResult(copyWhole(*source, to));
        promise->finish();
    });
}

} // namespace halfopen
