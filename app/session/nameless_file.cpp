// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary file that nobody can leave behind.
#include "session/nameless_file.h"

#include <QDir>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace halfopen {

namespace {

constexpr mode_t kEverybody = 0666; // less what umask takes: copies get the same

/// Not close-on-exec: the agent is to have it.
int openNameless(const QByteArray& folder)
{
    if (const int made = ::open(folder.constData(), O_TMPFILE | O_RDWR, kEverybody); made >= 0)
        return made;
    QByteArray name = folder + "/halfopen-XXXXXX"; // a file system that knows no files without names
    const int made = ::mkstemp(name.data());
    if (made >= 0)
        ::unlink(name.constData());
    return made;
}

} // namespace

Result<std::unique_ptr<NamelessFile>> NamelessFile::make()
{
    const int descriptor = openNameless(QDir::tempPath().toLocal8Bit());
    if (descriptor < 0) {
        const int code = errno;
        return Error{code, QDir::tempPath().toStdString() + ": " + std::strerror(code)};
    }
    return std::unique_ptr<NamelessFile>{new NamelessFile{descriptor}};
}

NamelessFile::~NamelessFile() { ::close(m_descriptor); }

QString NamelessFile::path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor); }

} // namespace halfopen
