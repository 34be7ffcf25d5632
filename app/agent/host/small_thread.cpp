// SPDX-License-Identifier: GPL-3.0-or-later
// A thread with a small stack, of which a host's program may have a thousand.
#include "agent/host/small_thread.h"

#include <cstring>
#include <memory>
#include <pthread.h>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kStackBytes = 256 * 1024; // red zones and shadow frames
#else
constexpr std::size_t kStackBytes = 64 * 1024;
#endif

void* runWork(void* argument)
{
    const std::unique_ptr<std::function<void()>> work{static_cast<std::function<void()>*>(argument)};
    (*work)();
    return nullptr;
}

} // namespace

Result<void> startSmallThread(std::function<void()> work)
{
    pthread_attr_t attributes{};
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, kStackBytes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    auto argument = std::make_unique<std::function<void()>>(std::move(work));
    pthread_t thread{};
    const int code = pthread_create(&thread, &attributes, runWork, argument.get());
    pthread_attr_destroy(&attributes);
    if (code != 0)
        return Error{
            code,
            fmt::format(words("core", "The kernel gives no further thread: {}. Use fewer pairs or the activity epoll."),
                        std::strerror(code))};
    static_cast<void>(argument.release()); // the thread owns it now
    return {};
}

} // namespace halfopen
