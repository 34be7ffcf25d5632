// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringList>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace halfopen {

namespace {

Error notWritable(const QString& path, const QString& why)
{
    return Error{0, path.toStdString() + " cannot be written: " + why.toStdString() + "."};
}

/// A pipe or a device cannot be replaced by a finished file.
bool isSpecial(const QString& path)
{
    const QFileInfo file(path);
    return file.exists() && !file.isFile() && !file.isDir();
}

Result<void> checkOutput(const QString& path)
{
    if (isSpecial(path))
        return QFileInfo(path).isWritable() ? Result<void>() : notWritable(path, QStringLiteral("permission denied"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritable(path, file.errorString());
    file.cancelWriting();
    return {};
}

template<class File>
bool writeAll(File& file, std::string_view content)
{
    return file.open(QIODevice::WriteOnly) && file.write(content.data(), static_cast<qint64>(content.size())) == static_cast<qint64>(content.size());
}

} // namespace

bool isStandardOutput(const QString& path)
{
    return path == QLatin1String("-");
}

Result<void> checkOutputs(std::initializer_list<QString> paths, bool json)
{
    int forStandardOutput = json ? 1 : 0;
    QStringList files;
    for (const QString& path : paths) {
        if (path.isEmpty())
            continue;
        const QString file = QFileInfo(path).absoluteFilePath();
        if (!isStandardOutput(path) && !isSpecial(path) && files.contains(file))
            return Error{0, path.toStdString() + " is named for two outputs; the second would overwrite the first."};
        files.append(file);
        if (isStandardOutput(path)) {
            ++forStandardOutput;
        } else if (const Result<void> writable = checkOutput(path); !writable) {
            return writable;
        }
    }
    if (forStandardOutput > 1)
        return Error{0, "Only one of the outputs can go to standard output; name a file for the others."};
    return {};
}

Result<void> writeOutput(const QString& path, std::string_view content)
{
    if (isStandardOutput(path)) {
        if (std::fwrite(content.data(), 1, content.size(), stdout) != content.size() || std::fflush(stdout) != 0)
            return Error{errno, std::string("Standard output cannot be written: ") + std::strerror(errno) + "."};
        return {};
    }
    if (isSpecial(path)) {
        QFile file(path);
        return writeAll(file, content) && file.flush() ? Result<void>() : notWritable(path, file.errorString());
    }
    QSaveFile file(path);
    return writeAll(file, content) && file.commit() ? Result<void>() : notWritable(path, file.errorString());
}

PartedOutput::PartedOutput(const QString& path) : m_path(path)
{
    if (isStandardOutput(path))
        return;
    if (isSpecial(path))
        m_file = std::make_unique<QFile>(path);
    else
        m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        m_failure = m_file->errorString();
}

PartedOutput::~PartedOutput() = default;

void PartedOutput::write(std::string_view part)
{
    if (!m_failure.isEmpty())
        return;
    if (!m_file)
        print(part);
    else if (m_file->write(part.data(), static_cast<qint64>(part.size())) != static_cast<qint64>(part.size()))
        m_failure = m_file->errorString();
}

Result<void> PartedOutput::finish()
{
    if (!m_file)
        return {}; // print() has told of a failure
    auto* const whole = qobject_cast<QSaveFile*>(m_file.get());
    if (m_failure.isEmpty() && !(whole ? whole->commit() : m_file->flush()))
        m_failure = m_file->errorString();
    if (!m_failure.isEmpty())
        return notWritable(m_path, m_failure);
    return {};
}

void print(std::string_view text)
{
    const bool failedBefore = hasStandardOutputFailed();
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    const int code = errno;
    if (!written && !failedBefore)
        complainLine(std::string("Standard output cannot be written: ") + std::strerror(code) + ".");
}

bool hasStandardOutputFailed()
{
    return std::ferror(stdout) != 0;
}

void complain(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

void complainLine(std::string_view sentence)
{
    complain("halfopen-cli: " + std::string(sentence) + "\n");
}

} // namespace halfopen
