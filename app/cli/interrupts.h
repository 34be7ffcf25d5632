// SPDX-License-Identifier: GPL-3.0-or-later
// SIGINT and SIGTERM as a signal of the event loop.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace halfopen {

/// One in a program. The handlers only write to a pipe; a child started meanwhile gets the default ones back at exec,
/// which a blocked signal mask would not.
class Interrupts final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupts(QObject* parent = nullptr);

Q_SIGNALS:
    void interrupted();

private:
    void drain();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace halfopen
