// SPDX-License-Identifier: GPL-3.0-or-later
// Copies a large file without holding up the window.
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace halfopen {

/// By a worker, into a new file that takes that name when it is whole: what had the name before stays until then, and for
/// good where the copy fails. The source is opened at once and may lose its name meanwhile. `told` gets the reason of a
/// failure, or nothing, in the context's thread; never before this call has returned, and not if the context is gone.
void copyElsewhere(const QString& from, const QString& to, QObject* context, const std::function<void(const QString& reason)>& told);

} // namespace halfopen
