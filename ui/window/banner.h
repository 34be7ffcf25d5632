// SPDX-License-Identifier: GPL-3.0-or-later
// A message across the window that does not stop the work.
#pragma once

#include <QFrame>

class QLabel;

namespace halfopen {

/// What went wrong, and what helps. Stays until it is closed or the next run begins.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    /// What could not be written: it goes as soon as something could.
    void tellNotWritten(const QString& message);
    void noteWritten();
    void tell(const QString& message, const QString& remedy = {});
    [[nodiscard]] QString text() const;

private:
    QLabel* m_text = nullptr;
    bool m_isOfWriting = false;
};

} // namespace halfopen
