// SPDX-License-Identifier: GPL-3.0-or-later
// Another program in the midst of writing to a history.
#pragma once

#include <QString>

namespace halfopen {

/// Holds the file's write lock until it is released or gone.
class FileLock final
{
public:
    explicit FileLock(const QString& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    [[nodiscard]] bool isHeld() const { return m_held; }
    void release();

private:
    bool m_held = false;
};

} // namespace halfopen
