// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment files opened or saved last.
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;
class QSettings;

namespace halfopen {

/// Kept in the settings, newest first. A file that is gone stays listed, greyed, until the list is cleared: it may be on a
/// disk that comes back.
class RecentFiles final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMost = 8;

    /// `settings` outlives it.
    explicit RecentFiles(QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] QStringList paths() const;
    void add(const QString& path);
    void clear();
    /// Fills that menu whenever it is about to be shown.
    void fill(QMenu* menu);

Q_SIGNALS:
    void chosen(const QString& path);

private:
    void showIn(QMenu* menu);

    QSettings& m_settings;
};

} // namespace halfopen
