// SPDX-License-Identifier: GPL-3.0-or-later
// The heading of a dock.
#pragma once

#include "ui/theme/plate.h"

class QDockWidget;
class QLabel;

namespace halfopen {

class ElidedLabel;

/// Title in bold, a muted subtitle, and buttons to float and close. The dock can be dragged by it.
class DockTitle final : public Plate
{
    Q_OBJECT

public:
    DockTitle(const QString& subtitle, QDockWidget* dock);

    /// Something else than usual that must not be overlooked; empty: the usual subtitle.
    void setNews(const QString& news);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showTitle();

    QString m_subtitle;
    QDockWidget* m_dock;
    QLabel* m_title;
    ElidedLabel* m_second = nullptr;
};

} // namespace halfopen
