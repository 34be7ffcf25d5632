// SPDX-License-Identifier: GPL-3.0-or-later
// The window's composition: centre, docks, saved layout, style.
#include <QDockWidget>
#include <QEvent>
#include <QMenu>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/experiment/experiment_panel.h"
#include "ui/experiment/fold_box.h"
#include "ui/history/history_panel.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/log/log_panel.h"
#include "ui/replay/transport_bar.h"
#include "ui/results/results_panel.h"
#include "ui/sockets/socket_panel.h"
#include "ui/theme/plate.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/why/why_panel.h"
#include "ui/window/banner.h"
#include "ui/window/dock_title.h"
#include "ui/window/main_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/next_step.h"
#include "ui/window/projector_panel.h"
#include "ui/window/timeline_header.h"
#include "ui/window/window_style.h"

namespace halfopen {

namespace {

// Raised when docks are added or renamed: an older layout would leave them lost.
constexpr int kLayoutVersion = 1;

QWidget* card(std::initializer_list<QWidget*> contents, QWidget* parent)
{
    auto* frame = new Plate(Plate::Part::Whole, parent);
    frame->setObjectName(QStringLiteral("card"));
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    for (auto* content : contents)
        layout->addWidget(content);
    return frame;
}

} // namespace

void MainWindow::buildCentre()
{
    auto* centre = new QWidget(this);
    m_banner = new Banner(centre);
    m_projectorPanel = new ProjectorPanel(m_run, m_view, centre);
    m_next = new NextStep(m_run, m_parts.controller, centre);
    m_pages = new QStackedWidget(centre);
    m_pages->setObjectName(QStringLiteral("pages"));
    m_centre = new QSplitter(Qt::Vertical, m_pages);
    m_pages->addWidget(m_centre);
    m_centre->setObjectName(QStringLiteral("centre"));
    m_centre->setChildrenCollapsible(false);
    m_centre->setHandleWidth(6);
    m_topology = new TopologyView(m_view, m_centre);
    m_timeline = new TimelineView(m_view, m_centre);
    m_actions->viewMenu()->addMenu(m_timeline->makeMenu(this));
    m_transport = new TransportBar(m_run, m_parts.desk.replay, m_view, m_centre);
    m_centre->addWidget(card({m_topology}, m_centre));
    m_header = new TimelineHeader(m_run, m_view, m_centre);
    m_centre->addWidget(card({m_header, m_timeline, m_transport}, m_centre));
    m_centre->setStretchFactor(0, 2);
    m_centre->setStretchFactor(1, 5);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_banner);
    layout->addWidget(m_projectorPanel);
    layout->addWidget(m_next);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    setContentsMargins(6, 6, 6, 0);
}

QDockWidget* MainWindow::addDock(const char* name, const QString& title, const QString& subtitle, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    dock->setTitleBarWidget(new DockTitle(subtitle, dock));
    auto* body = new Plate(Plate::Part::Lower, dock);
    body->setObjectName(QStringLiteral("dockBody"));
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(1, 0, 1, 1);
    layout->addWidget(content);
    dock->setWidget(body);
    addDockWidget(area, dock);
    m_docks.insert(dock->objectName(), dock);
    m_actions->viewMenu()->addAction(dock->toggleViewAction());
    return dock;
}

void MainWindow::buildExperiment() { m_experiment = new ExperimentPanel(m_draft, m_view, this); }

void MainWindow::buildTables()
{
    m_results = new ResultsPanel(m_run, m_view, this);
    m_sockets = new SocketPanel(m_run, m_view, m_parts.settings, this);
}

void MainWindow::buildTexts()
{
    m_why = new WhyPanel(m_run, m_view, this);
    m_log = new LogPanel(m_run, m_view, this);
    m_history = new HistoryPanel(m_parts.store, m_parts.whyNoStore, this);
    m_lesson = new LessonPanel({m_parts.desk.course, m_draft, m_run, m_view, m_parts.lessons}, this);
}

void MainWindow::buildDocks()
{
    // The experiment needs the height: it owns both left corners. Sockets and Why run to the right edge.
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    addDock("experiment", tr("Experiment"), {}, m_experiment, Qt::LeftDockWidgetArea);
    addDock("results", tr("Results"), tr("this run and earlier ones"), m_results, Qt::RightDockWidgetArea);
    auto* sockets = addDock("sockets", tr("Sockets"), tr("/proc/net/tcp of both hosts, 10 × a second; lit: changed just now"), m_sockets, Qt::BottomDockWidgetArea);
    connect(m_sockets, &SocketPanel::instantTold, static_cast<DockTitle*>(sockets->titleBarWidget()), &DockTitle::setNews);
    addDock("log", tr("Log"), tr("seconds since the fault"), m_log, Qt::BottomDockWidgetArea);
    addDock("history", tr("History"), tr("double-click opens a run as it was"), m_history, Qt::BottomDockWidgetArea);
    addDock("why", tr("Why"), {}, m_why, Qt::BottomDockWidgetArea);
    addDock("lesson", tr("Lesson"), {}, m_lesson, Qt::BottomDockWidgetArea);
}

void MainWindow::arrangeDocks()
{
    const auto dock = [this](const char* name) { return m_docks.value(QLatin1String(name)); };
    for (auto* each : std::as_const(m_docks)) {
        if (each->isFloating()) // asks every panel for its size, so not without need
            each->setFloating(false);
        removeDockWidget(each);
    }
    addDockWidget(Qt::LeftDockWidgetArea, dock("experiment"));
    addDockWidget(Qt::RightDockWidgetArea, dock("results"));
    if (isLow()) {
        // Hosts and time line need the whole height: the rest lies behind its neighbours.
        for (const char* behind : {"sockets", "log", "history"})
            tabifyDockWidget(dock("experiment"), dock(behind));
        for (const char* behind : {"why", "lesson"})
            tabifyDockWidget(dock("results"), dock(behind));
    } else {
        addDockWidget(Qt::BottomDockWidgetArea, dock("sockets"));
        splitDockWidget(dock("sockets"), dock("why"), Qt::Horizontal);
        tabifyDockWidget(dock("sockets"), dock("log"));
        tabifyDockWidget(dock("sockets"), dock("history"));
        tabifyDockWidget(dock("why"), dock("lesson"));
    }
    for (auto* each : std::as_const(m_docks))
        each->show();
    for (const char* front : {"sockets", "why", "experiment", "results"})
        dock(front)->raise();
    proportionDocks();
}

void MainWindow::giveLessonRoom()
{
    auto* lesson = m_docks.value(QStringLiteral("lesson"));
    auto* results = m_docks.value(QStringLiteral("results"));
    // A lesson is read, and its last step is to read Why beside it. Where its owner has put it otherwise, it stays.
    if (dockWidgetArea(lesson) == Qt::BottomDockWidgetArea && tabifiedDockWidgets(m_docks.value(QStringLiteral("why"))).contains(lesson)
        && results->isVisible() && !results->isFloating())
        tabifyDockWidget(results, lesson);
    lesson->show();
    lesson->raise();
}

bool MainWindow::isLow() const
{
    // Hosts, time line and a dock below them take so many lines, bars included.
    return height() < fontMetrics().height() * 42;
}

void MainWindow::proportionDocks()
{
    // Shares of the window, so that a projector's 1280 and a desk's 1920 both have their proportions.
    const auto dock = [this](const char* name) { return m_docks.value(QLatin1String(name)); };
    const int wide = width();
    const int high = height();
    resizeDocks({dock("experiment"), dock("results")}, {wide * 24 / 100, wide * 23 / 100}, Qt::Horizontal);
    if (dockWidgetArea(dock("sockets")) != Qt::BottomDockWidgetArea)
        return;
    resizeDocks({dock("sockets"), dock("why")}, {wide * 48 / 100, wide * 28 / 100}, Qt::Horizontal);
    // On a projector's 720 pixels the lanes would have no room for their words.
    const int below = high < fontMetrics().height() * 50 ? high * 21 / 100 : high * 27 / 100;
    resizeDocks({dock("sockets"), dock("why")}, {below, below}, Qt::Vertical);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    // Until the first paint: the window manager may have given it another size than was asked for.
    if (!m_painted && !m_restored && m_status != nullptr)
        proportionDocks();
}

void MainWindow::saveLayout()
{
    m_parts.settings.setValue(QStringLiteral("window/version"), kLayoutVersion);
    m_parts.settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_parts.settings.setValue(QStringLiteral("window/state"), saveState(kLayoutVersion));
    m_parts.settings.setValue(QStringLiteral("window/centre"), m_centre->saveState());
    m_parts.settings.setValue(QStringLiteral("window/sweep"), m_parts.desk.sweeps);
    saveFolds();
}

void MainWindow::saveFolds()
{
    QVariantMap open;
    for (const auto* box : findChildren<FoldBox*>())
        open.insert(box->objectName(), box->isOpen());
    m_parts.settings.setValue(QStringLiteral("window/folds"), open);
}

void MainWindow::restoreFolds()
{
    const auto open = m_parts.settings.value(QStringLiteral("window/folds")).toMap();
    for (auto* box : findChildren<FoldBox*>()) {
        if (const auto known = open.find(box->objectName()); known != open.end())
            box->setOpen(known->toBool());
    }
}

void MainWindow::layOut()
{
    const QSize room = screen()->availableSize();
    resize(QSize(1600, 960).boundedTo(room - QSize(0, fontMetrics().height() * 2)));
    // On a small screen every pixel is needed.
    if (room.width() <= 1440)
        setWindowState(Qt::WindowMaximized);
    arrangeDocks();
}

void MainWindow::restoreLayout()
{
    const auto theme = themeFromName(m_parts.settings.value(QStringLiteral("window/theme")).toString());
    m_actions->setTheme(theme);
    if (m_parts.settings.value(QStringLiteral("window/version")).toInt() != kLayoutVersion)
        return;
    m_restored = true;
    restoreGeometry(m_parts.settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(m_parts.settings.value(QStringLiteral("window/state")).toByteArray(), kLayoutVersion);
    m_centre->restoreState(m_parts.settings.value(QStringLiteral("window/centre")).toByteArray());
    restoreFolds();
    m_parts.desk.sweeps = m_parts.settings.value(QStringLiteral("window/sweep")).toBool();
}

void MainWindow::resetLayout()
{
    arrangeDocks();
    showSweep(false);
    m_centre->setSizes({2 * height() / 7, 5 * height() / 7});
    saveLayout();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) && m_style != nullptr)
        m_style->dressAll();
}

} // namespace halfopen
