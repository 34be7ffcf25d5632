// SPDX-License-Identifier: GPL-3.0-or-later
// How the lines of the log use the room they have.
#pragma once

#include <QObject>

class QTableView;

namespace halfopen {

/// A line that is longer than its column gets as many rows of text as it needs; where the dock is narrow the column of
/// kinds makes room for it, whose colours say the most of it too. Of very many lines all are equally high.
class LogRows final : public QObject
{
    Q_OBJECT

public:
    LogRows(QTableView& table, QObject* parent);

    void restart() { m_alike = false; }
    /// To be called when lines have come, before anything is scrolled.
    void added(int first, int last);

Q_SIGNALS:
    /// All rows may have other heights.
    void fitted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void fitColumns();
    void fitRows(int first, int last);
    [[nodiscard]] int lineHeight() const;

    QTableView& m_table;
    int m_words = 0;      // px for the words of a line
    bool m_alike = false; // too many to be measured
};

} // namespace halfopen
