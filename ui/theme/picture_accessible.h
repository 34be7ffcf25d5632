// SPDX-License-Identifier: GPL-3.0-or-later
// Painted views for those who do not see them.
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace halfopen {

/// What can be done with a painted view through the accessibility interface.
struct PictureDeed final
{
    QString name; // of the action
    QString text; // in the user's language
    std::function<void()> act;
};

/// From then on that widget is told as a chart, not as mere space that screen readers pass over. Its accessible name and
/// description stay its own.
void tellAsPicture(QWidget& widget, std::vector<PictureDeed> deeds = {});

} // namespace halfopen
