// SPDX-License-Identifier: GPL-3.0-or-later
// Another program that writes to the same history: appends numbered lines, then says so and waits to be killed.
#include "store/run_store.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

using namespace halfopen;

namespace {

int failWith(const Error& error)
{
    std::fprintf(stderr, "%s\n", error.message.c_str());
    return EXIT_FAILURE;
}

} // namespace

/// Arguments: FILE RUN-ID COUNT
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return EXIT_FAILURE;
    const Result<std::unique_ptr<RunStore>> store = RunStore::open(arguments[1]);
    if (!store)
        return failWith(store.error());
    Experiment experiment;
    experiment.pairs.resize(1);
    experiment.pairs.front().name = "reader";
    const QString id = arguments[2];
    if (const auto done = (*store)->begin(id, experiment, QStringLiteral("2026-11-22T10:30:59.123Z"), QStringLiteral("0.1.0")); !done)
        return failWith(done.error());
    const int count = arguments[3].toInt();
    for (int i = 0; i < count; ++i) {
        if (const auto done = (*store)->append(id, QByteArray::number(i).append('\n')); !done)
            return failWith(done.error());
    }
    std::puts("written");
    std::fflush(stdout);
    std::getchar(); // until standard input closes or a signal comes
    return EXIT_SUCCESS;
}
