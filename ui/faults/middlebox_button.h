// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of known middleboxes.
#pragma once

#include <QToolButton>

#include "ui/faults/middleboxes.h"

namespace halfopen {

/// Offers what real middleboxes have for idle time and answer, with the source of each as its tool tip.
class MiddleboxButton final : public QToolButton
{
    Q_OBJECT

public:
    MiddleboxButton(const QString& name, QWidget* parent);

    /// Writes all its words; `spoken`: the fault whose values it sets, for screen readers.
    void setSpoken(const QString& spoken);

Q_SIGNALS:
    void chosen(const halfopen::Middlebox& box);

private:
    QList<Middlebox> m_boxes; // in the order of the menu
};

} // namespace halfopen
