// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a picture of every page and state of the window, and tells what is cut, collides or says nothing.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QProcess>
#include <QTest>
#include <QTextStream>

#include <cstdlib>

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
    bool few = false;
    Pass pass = Pass::Plain;
    bool alone = false; // this pass and no sheets: started by the program itself
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
    const QCommandLineOption few(QStringLiteral("few"), QStringLiteral("Only the narrowest sizes."));
    const QCommandLineOption pass(QStringLiteral("pass"), QStringLiteral("0: plain, 1: doubled scale, 2: large font; all if not given."), QStringLiteral("number"));
    parser.addOptions({only, few, pass});
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Where the pictures go."));
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    return {parser.positionalArguments().first(), parser.value(only), parser.isSet(few), static_cast<Pass>(parser.value(pass).toInt()), parser.isSet(pass)};
}

bool open(WindowFixture& fixture, const QSize& size)
{
    qputenv("HALFOPEN_FAKE_AGENT", "check");
    fixture.window->showNormal();
    fixture.window->resize(size);
    return QTest::qWaitForWindowExposed(fixture.window.get()) && QTest::qWaitFor([&] { return fixture.places.isComplete(); });
}

/// What is wrong in that picture.
QStringList take(const Scene& scene, const Variant& variant, const Wishes& wishes)
{
    WindowFixture fixture;
    QStringList faults;
    if (!open(fixture, variant.size))
        return {QStringLiteral("the window does not open")};
    QWidget* window = scene.make(fixture);
    if (window == nullptr)
        return {QStringLiteral("this state is not reached")};
    // Layouts and item views settle in the event loop, some by timers of no length.
    for (int turn = 0; turn < 5; ++turn)
        QTest::qWait(1);
    if (window == fixture.window.get() && window->size() != variant.size)
        faults << QStringLiteral("the window is %1x%2").arg(window->width()).arg(window->height());
    if (window->width() > variant.size.width() || window->height() > variant.size.height())
        faults << QStringLiteral("%1 is larger than the screen: %2x%3").arg(window->objectName()).arg(window->width()).arg(window->height());
    faults += layoutFaults(*window);
    const QString folder = wishes.folder + u'/' + scene.name;
    if (!QDir().mkpath(folder) || !window->grab().save(folder + u'/' + variant.name(wishes.pass) + QStringLiteral(".png")))
        faults << QStringLiteral("the picture cannot be written");
    return faults;
}

int takeAll(const Wishes& wishes, Speech& speech)
{
    int wrong = 0;
    for (const Variant& variant : variantsOf(wishes.pass, wishes.few)) {
        applyTheme(variant.theme);
        speech.setLanguage(variant.language);
        for (const Scene& scene : allScenes()) {
            if (!scene.name.contains(wishes.only))
                continue;
            for (const QString& fault : take(scene, variant, wishes)) {
                out() << scene.name << ' ' << variant.name(wishes.pass) << ": " << fault << Qt::endl;
                ++wrong;
            }
        }
    }
    return wrong;
}

/// The scale is read when Qt starts, and a font before any widget is made.
bool takeInAnotherProcess(const Wishes& wishes, Pass pass)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    if (pass == Pass::DoubleScale)
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    QStringList arguments{wishes.folder, QStringLiteral("--pass"), QString::number(static_cast<int>(pass))};
    if (!wishes.only.isEmpty())
        arguments << QStringLiteral("--only") << wishes.only;
    if (wishes.few)
        arguments << QStringLiteral("--few");
    process.start(QCoreApplication::applicationFilePath(), arguments);
    return process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == EXIT_SUCCESS;
}

bool drawSheets(const Wishes& wishes)
{
    const QString sheets = wishes.folder + QStringLiteral("/sheets");
    bool drawn = QDir().mkpath(sheets);
    for (const Scene& scene : allScenes()) {
        if (scene.name.contains(wishes.only))
            drawn = drawContactSheet(wishes.folder + u'/' + scene.name, sheets + u'/' + scene.name + QStringLiteral(".png")) && drawn;
    }
    return drawn;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("halfopen"));
    const auto wishes = parseArguments(application);
    if (wishes.pass == Pass::LargeFont) {
        auto font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * 1.5);
        QApplication::setFont(font);
    }
    bool well = true;
    {
        Speech speech;
        well = takeAll(wishes, speech) == 0;
    }
    if (wishes.alone)
        return well ? EXIT_SUCCESS : EXIT_FAILURE;
    for (const Pass pass : {Pass::DoubleScale, Pass::LargeFont})
        well = takeInAnotherProcess(wishes, pass) && well;
    well = (wishes.few || drawSheets(wishes)) && well;
    out() << (well ? "Nothing is cut, nothing collides." : "Something is wrong: see above.") << Qt::endl;
    return well ? EXIT_SUCCESS : EXIT_FAILURE;
}
