// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a picture of every page and state of the window, and tells what is cut, collides or says nothing.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QDockWidget>
#include <QEvent>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "contact_sheet.h"
#include "layout_judge.h"
#include "scenes.h"
#include "variants.h"
#include "window_fixture.h"

using namespace halfopen;

namespace {

struct Wishes final
{
    QString folder;
    QString only;
    int share = 0; // of so many shares of the states, from 0
    int shares = 1;
    bool few = false;
    QString screen; // the process that takes the pictures of this one; empty: the one that starts these
};

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

Wishes parseArguments(const QApplication& application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Only states whose name contains this."), QStringLiteral("part"));
    const QCommandLineOption share(QStringLiteral("share"), QStringLiteral("Only the K-th of N shares of the states, from 1."), QStringLiteral("K/N"));
    const QCommandLineOption few(QStringLiteral("few"), QStringLiteral("Only the narrowest sizes."));
    const QCommandLineOption screen(QStringLiteral("screen"), QStringLiteral("On this screen alone, without sheets: 1280x720, 960x540@2, …"), QStringLiteral("name"));
    parser.addOptions({only, share, few, screen});
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Where the pictures go."));
    parser.process(application);
    const QStringList parts = parser.value(share).split(u'/');
    Wishes wishes{.folder = {}, .only = parser.value(only), .few = parser.isSet(few), .screen = parser.value(screen)};
    if (parser.isSet(share)) {
        wishes.share = parts.front().toInt() - 1;
        wishes.shares = parts.back().toInt();
    }
    if (parser.positionalArguments().size() != 1 || parts.size() > 2 || wishes.share < 0 || wishes.share >= wishes.shares)
        parser.showHelp(2);
    wishes.folder = parser.positionalArguments().first();
    return wishes;
}

QList<Scene> wishedScenes(const Wishes& wishes)
{
    QList<Scene> wished;
    const auto all = allScenes();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (i % wishes.shares == wishes.share && all[i].name.contains(wishes.only))
            wished << all[i];
    }
    return wished;
}

/// The offscreen platform says this of each window.
void dropPlatformWords(QtMsgType, const QMessageLogContext&, const QString& message)
{
    if (!message.startsWith(QStringLiteral("This plugin does not support")))
        QTextStream(stderr) << message << Qt::endl;
}

/// On a machine that can do all: the recordings are of hosts of their own.
bool open(WindowFixture& fixture, const QSize& size)
{
    qputenv("HALFOPEN_FAKE_AGENT", "check-whole");
    fixture.window->showNormal();
    fixture.window->resize(size);
    return QTest::qWaitForWindowExposed(fixture.window.get()) && QTest::qWaitFor([&] { return fixture.places.isComplete(); });
}

/// Who takes the room where a window is too large.
QString leastSizes(const QWidget& window)
{
    QStringList sizes;
    const auto add = [&](const QWidget* part) {
        const QSize least = part->minimumSizeHint().expandedTo(part->minimumSize());
        const QString name = part->objectName() == u"dockBody" ? part->parentWidget()->objectName() : part->objectName();
        sizes << QStringLiteral("%1 %2x%3").arg(name).arg(least.width()).arg(least.height());
    };
    for (const auto* dock : window.findChildren<QDockWidget*>())
        add(dock->widget());
    for (const char* name : {"banner", "nextStep", "pages", "transportBar"}) {
        if (const auto* part = window.findChild<QWidget*>(QLatin1String(name)); part != nullptr && part->isVisible())
            add(part);
    }
    return sizes.join(QStringLiteral(", "));
}

/// Layouts and item views settle in the event loop, some by timers of no length.
class LayoutWatch final : public QObject
{
public:
    LayoutWatch() { qApp->installEventFilter(this); }

    /// Whether nothing has moved between the last few questions.
    [[nodiscard]] bool isSettled()
    {
        m_quiet = std::exchange(m_moved, false) ? 0 : m_quiet + 1;
        return m_quiet > 2;
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        const auto type = event->type();
        m_moved = m_moved || type == QEvent::LayoutRequest || type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show;
        return false;
    }

private:
    bool m_moved = true;
    int m_quiet = 0; // turns
};

/// What is wrong in that picture.
QStringList take(const Scene& scene, const Screen& screen, const Variant& variant, const Wishes& wishes)
{
    WindowFixture fixture;
    QStringList faults;
    if (!open(fixture, screen.size))
        return {QStringLiteral("the window does not open")};
    QWidget* window = scene.make(fixture);
    if (window == nullptr)
        return {QStringLiteral("this state is not reached")};
    if (LayoutWatch watch; !QTest::qWaitFor([&watch] { return watch.isSettled(); }))
        faults << QStringLiteral("the layout does not settle");
    if (window->width() > screen.size.width() || window->height() > screen.size.height())
        faults << QStringLiteral("%1 is larger than the screen: %2x%3 (at least: %4)").arg(window->objectName()).arg(window->width()).arg(window->height()).arg(leastSizes(*window));
    faults += layoutFaults(*window);
    const QString folder = wishes.folder + u'/' + scene.name;
    if (!QDir().mkpath(folder) || !window->grab().save(folder + u'/' + screen.name() + variant.name() + QStringLiteral(".png")))
        faults << QStringLiteral("the picture cannot be written");
    fixture.window->setProjector(false); // its colours are the application's
    fixture.controller.cancel();
    if (!QTest::qWaitFor([&] { return !fixture.controller.isActive(); }))
        faults << QStringLiteral("the run does not end");
    return faults;
}

int takeAll(const Wishes& wishes, const Screen& screen)
{
    Speech speech;
    int wrong = 0;
    for (const Variant& variant : variantsOf(wishes.few)) {
        applyTheme(variant.theme);
        speech.setLanguage(variant.language);
        for (const Scene& scene : wishedScenes(wishes)) {
            for (const QString& fault : take(scene, screen, variant, wishes)) {
                out() << scene.name << ' ' << screen.name() << variant.name() << ": " << fault << Qt::endl;
                ++wrong;
            }
        }
    }
    return wrong;
}

/// Screen, scale and font are read when Qt starts: each screen has a process of its own. They mostly wait for what is lit
/// to fade, so they run side by side.
bool start(QProcess& process, const QString& folder, const Wishes& wishes, const Screen& screen)
{
    const QString description = folder + u'/' + screen.name();
    QFile file(description);
    if (!file.open(QIODevice::WriteOnly) || file.write(screen.description()) < 0)
        return false;
    file.close();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen:configfile=") + description);
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::number(screen.scale));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    QStringList arguments{wishes.folder, QStringLiteral("--screen"), screen.name(), QStringLiteral("--share"),
                          QStringLiteral("%1/%2").arg(wishes.share + 1).arg(wishes.shares)};
    if (!wishes.only.isEmpty())
        arguments << QStringLiteral("--only") << wishes.only;
    if (wishes.few)
        arguments << QStringLiteral("--few");
    process.start(QCoreApplication::applicationFilePath(), arguments);
    return process.waitForStarted();
}

bool takeOnAllScreens(const Wishes& wishes)
{
    const QTemporaryDir folder;
    std::vector<std::unique_ptr<QProcess>> processes;
    bool well = folder.isValid();
    for (const Screen& screen : screens()) {
        if (!wishes.few || screen.isNarrow)
            well = start(*processes.emplace_back(std::make_unique<QProcess>()), folder.path(), wishes, screen) && well;
    }
    for (const auto& process : processes)
        well = process->waitForFinished(-1) && process->exitStatus() == QProcess::NormalExit && process->exitCode() == EXIT_SUCCESS && well;
    return well;
}

bool drawSheets(const Wishes& wishes)
{
    const QString sheets = wishes.folder + QStringLiteral("/sheets");
    bool drawn = QDir().mkpath(sheets);
    for (const Scene& scene : wishedScenes(wishes))
        drawn = drawContactSheet(wishes.folder + u'/' + scene.name, sheets + u'/' + scene.name + QStringLiteral(".png")) && drawn;
    return drawn;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("halfopen"));
    qInstallMessageHandler(dropPlatformWords);
    const auto wishes = parseArguments(application);
    for (const Screen& screen : screens()) {
        if (wishes.screen == screen.name()) {
            auto font = QApplication::font();
            font.setPointSizeF(font.pointSizeF() * screen.font);
            QApplication::setFont(font);
            return takeAll(wishes, screen) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
        }
    }
    bool well = takeOnAllScreens(wishes);
    well = (wishes.few || drawSheets(wishes)) && well;
    out() << (well ? "Nothing is cut, nothing collides." : "Something is wrong: see above.") << Qt::endl;
    return well ? EXIT_SUCCESS : EXIT_FAILURE;
}
