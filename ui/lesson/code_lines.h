// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of C in a dock that may be narrower than they are.
#pragma once

#include <QString>

class QTextDocument;

namespace halfopen {

/// That line as it may be broken: between two arguments and before a comment, nowhere else. Spaces that align it with its
/// neighbours are gone, for there is nothing left to align.
[[nodiscard]] QString breakableCode(const QString& line);

/// Each line of code of the document in that many pixels: as it was written where it fits, else broken, and what follows
/// a break is indented.
void fitCode(QTextDocument& document, double width);

} // namespace halfopen
