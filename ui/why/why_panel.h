// SPDX-License-Identifier: GPL-3.0-or-later
// The Why dock: the explanation of the selected end.
#pragma once

#include <QWidget>

class QTextBrowser;

namespace halfopen {

class ShownRun;
class ViewState;

/// Words about one end of the shown run.
class WhyPanel final : public QWidget
{
    Q_OBJECT

public:
    WhyPanel(ShownRun& run, ViewState& view, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void refresh();

private:
    ShownRun& m_run;
    ViewState& m_view;
    QTextBrowser* m_text = nullptr;
    QString m_shown;
};

} // namespace halfopen
