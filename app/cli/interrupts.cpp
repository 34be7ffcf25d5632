// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupts.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace halfopen {

namespace {

// A signal handler can reach nothing else. Written once, before the handlers are in place.
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const int kept = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1); // a full pipe already says it
    errno = kept;
}

} // namespace

Interrupts::Interrupts(QObject* parent)
    : QObject(parent)
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // out of descriptors: the signals keep their default action
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupts::drain);
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

void Interrupts::drain()
{
    std::array<char, 16> bytes{};
    while (::read(signalPipe[0], bytes.data(), bytes.size()) > 0) {
    }
    Q_EMIT interrupted();
}

} // namespace halfopen
