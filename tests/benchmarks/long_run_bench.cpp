// SPDX-License-Identifier: GPL-3.0-or-later
// A history of long runs in the whole window: how long everything takes that people do with them, and how long each of it
// holds the event loop.
#include <QAction>
#include <QCommandLineParser>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "long_history.h"
#include "metered_application.h"
#include "session/place_check.h"
#include "session/run_controller.h"
#include "store/run_store.h"
#include "ui/history/history_model.h"
#include "ui/history/history_panel.h"
#include "ui/history/run_keeper.h"
#include "ui/results/results_panel.h"
#include "ui/text/language.h"
#include "ui/window/desk.h"
#include "ui/window/style.h"
#include "ui/window/window_host.h"

namespace halfopen {

namespace {

using namespace std::chrono_literals;

constexpr int kWaitMs = 240'000;

/// What one phase has taken in each round.
struct Phase final
{
    QString name;
    std::vector<double> took{}; // ms
    std::vector<double> wall{};
    std::vector<double> computed{};
    double most = 0;
    QString holder{}; // of the round that computed most
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

class Figures final
{
public:
    explicit Figures(MeteredApplication& application) : m_application(application) {}

    void measure(const QString& name, const std::function<void()>& deed)
    {
        static_cast<void>(m_application.takeHolds());
        QElapsedTimer clock;
        clock.start();
        deed();
        const auto took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QTest::qWait(250); // tables look again, and are painted
        const auto holds = m_application.takeHolds();
        auto found = std::ranges::find(m_phases, name, &Phase::name);
        if (found == m_phases.end())
            found = m_phases.insert(m_phases.end(), Phase{name});
        const Hold longest = holds.empty() ? Hold{} : std::ranges::max(holds, {}, &Hold::wall);
        const double computed = holds.empty() ? 0 : holds.front().computed;
        found->took.push_back(took);
        found->wall.push_back(longest.wall);
        found->computed.push_back(computed);
        // As it goes on: by the clock another program may have had the processor.
        std::fprintf(stderr, "%-24s took %6.0f ms, held %7.1f ms (%.1f computed) by %s; computed %.1f ms\n", qPrintable(name), took, longest.wall,
                     longest.computed, qPrintable(longest.what), computed);
        if (computed >= found->most) {
            found->most = computed;
            found->holder = holds.empty() ? QString{} : holds.front().what;
        }
    }

    void print() const
    {
        std::printf("%-34s %9s  %9s  %9s  %9s  %s\n", "median of the rounds [ms]", "took", "held", "computed", "(most)", "by");
        for (const auto& phase : m_phases)
            std::printf("%-34s %9.0f  %9.1f  %9.1f  %9.1f  %s\n", qPrintable(phase.name), median(phase.took), median(phase.wall), median(phase.computed),
                        phase.most, qPrintable(phase.holder));
        std::fflush(stdout);
    }

private:
    MeteredApplication& m_application;
    std::vector<Phase> m_phases;
};

/// The program's window over a history file.
class LongRuns final
{
public:
    LongRuns(MeteredApplication& application, Figures& figures, const QTemporaryDir& folder)
        : m_application(application), m_figures(figures), m_folder(folder), m_settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
          m_store(std::move(RunStore::open(folder.filePath(QStringLiteral("history.sqlite")))).value()), m_keeper(m_controller, m_store.get())
    {
        m_host = std::make_unique<WindowHost>(WindowParts{m_desk, m_controller, m_places, m_store.get(), {}, {}, m_settings, &m_speech}, m_keeper);
        window().resize(1280, 800);
        window().show();
        wait(QStringLiteral("the machine to be checked"), [this] { return m_places.isComplete(); });
    }

    void measureAll();

private:
    [[nodiscard]] MainWindow& window() { return m_host->window(); }
    template<class T>
    [[nodiscard]] T* find(const char* name) { return window().findChild<T*>(QLatin1String(name)); }
    void wait(const QString& what, const std::function<bool()>& there)
    {
        if (!QTest::qWaitFor(there, kWaitMs))
            qFatal("waited in vain for %s", qPrintable(what));
    }
    void trigger(const char* action)
    {
        auto* found = find<QAction>(action);
        if (found == nullptr)
            qFatal("there is no action %s", action);
        m_application.measure(QString::fromLatin1(action), [&] { found->trigger(); });
    }
    void raise(const char* dock)
    {
        find<QDockWidget>(dock)->show();
        find<QDockWidget>(dock)->raise();
    }
    void saveAs(const char* action, const QString& file);
    void look();
    void exportAll();
    void dress();
    void replay();
    void useHistory();

    MeteredApplication& m_application;
    Figures& m_figures;
    const QTemporaryDir& m_folder;
    QSettings m_settings;
    Speech m_speech;
    std::unique_ptr<RunStore> m_store;
    RunController m_controller{QStringLiteral("/bin/false")};
    PlaceCheck m_places{QStringLiteral("/bin/false")};
    RunKeeper m_keeper;
    Desk m_desk{m_controller};
    std::unique_ptr<WindowHost> m_host;
};

void LongRuns::saveAs(const char* action, const QString& file)
{
    trigger(action);
    QPointer<QFileDialog> dialog;
    wait(QStringLiteral("a dialog for the file"), [&] { return (dialog = find<QFileDialog>("saveDialog")) != nullptr; });
    dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(m_folder.filePath(file));
    m_application.measure(file, [&] { QTest::keyClick(dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")), Qt::Key_Return); });
    wait(file, [&] { return dialog.isNull() && QFile::exists(m_folder.filePath(file)); });
}

void LongRuns::look()
{
    m_figures.measure(QStringLiteral("other pairs"), [this] {
        for (int move = 1; move <= 40; ++move) {
            m_application.measure(QStringLiteral("setPair()"), [&] { m_desk.view.setPair(move % static_cast<int>(m_desk.run.experiment().pairs.size())); });
            QTest::qWait(0);
        }
        m_desk.view.setPair(0);
    });
    m_figures.measure(QStringLiteral("cursor moved"), [this] {
        for (int move = 1; move <= 40; ++move) {
            m_application.measure(QStringLiteral("setCursor()"), [&] { m_desk.view.setCursor(move * 10s); });
            QTest::qWait(0);
        }
    });
    m_figures.measure(QStringLiteral("all pairs compared"), [this] {
        m_application.measure(QStringLiteral("setCompared()"), [&] { m_desk.view.setCompared(LaneKind::Timer); });
        QTest::qWait(500);
        m_application.measure(QStringLiteral("setCompared()"), [&] { m_desk.view.setCompared(LaneKind::Wire); });
        QTest::qWait(500);
        m_application.measure(QStringLiteral("setCompared()"), [&] { m_desk.view.setCompared(std::nullopt); });
    });
    m_figures.measure(QStringLiteral("log searched"), [this] {
        raise("log");
        QTest::qWait(50);
        auto* filter = find<QLineEdit>("log.filter");
        for (const char* words : {"p", "pr", "server probe", "no such line", ""}) {
            m_application.measure(QStringLiteral("log filter"), [&] { filter->setText(QLatin1String(words)); });
            QTest::qWait(300);
        }
    });
    m_figures.measure(QStringLiteral("log copied"), [this] { trigger("log.copyAll"); });
}

void LongRuns::exportAll()
{
    Q_EMIT find<QMenu>("export.timeline")->aboutToShow(); // it looks then whether there is something to export
    m_figures.measure(QStringLiteral("outcomes as CSV"), [this] { saveAs("exportCsv", QStringLiteral("outcomes.csv")); });
    m_figures.measure(QStringLiteral("time line as CSV"), [this] { saveAs("export.timeline.csv", QStringLiteral("timeline.csv")); });
    m_figures.measure(QStringLiteral("time line as SVG"), [this] { saveAs("export.timeline.svg", QStringLiteral("timeline.svg")); });
    m_figures.measure(QStringLiteral("time line as PNG"), [this] { saveAs("export.timeline.png", QStringLiteral("timeline.png")); });
    m_figures.measure(QStringLiteral("numbers copied"), [this] { trigger("export.timeline.copyNumbers"); });
}

void LongRuns::dress()
{
    m_figures.measure(QStringLiteral("theme"), [this] {
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            m_application.measure(QStringLiteral("applyTheme()"), [&] { applyTheme(theme); });
            QTest::qWait(300);
        }
    });
    m_figures.measure(QStringLiteral("language"), [this] {
        for (const Language language : {Language::Chinese, Language::English}) {
            m_application.measure(QStringLiteral("setLanguage()"), [&] { m_speech.setLanguage(language); });
            QTest::qWait(1000);
        }
    });
}

void LongRuns::replay()
{
    auto& replay = m_desk.replay;
    const auto arrived = [&replay] { return !replay.isSeeking(); };
    m_figures.measure(QStringLiteral("read for the replay"), [&] {
        m_application.measure(QStringLiteral("playStoredRun()"), [this] { window().playStoredRun(kFirstLongRun); });
        wait(QStringLiteral("the replay"), [&] { return replay.isOpen() && arrived(); });
        replay.pause();
    });
    m_figures.measure(QStringLiteral("scrub"), [&] {
        for (const double part : {0.95, 0.35, 0.9, 0.3}) {
            m_application.measure(QStringLiteral("seek()"), [&] { replay.seek(fromSeconds(toSeconds(replay.recording().end()) * part)); });
            wait(QStringLiteral("the instant"), arrived);
            QTest::qWait(250);
        }
    });
    m_figures.measure(QStringLiteral("step"), [&] {
        for (const int by : {1, 1, 1, -1, 1}) {
            m_application.measure(QStringLiteral("step()"), [&] { replay.step(by); });
            wait(QStringLiteral("the step"), arrived);
        }
    });
    m_figures.measure(QStringLiteral("replay at 100 times"), [&] {
        replay.setSpeed(100);
        m_application.measure(QStringLiteral("toStart()"), [&] { replay.toStart(); });
        m_application.measure(QStringLiteral("play()"), [&] { replay.play(); });
        wait(QStringLiteral("the end of the replay"), [&] { return !replay.isPlaying(); });
    });
    m_figures.measure(QStringLiteral("replay left"), [&] { m_application.measure(QStringLiteral("close()"), [&] { replay.close(); }); });
}

void LongRuns::useHistory()
{
    auto* panel = find<HistoryPanel>("historyPanel");
    auto* table = find<QTableView>("history");
    m_figures.measure(QStringLiteral("history shown"), [this] { m_application.measure(QStringLiteral("raise()"), [this] { raise("history"); }); });
    m_figures.measure(QStringLiteral("two runs compared"), [&] {
        m_application.measure(QStringLiteral("compare"), [&] { Q_EMIT panel->compareWanted({kFirstLongRun, kSecondLongRun}); });
        wait(QStringLiteral("the comparison"), [this] { return find<ResultsPanel>("resultsPanel")->compared().size() == 2; });
    });
    m_figures.measure(QStringLiteral("CSV of the two"), [&] {
        m_application.measure(QStringLiteral("csv"), [&] { Q_EMIT panel->csvWanted({kFirstLongRun, kSecondLongRun}); });
        wait(QStringLiteral("the CSV"), [this] { return find<QFileDialog>("saveDialog") != nullptr; });
        find<QFileDialog>("saveDialog")->reject();
    });
    m_figures.measure(QStringLiteral("a run deleted"), [&] {
        raise("history");
        QTest::qWait(100);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data(HistoryModel::IdRole).toString() == kSecondLongRun)
                table->selectRow(row);
        }
        trigger("history.action.delete");
        auto* question = find<QMessageBox>("deleteRun");
        for (auto* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                m_application.measure(QStringLiteral("delete"), [&] { button->click(); });
        }
        wait(QStringLiteral("the deletion"), [this] { return !m_store->find(kSecondLongRun).value(); });
    });
}

void LongRuns::measureAll()
{
    m_figures.measure(QStringLiteral("open"), [this] {
        m_application.measure(QStringLiteral("openStoredRun()"), [this] { window().openStoredRun(kFirstLongRun); });
        wait(QStringLiteral("the run"), [this] { return m_desk.run.runId() == kFirstLongRun; });
    });
    look();
    exportAll();
    dress();
    replay();
    useHistory();
    m_figures.measure(QStringLiteral("run put away"), [this] { trigger("newExperiment"); });
    m_figures.measure(QStringLiteral("window closed"), [this] { m_application.measure(QStringLiteral("close()"), [this] { window().close(); }); });
}

} // namespace

} // namespace halfopen

int main(int argc, char** argv)
{
    using namespace halfopen;
    MeteredApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    applyTheme(Theme::Light); // as the program does before it has a window
    QCommandLineParser parser;
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often."), QStringLiteral("n"), QStringLiteral("5"));
    const QCommandLineOption events(QStringLiteral("events"), QStringLiteral("Of each of the two long runs."), QStringLiteral("n"), QStringLiteral("1000000"));
    const QCommandLineOption pairs(QStringLiteral("pairs"), QStringLiteral("Of every run."), QStringLiteral("n"), QStringLiteral("100"));
    parser.addHelpOption();
    parser.addOptions({rounds, events, pairs});
    parser.process(application);
    const LongHistory size{parser.value(events).toInt(), parser.value(pairs).toInt()};
    const QTemporaryDir master;
    const QString history = master.filePath(QStringLiteral("history.sqlite"));
    makeLongHistory(history, size);
    std::printf("%d events, %d pairs\n", size.events, size.pairs);
    std::fflush(stdout);
    Figures figures(application);
    for (int round = 0; round < parser.value(rounds).toInt(); ++round) {
        const QTemporaryDir folder;
        QFile::copy(history, folder.filePath(QStringLiteral("history.sqlite")));
        LongRuns(application, figures, folder).measureAll();
    }
    figures.print();
    return 0;
}
