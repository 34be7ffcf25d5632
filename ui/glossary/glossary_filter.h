// SPDX-License-Identifier: GPL-3.0-or-later
// Which terms the glossary page lists.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace halfopen {

/// Rows that have every word of the search text, of one chapter or of all; those that have them in the term come first.
class GlossaryFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// `topic` −1: all chapters.
    void setWanted(const QString& text, int topic);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
    int m_topic = -1;
};

} // namespace halfopen
