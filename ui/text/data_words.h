// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the files that the program brings along, marked for translation: the collector of texts reads no JSON.
#pragma once

#include <array>

#include "core/words.h"

namespace halfopen {

/// Titles of the lessons and of the first experiment, names of their pairs, titles and sources of the presets where they
/// are words. They stay English in the files and are said in the user's language by fromCore(). A test holds the list
/// against the files.
inline constexpr std::array kDataWords{
    words("core", "A reader without keepalive: when does it notice?"),
    words("core", "A reader with keepalive 30/1/3: when does it notice?"),
    words("core", "The impatient reader: keepalive 3/1/3"),
    words("core", "The looping sender's riddle: send goes on succeeding"),
    words("core", "A sender with SO_SNDTIMEO: the call gives up, the connection does not"),
    words("core", "A sender with TCP_USER_TIMEOUT: the limit for data in flight"),
    words("core", "Idle reader, keepalive 5/3/3"),
    words("core", "reader"),
    words("core", "impatient"),
    words("core", "a little at a time"),
    words("core", "flat out"),
    words("core", "send timeout 2 s"),
    words("core", "no send timeout"),
    words("core", "sender"),
    words("core", "idle reader"),
    words("core", "Linux default 7200/75/9"),
    words("core", "Article 30/1/3"),
    words("core", "Article 60/5/3"),
    words("core", "Impatient 3/1/3"),
    words("core", "Redis server 300/100/3"),
    words("core", "FreeRDP fixed 5/2/3 + 16 s"),
    words("core", "pgbouncer example 1/11/3 + 12.5 s"),
    words("core", "Cloud Hypervisor migration 60/15/4"),
    words("core", "The article that this program began from: recv with keepalive returned after 33 s"),
    words("core", "The article that this program began from"),
    words("core", "For a lesson that has to end within the minute"),
    words("core", "Go net.KeepAliveConfig, defaults since Go 1.23"),
    words("core", "grpc-go: Go's keepalive and a TCP_USER_TIMEOUT of its keepalive timeout (grpc-go #6250)"),
    words("core", "redis.conf: tcp-keepalive 300; Redis sets a third of it as interval and 3 as count"),
    words("core", "libkeepalive (msantos): defaults"),
    words("core", "curl(1): --keepalive-time, default 60 s for idle and interval"),
    words("core", "FreeRDP #2802: one lost probe ended the session"),
    words("core", "FreeRDP, after pull request #3015"),
    words("core", "Materialize pods 300/30/3"),
    words("core", "Materialize: keepalive of its pods"),
    words("core", "Cloud Hypervisor: sockets of a live migration"),
};

} // namespace halfopen
