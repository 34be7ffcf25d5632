// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out of a figure: clipboard and files.
#include "ui/export/figure_exporter.h"

#include "ui/text/core_words.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPromise>
#include <QSettings>
#include <QThreadPool>

#include <memory>
#include <utility>

#include "ui/export/piece_gatherer.h"

namespace halfopen {

namespace {

constexpr qsizetype kLargeFile = 256 * 1024; // bytes; less is written in a few ms

bool isLarge(const QByteArrayList& blocks) { return blocks.size() > 1 || blocks.value(0).size() > kLargeFile; }

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

template<class Work, class Use>
void FigureExporter::elsewhere(bool large, Work work, Use use)
{
    if (!large) {
        use(work());
        return;
    }
    using Done = decltype(work());
    ++m_underWay;
    auto promise = std::make_shared<QPromise<Done>>(); // shared only because QThreadPool copies what it runs
    promise->start();
    // Not QFuture::then(): the worker would ask whether this is still there while it goes.
    auto* watcher = new QFutureWatcher<Done>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, use] {
        use(watcher->result());
        watcher->deleteLater();
        settle();
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work] {
        promise->addResult(work());
        promise->finish();
    });
}

void FigureExporter::settle()
{
    if (--m_underWay == 0)
        Q_EMIT settled();
}

bool FigureExporter::whiteGround() const { return m_white->isChecked(); }

FigureLook FigureExporter::look() const { return figureLook(whiteGround(), m_window->palette(), m_window->font()); }

void FigureExporter::addActions(QMenu* menu, const Figure& figure, const QString& name)
{
    const auto add = [&](const QString& text, const char* suffix, auto act) {
        auto* action = menu->addAction(text);
        action->setObjectName(name + u'.' + QLatin1String(suffix));
        connect(action, &QAction::triggered, this, act);
        // Tied to the action: a menu that is filled anew whenever it opens deletes those of the last time.
        const auto enable = [action, &figure] { action->setEnabled(!figure.isEmpty()); };
        connect(menu, &QMenu::aboutToShow, action, enable);
        enable();
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
}

void FigureExporter::copyPicture(const Figure& figure) const
{
    auto* content = new QMimeData; // the clipboard takes it
    content->setImageData(imageOf(figure, look()));
    if (const auto svg = rendered(figure, FigureFormat::Svg, look()))
        content->setData(QStringLiteral("image/svg+xml"), svg.value());
    QGuiApplication::clipboard()->setMimeData(content);
}

void FigureExporter::copyNumbers(const Figure& figure)
{
    gather(figure, [this, title = figure.title()](const QByteArrayList& blocks) {
        if (blocks.isEmpty()) {
            Q_EMIT failed(nothingToWrite(title));
            return;
        }
        const auto join = [blocks] {
            const QByteArray csv = blocks.join();
            return std::pair{QString::fromUtf8(csv), csv};
        };
        elsewhere(isLarge(blocks), join, [](const std::pair<QString, QByteArray>& numbers) {
            auto* content = new QMimeData; // the clipboard takes it
            content->setText(numbers.first);
            content->setData(QStringLiteral("text/csv"), numbers.second);
            QGuiApplication::clipboard()->setMimeData(content);
        });
    });
}

void FigureExporter::gather(const Figure& figure, const std::function<void(const QByteArrayList&)>& use)
{
    auto* gatherer = new PieceGatherer(figure.numbers(), this); // deletes itself
    ++m_underWay;
    connect(gatherer, &PieceGatherer::gathered, this, [this, use](const QByteArrayList& blocks) {
        use(blocks);
        settle();
    });
    connect(gatherer, &PieceGatherer::lost, this, [this] {
        Q_EMIT failed(tr("Another run came into sight before all numbers of the last one were gathered, so they are not written. Show it again and export again."));
        settle();
    });
    gatherer->start();
}

void FigureExporter::ask(const Figure& figure, FigureFormat format)
{
    askPath(tr("Export \"%1\"").arg(figure.title()), figure.fileStem(), suffixOf(format), [this, &figure, format](const QString& path) {
        switch (format) {
        case FigureFormat::Csv:
            gather(figure, [this, path, title = figure.title()](const QByteArrayList& blocks) {
                if (blocks.isEmpty())
                    Q_EMIT failed(nothingToWrite(title));
                else
                    saveBlocks(blocks, path);
            });
            break;
        case FigureFormat::Png:
            saveImage(imageOf(figure, look()), path);
            break;
        case FigureFormat::Svg:
        case FigureFormat::Pdf:
            tell(saveFigure(figure, format, look(), path), path);
            break;
        }
    });
}

void FigureExporter::save(const QByteArray& bytes, const QString& path) { saveBlocks({bytes}, path); }

void FigureExporter::saveBlocks(const QByteArrayList& blocks, const QString& path)
{
    elsewhere(isLarge(blocks), [blocks, path] { return saveBytes(blocks, path); }, [this, path](const Result<void>& done) { tell(done, path); });
}

void FigureExporter::saveImage(const QImage& image, const QString& path)
{
    elsewhere(true, [image, path] { return savePng(image, path); }, [this, path](const Result<void>& done) { tell(done, path); });
}

void FigureExporter::askBytes(const QString& title, const QString& stem, const QString& suffix, const QByteArray& bytes)
{
    askPath(title, stem, suffix, [this, bytes](const QString& path) { save(bytes, path); });
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
