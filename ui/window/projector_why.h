// SPDX-License-Identifier: GPL-3.0-or-later
// The reason in large type, in the place of hosts and time line.
#pragma once

#include <QObject>
#include <QPointer>

class QStackedWidget;
class QWidget;

namespace halfopen {

class ShownRun;
class ViewState;
class WhyPanel;

/// A panel Why of the projector's own, there as long as it is open. The dock's stays as it is.
class ProjectorWhy final : public QObject
{
    Q_OBJECT

public:
    ProjectorWhy(QStackedWidget& pages, ShownRun& run, ViewState& view, QObject* parent);

    /// Opens it in letters `magnification` times as large as the window's, or closes it.
    void toggle(double magnification);
    /// Whether it was open.
    bool close();

private:
    QStackedWidget& m_pages;
    ShownRun& m_run;
    ViewState& m_view;
    QPointer<WhyPanel> m_panel;
    QPointer<QWidget> m_before; // the page that it hides
};

} // namespace halfopen
