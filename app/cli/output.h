// SPDX-License-Identifier: GPL-3.0-or-later
// Where results go: a file that is there whole or not at all, or standard output.
#pragma once

#include <QFileDevice>
#include <QString>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace halfopen {

/// The name for standard output.
[[nodiscard]] bool isStandardOutput(const QString& path);

/// Whether these outputs can be written, found out before any work is done; empty names are not wanted. `json`: the
/// rows go to standard output too. Fails where one cannot be written, or where two go to the same place.
[[nodiscard]] Result<void> checkOutputs(std::initializer_list<QString> paths, bool json);

/// Writes it all, or fails and leaves an older file as it was.
[[nodiscard]] Result<void> writeOutput(const QString& path, std::string_view content);

/// An output that is written part by part and is there whole or not at all; standard output gets each part at once.
class PartedOutput final
{
public:
    explicit PartedOutput(const QString& path);
    ~PartedOutput();
    PartedOutput(const PartedOutput&) = delete;
    PartedOutput& operator=(const PartedOutput&) = delete;

    void write(std::string_view part);
    /// Fails where any part could not be written; an older file is then as it was.
    [[nodiscard]] Result<void> finish();

private:
    QString m_path;
    std::unique_ptr<QFileDevice> m_file; // none: standard output
    QString m_failure;
};

/// To standard output, at once. Where that fails it is told once on standard error.
void print(std::string_view text);
/// Whether something printed got lost: the disk is full, or the reader is gone.
[[nodiscard]] bool hasStandardOutputFailed();
/// To standard error, at once.
void complain(std::string_view text);
/// A sentence for people on standard error.
void complainLine(std::string_view sentence);

} // namespace halfopen
