// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment files opened or saved last.
#include "ui/window/recent_files.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace halfopen {

namespace {

const QString kRecentKey = QStringLiteral("files/recent");

} // namespace

RecentFiles::RecentFiles(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

QStringList RecentFiles::paths() const { return m_settings.value(kRecentKey).toStringList(); }

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    auto all = paths();
    all.removeAll(absolute);
    all.prepend(absolute);
    m_settings.setValue(kRecentKey, QStringList(all.first(std::min(all.size(), kMost))));
}

void RecentFiles::clear() { m_settings.remove(kRecentKey); }

void RecentFiles::fill(QMenu* menu)
{
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { showIn(menu); });
    // A menu without entries would not open at all.
    showIn(menu);
}

void RecentFiles::showIn(QMenu* menu)
{
    menu->clear();
    int number = 0;
    for (const auto& path : paths()) {
        const QFileInfo file(path);
        const bool there = file.exists();
        QString name = file.fileName().replace(u'&', QStringLiteral("&&"));
        if (number < 9)
            name = tr("&%1 %2", "number of the entry, file name").arg(number + 1).arg(name);
        auto* action = menu->addAction(there ? name : tr("%1 (not there)").arg(name));
        action->setObjectName(QStringLiteral("recent%1").arg(number++));
        action->setEnabled(there);
        action->setToolTip(there ? QDir::toNativeSeparators(path)
                                 : tr("%1 was moved or deleted, or its disk is not there.").arg(QDir::toNativeSeparators(path)));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    }
    if (number == 0) {
        auto* none = menu->addAction(tr("No file has been opened or saved yet"));
        none->setEnabled(false);
        return;
    }
    menu->addSeparator();
    auto* clearing = menu->addAction(tr("&Clear the list"));
    clearing->setObjectName(QStringLiteral("clearRecent"));
    connect(clearing, &QAction::triggered, this, &RecentFiles::clear);
}

} // namespace halfopen
