// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out of a figure: clipboard and files.
#include "ui/export/figure_exporter.h"

#include "ui/text/core_words.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSettings>

namespace halfopen {

namespace {

QString whiteKey() { return QStringLiteral("export/whiteGround"); }

} // namespace

FigureExporter::FigureExporter(QSettings& settings, QWidget* window)
    : QObject(window), m_settings(settings), m_window(window), m_white(new QAction(tr("&White ground, light colours"), this))
{
    m_white->setObjectName(QStringLiteral("export.white"));
    m_white->setCheckable(true);
    m_white->setChecked(m_settings.value(whiteKey(), true).toBool());
    m_white->setToolTip(tr("For paper and slides, also while the window is dark"));
    connect(m_white, &QAction::toggled, this, [this](bool white) { m_settings.setValue(whiteKey(), white); });
}

bool FigureExporter::whiteGround() const { return m_white->isChecked(); }

FigureLook FigureExporter::look() const { return figureLook(whiteGround(), m_window->palette(), m_window->font()); }

void FigureExporter::addActions(QMenu* menu, const Figure& figure, const QString& name)
{
    QList<QAction*> all;
    const auto add = [&](const QString& text, const char* suffix, auto act) {
        auto* action = menu->addAction(text);
        action->setObjectName(name + u'.' + QLatin1String(suffix));
        connect(action, &QAction::triggered, this, act);
        all << action;
    };
    add(tr("&Copy the picture"), "copy", [this, &figure] { copyPicture(figure); });
    add(tr("Copy the &numbers"), "copyNumbers", [this, &figure] { copyNumbers(figure); });
    menu->addSeparator();
    add(tr("&PNG…", "file format"), "png", [this, &figure] { ask(figure, FigureFormat::Png); });
    add(tr("&SVG…", "file format"), "svg", [this, &figure] { ask(figure, FigureFormat::Svg); });
    add(tr("P&DF…", "file format"), "pdf", [this, &figure] { ask(figure, FigureFormat::Pdf); });
    add(tr("CS&V, the numbers…", "file format"), "csv", [this, &figure] { ask(figure, FigureFormat::Csv); });
    menu->addSeparator();
    menu->addAction(m_white);
    const auto enable = [all, &figure] {
        for (auto* action : all)
            action->setEnabled(!figure.isEmpty());
    };
    connect(menu, &QMenu::aboutToShow, this, enable);
    enable();
}

void FigureExporter::copyPicture(const Figure& figure) const
{
    auto* content = new QMimeData; // the clipboard takes it
    content->setImageData(imageOf(figure, look()));
    if (const auto svg = rendered(figure, FigureFormat::Svg, look()))
        content->setData(QStringLiteral("image/svg+xml"), svg.value());
    QGuiApplication::clipboard()->setMimeData(content);
}

void FigureExporter::copyNumbers(const Figure& figure) const
{
    auto* content = new QMimeData; // the clipboard takes it
    const auto csv = figure.csv();
    content->setText(QString::fromUtf8(csv));
    content->setData(QStringLiteral("text/csv"), csv);
    QGuiApplication::clipboard()->setMimeData(content);
}

void FigureExporter::ask(const Figure& figure, FigureFormat format)
{
    askPath(tr("Export \"%1\"").arg(figure.title()), figure.fileStem(), suffixOf(format),
            [this, &figure, format](const QString& path) { tell(saveFigure(figure, format, look(), path), path); });
}

void FigureExporter::askBytes(const QString& title, const QString& stem, const QString& suffix, const QByteArray& bytes)
{
    askPath(title, stem, suffix, [this, bytes](const QString& path) { tell(saveBytes(bytes, path), path); });
}

void FigureExporter::askPath(const QString& title, const QString& stem, const QString& suffix, const std::function<void(const QString&)>& use)
{
    auto* dialog = new QFileDialog(m_window, title);
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QStringLiteral("*.%1").arg(suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(stem + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, use);
    dialog->open();
}

void FigureExporter::tell(const Result<void>& done, const QString& path)
{
    if (!done)
        Q_EMIT failed(fromCore(done.error().message));
    else
        Q_EMIT written(path);
}

} // namespace halfopen
