// SPDX-License-Identifier: GPL-3.0-or-later
// A heading that opens and closes what is below it.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace halfopen {

/// Closed it shows its title and a summary of what it hides.
class FoldBox final : public QWidget
{
    Q_OBJECT

public:
    FoldBox(const QString& title, const QString& name, QWidget* content, QWidget* parent = nullptr);

    void setSummary(const QString& summary);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

private:
    void showState();

    QToolButton* m_button = nullptr;
    QLabel* m_summary = nullptr;
    QWidget* m_content = nullptr;
};

} // namespace halfopen
