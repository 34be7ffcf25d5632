// SPDX-License-Identifier: GPL-3.0-or-later
// The program with the window: wires session, store and ui together.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cstdlib>

#include "session/installation.h"
#include "session/place_check.h"
#include "session/run_controller.h"
#include "store/run_store.h"
#include "ui/headless/headless_run.h"
#include "ui/history/run_keeper.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/window/experiment_file.h"
#include "ui/window/experiment_files.h"
#include "ui/window/main_window.h"
#include "ui/window/style.h"
#include "ui/window/tinted_icon.h"
#include "ui/window/window_host.h"

using namespace halfopen;

namespace {

constexpr int kExitUsage = 2;
constexpr int kExitNoDisplay = 3; // as halfopen-cli: this place cannot run it

struct Wishes final
{
    QString what;   // file or lesson; empty: the starter, without a display the first lesson
    bool isLesson = false; // no file is meant
    QString folder; // --out
    bool headless = false;
    bool run = false;
};

bool wantsDisplay(int argc, char** argv)
{
    for (int number = 1; number < argc; ++number) {
        const QByteArrayView argument(argv[number]);
        if (argument == "--headless" || argument == "--version" || argument == "--help" || argument == "-h" || argument == "-v")
            return false;
    }
    return true;
}

struct MainText final
{
    Q_DECLARE_TR_FUNCTIONS(main)
};

/// While QApplication is made: where no display answers Qt would end the program with SIGABRT and a core dump.
void refuseWithoutDisplay(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type != QtFatalMsg) {
        QTextStream(stderr) << message << Qt::endl;
        return;
    }
    const QString display = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY", QStringLiteral("-")));
    QTextStream(stderr) << MainText::tr("No window can be opened on the display %1. Check DISPLAY or WAYLAND_DISPLAY, or do without a "
                                        "window: halfopen --headless or halfopen-cli.").arg(display) << Qt::endl;
    std::_Exit(kExitNoDisplay);
}

Wishes parseArguments(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(MainText::tr("Shows how long your sockets go on believing in a dead peer, and why."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption headless(QStringLiteral("headless"), MainText::tr("Run without a window, print the outcomes, write CSV and pictures."));
    const QCommandLineOption out(QStringLiteral("out"), MainText::tr("With --headless: the folder for the files (default: halfopen-results)."), MainText::tr("folder"));
    const QCommandLineOption lesson(QStringLiteral("lesson"), MainText::tr("Open this lesson."), MainText::tr("stem"));
    const QCommandLineOption run(QStringLiteral("run"), MainText::tr("Run at once."));
    parser.addOptions({headless, out, lesson, run});
    parser.addPositionalArgument(MainText::tr("experiment"), MainText::tr("An experiment file, or the stem of a lesson."), MainText::tr("[FILE|LESSON]"));
    parser.process(application);
    Wishes wishes;
    wishes.headless = parser.isSet(headless);
    wishes.run = parser.isSet(run);
    wishes.folder = parser.value(out);
    wishes.isLesson = parser.isSet(lesson);
    wishes.what = parser.isSet(lesson) ? parser.value(lesson) : parser.positionalArguments().value(0);
    return wishes;
}

const Lesson* findLesson(const QList<Lesson>& all, const QString& stem)
{
    const auto found = std::ranges::find_if(all, [&](const Lesson& each) { return each.stem == stem; });
    return found == all.end() ? nullptr : &*found;
}

/// What is to be opened: a lesson, or the experiment of a path. Neither: the complaint says why.
struct Choice final
{
    const Lesson* lesson = nullptr;
    QString path;
    QString complaint;
};

/// A file goes before a lesson of that name, unless the lesson is asked for.
Choice choose(const Wishes& wishes, const QList<Lesson>& all)
{
    if (!wishes.isLesson && QFileInfo::exists(wishes.what))
        return {nullptr, wishes.what, {}};
    if (const auto* lesson = findLesson(all, wishes.what))
        return {lesson, lesson->experimentPath, {}};
    return {nullptr, {}, wishes.isLesson ? MainText::tr("There is no lesson named '%1'; halfopen-cli lessons lists them.").arg(wishes.what)
                                         : MainText::tr("There is no file and no lesson named '%1'; halfopen-cli lessons lists them.").arg(wishes.what)};
}

int complain(const QString& message, int status)
{
    QTextStream(stderr) << message << Qt::endl;
    return status;
}

int runHeadless(QApplication& application, const Wishes& wishes, RunController& controller, const QList<Lesson>& all)
{
    if (wishes.what.isEmpty() && all.isEmpty())
        return complain(MainText::tr("No lesson was found beside the program; name an experiment file."), kExitUsage);
    const auto chosen = wishes.what.isEmpty() ? Choice{&all.first(), all.first().experimentPath, {}} : choose(wishes, all);
    if (!chosen.complaint.isEmpty())
        return complain(chosen.complaint, kExitUsage);
    const QString stem = chosen.lesson != nullptr ? chosen.lesson->stem : QFileInfo(chosen.path).fileName().section(u'.', 0, 0);
    const auto experiment = readExperiment(chosen.path);
    if (!experiment)
        return complain(fromCore(experiment.error().message), kExitUsage);
    const QString folder = wishes.folder.isEmpty() ? QDir::current().absoluteFilePath(QStringLiteral("halfopen-results")) : wishes.folder;
    HeadlessRun run(controller, experiment.value(), stem, folder);
    QObject::connect(&run, &HeadlessRun::done, &application, [](int status) { QCoreApplication::exit(status); });
    QTimer::singleShot(0, &run, &HeadlessRun::start);
    return QApplication::exec();
}

int runWindow(const Wishes& wishes, const WindowParts& parts, RunKeeper& keeper)
{
    WindowHost host(parts, keeper);
    auto& window = host.window();
    const auto chosen = wishes.what.isEmpty() ? Choice{} : choose(wishes, parts.lessons);
    bool isThere = true;
    if (!chosen.complaint.isEmpty()) {
        window.showMessage(chosen.complaint);
        isThere = false;
    } else if (chosen.lesson != nullptr) {
        isThere = window.openLesson(*chosen.lesson);
    } else if (!chosen.path.isEmpty()) {
        isThere = window.openExperiment(chosen.path);
    } else if (!wishes.run && !parts.settings.contains(QStringLiteral("welcome/seen"))) {
        window.showWelcome();
    }
    window.show();
    if (wishes.run && isThere) // else what lies there would run, which was not asked for
        QTimer::singleShot(0, &window, &MainWindow::startRun);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool chosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    const bool headless = !chosen && (!display || !wantsDisplay(argc, argv));
    if (headless)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto handler = qInstallMessageHandler(refuseWithoutDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(handler);
    // The same name in all three programs: it leads to the history (RunStore::defaultPath).
    QCoreApplication::setApplicationName(QStringLiteral("halfopen"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HALFOPEN_VERSION));
    QSettings settings(QStringLiteral("halfopen"), QStringLiteral("halfopen"));
    Speech speech; // before the arguments: --help speaks too
    speech.setLanguage(languageFromName(settings.value(QStringLiteral("window/language")).toString()));
    auto wishes = parseArguments(application);
    wishes.headless = wishes.headless || (headless && !display);

    applyTheme(wishes.headless ? Theme::Light : themeFromName(settings.value(QStringLiteral("window/theme")).toString()));
    QApplication::setWindowIcon(applicationIcon());
    // That of packaging/share/applications: a Wayland desktop finds icon and name by it.
    QGuiApplication::setDesktopFileName(QStringLiteral("halfopen"));
    RunController controller(agentProgram());
    auto store = RunStore::open(RunStore::defaultPath());
    const QString whyNoStore = store ? QString{} : fromCore(store.error().message);
    if (!store)
        store = RunStore::open(QStringLiteral(":memory:")); // so that runs are replayed and compared at least until the end
    RunStore* const history = store ? store.value().get() : nullptr;
    RunKeeper keeper(controller, history);
    const auto all = lessons();
    if (wishes.headless) {
        QObject::connect(&keeper, &RunKeeper::failed, [](const QString& message) { complain(message, 0); });
        return runHeadless(application, wishes, controller, all);
    }
    PlaceCheck places(agentProgram());
    Desk desk(controller);
    ExperimentFiles::bringBack(desk.draft, settings);
    return runWindow(wishes, {desk, controller, places, history, whyNoStore, all, settings, &speech}, keeper);
}
