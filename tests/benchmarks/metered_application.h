// SPDX-License-Identifier: GPL-3.0-or-later
// An application that knows how long each event has held its loop.
#pragma once

#include <QApplication>
#include <QString>

#include <functional>
#include <vector>

namespace halfopen {

/// One event, or one deed done without an event, during which nothing else could be answered.
struct Hold final
{
    double wall = 0;     // ms
    double computed = 0; // ms of a processor; on a busy machine the loop is held longer than it computes
    QString what;        // who took it
};

/// Times every event that is delivered from the loop itself; what is delivered within another one belongs to that.
class MeteredApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    /// A deed from outside the loop counts as an event.
    void measure(const QString& what, const std::function<void()>& deed);

    /// The holds since the last call, of 1 ms and more, the longest computation first.
    [[nodiscard]] std::vector<Hold> takeHolds();

private:
    int m_depth = 0;
    std::vector<Hold> m_holds;
};

} // namespace halfopen
