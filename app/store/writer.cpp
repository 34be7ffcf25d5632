// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

namespace halfopen {

namespace {

QByteArray wholeFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Field 22 of /proc/<pid>/stat, proc(5); field 2 is a name in parentheses and may hold anything. Empty: no such process.
QByteArray startTimeOf(qint64 pid)
{
    const QByteArray stat = wholeFile(QStringLiteral("/proc/%1/stat").arg(pid));
    const QList<QByteArray> fields = stat.sliced(stat.lastIndexOf(')') + 1).simplified().split(' ');
    constexpr qsizetype kStartTime = 22 - 3; // the first one after the name is field 3
    constexpr qsizetype kState = 0;
    if (fields.size() <= kStartTime || fields[kState] == "Z" || fields[kState] == "X")
        return {};
    return fields[kStartTime];
}

QString writerOf(qint64 pid)
{
    const QByteArray startTime = startTimeOf(pid);
    if (startTime.isEmpty())
        return {};
    const QByteArray boot = wholeFile(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed();
    return QStringLiteral("%1:%2:%3").arg(pid).arg(QString::fromLatin1(startTime), QString::fromLatin1(boot));
}

} // namespace

QString currentWriter()
{
    return writerOf(QCoreApplication::applicationPid());
}

bool isWriterAlive(const QString& writer)
{
    bool isNumber = false;
    const qint64 pid = writer.section(QLatin1Char(':'), 0, 0).toLongLong(&isNumber);
    return isNumber && pid > 0 && writerOf(pid) == writer;
}

} // namespace halfopen
