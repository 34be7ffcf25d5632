// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary as a table.
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "ui/glossary/glossary.h"

namespace halfopen {

/// All entries, one a row, in the user's language. Filtering is the proxy's part.
class GlossaryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Term, Meaning, Source, ColumnCount };
    enum Role {
        TopicRole = Qt::UserRole, // int, a GlossaryTopic
        SearchRole,               // everything that a search may find, aliases too
    };

    explicit GlossaryModel(QObject* parent = nullptr);

    /// For another language: a reset.
    void reload();
    /// The row of that term or alias, or −1.
    [[nodiscard]] int rowOf(QStringView term) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<GlossaryEntry> m_entries;
};

} // namespace halfopen
