// SPDX-License-Identifier: GPL-3.0-or-later
// The command line with a stand-in for its agent and a home of its own.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace halfopen::test {

/// What came of one call of the program.
struct Answer final
{
    int status = -1; // −1: it crashed or hung
    QByteArray out;
    QByteArray err;
};

/// A folder with bin/halfopen-cli, the fake agent as bin/halfopen-agent, the lessons, and a home. Nothing outside is
/// read or written.
class CliProgram final
{
public:
    CliProgram();

    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Writes a file into the folder and returns its path.
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] QByteArray read(const QString& name) const;

    /// Runs it to its end. `deed`: what the fake agent does.
    [[nodiscard]] Answer call(const QStringList& arguments, const QByteArray& deed = "good") const;
    /// Starts it and lets it run.
    void start(QProcess& process, const QStringList& arguments, const QByteArray& deed) const;

private:
    QTemporaryDir m_folder;
    bool m_valid = false;
};

/// One reader whose peer is killed after one second.
[[nodiscard]] QByteArray killedPeerExperiment();

} // namespace halfopen::test
