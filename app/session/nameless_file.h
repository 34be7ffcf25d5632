// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary file that nobody can leave behind.
#pragma once

#include <QString>

#include <memory>

#include "core/result.h"

namespace halfopen {

/// An agent writes what it captures by a file's name; this file has none in any folder, so it is gone with the last program
/// that has it open, also if that is killed. Its path means the same file in every program that is started from now on.
class NamelessFile final
{
public:
    /// In the folder for temporary files.
    [[nodiscard]] static Result<std::unique_ptr<NamelessFile>> make();
    ~NamelessFile();
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    /// By which it can be opened here and in a child, as often as wanted.
    [[nodiscard]] QString path() const;

private:
    explicit NamelessFile(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace halfopen
