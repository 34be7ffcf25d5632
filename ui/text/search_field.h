// SPDX-License-Identifier: GPL-3.0-or-later
// A line to type what is looked for.
#pragma once

#include <QLineEdit>

namespace halfopen {

/// With a named button that clears it; Escape clears it too.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const QString& objectName, QWidget* parent);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void nameButton();
    void offerClearing();
};

} // namespace halfopen
