// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out of a figure: clipboard and files.
#pragma once

#include <QObject>

#include <functional>

#include "ui/export/figure_writer.h"

class QAction;
class QMenu;
class QSettings;
class QWidget;

namespace halfopen {

/// Fills menus and does what they say. One for the window; it asks for file names with a dialog that a test can drive.
class FigureExporter final : public QObject
{
    Q_OBJECT

public:
    FigureExporter(QSettings& settings, QWidget* window);

    /// Adds the ways out to the menu. The figure must live as long as the menu. `name` begins the actions' object
    /// names: "export.timeline.png".
    void addActions(QMenu* menu, const Figure& figure, const QString& name);
    /// White ground and light colours whatever the theme.
    [[nodiscard]] bool whiteGround() const;
    [[nodiscard]] FigureLook look() const;

    /// Whether something is being gathered or written. It is lost where the exporter, or the figure's view, goes meanwhile.
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

    void copyPicture(const Figure& figure) const;
    void copyNumbers(const Figure& figure);
    void ask(const Figure& figure, FigureFormat format);
    /// For what is no figure: the bytes are written as they are.
    void askBytes(const QString& title, const QString& stem, const QString& suffix, const QByteArray& bytes);
    /// For what is made only when the place is known: save() or saveImage() follow.
    void askPath(const QString& title, const QString& stem, const QString& suffix, const std::function<void(const QString&)>& use);
    /// Large files, and pictures, are written by a worker; failed() or written() follow.
    void save(const QByteArray& bytes, const QString& path);
    void saveImage(const QImage& image, const QString& path);

Q_SIGNALS:
    void failed(const QString& sentence);
    void written(const QString& path);
    /// Nothing is under way any more; what came of it has been told.
    void settled();

private:
    void gather(const Figure& figure, const std::function<void(const QByteArrayList&)>& use);
    void saveBlocks(const QByteArrayList& blocks, const QString& path);
    void tell(const Result<void>& done, const QString& path);
    /// By a worker, where it would hold the event loop.
    template<class Work, class Use>
    void elsewhere(bool large, Work work, Use use);
    void settle();

    QSettings& m_settings;
    QWidget* m_window;
    QAction* m_white;
    int m_underWay = 0; // texts that are gathered, and what a worker does
};

} // namespace halfopen
