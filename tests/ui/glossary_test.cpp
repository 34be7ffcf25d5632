// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary: every kernel term of the window has an entry, and the page finds it.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QSet>
#include <QTableView>
#include <QTest>
#include <QToolTip>

#include "core/kernel_profile.h"
#include "core/packet.h"
#include "core/socket_options.h"
#include "core/socket_row.h"
#include "sample_run.h"
#include "ui/glossary/glossary_dialog.h"
#include "ui/glossary/glossary_model.h"
#include "ui/text/format.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "window_fixture.h"

using namespace halfopen;

class GlossaryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void knowsEveryKernelTerm()
    {
        QStringList terms;
        for (int state = 1; state <= static_cast<int>(TcpState::NewSynRecv); ++state)
            terms << fromCore(name(static_cast<TcpState>(state)));
        for (int timer = 0; timer <= static_cast<int>(KernelTimer::WindowProbe); ++timer)
            terms << fromCore(name(static_cast<KernelTimer>(timer)));
        for (int kind = 0; kind < static_cast<int>(PacketKind::Other); ++kind)
            terms << fromCore(name(static_cast<PacketKind>(kind)));
        for (const auto& option : optionSpecs())
            terms << fromCore(option.name);
        for (const auto& sysctl : sysctlSpecs())
            terms << fromCore(sysctl.name);
        terms << QStringLiteral("ETIMEDOUT ECONNRESET EHOSTUNREACH ENETUNREACH ECONNREFUSED EPIPE EAGAIN recv() send() select() poll() "
                                "epoll_wait() RTO backoff Send-Q Recv-Q unanswered HZ jiffy namespace IP_MINTTL")
                     .split(u' ');
        terms << QStringLiteral("tail-loss probe") << QStringLiteral("window probe") << QStringLiteral("rto [ms]");
        for (const auto& term : terms) {
            const auto entry = glossary(term);
            QVERIFY2(entry, qPrintable(term));
            QVERIFY2(entry->explanation.size() > 10 && !entry->source.isEmpty(), qPrintable(term));
            QVERIFY2(glossaryToolTip(term).contains(entry->source.toHtmlEscaped()), qPrintable(term));
        }
        QVERIFY(!glossary(u"no such term"));
        QVERIFY(glossaryToolTip(u"no such term").isEmpty());
        QCOMPARE(glossaryToolTip(u"no such term", QStringLiteral("3 bytes")), QStringLiteral("3 bytes"));
    }

    void spellingsThatDifferInCaseStayApart()
    {
        QCOMPARE(glossary(u"CLOSE")->topic, GlossaryTopic::State);
        QCOMPARE(glossary(u"close()")->topic, GlossaryTopic::Call);
        QCOMPARE(glossary(u"established")->term, QStringLiteral("ESTABLISHED"));
        QSet<QString> seen;
        for (const auto& entry : glossaryEntries()) {
            QVERIFY2(!seen.contains(entry.term), qPrintable(entry.term));
            seen.insert(entry.term);
        }
    }

    void modelKeepsTheRules()
    {
        GlossaryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), static_cast<int>(glossaryEntries().size()));
        QCOMPARE(model.index(model.rowOf(u"persist"), GlossaryModel::Term).data().toString(), QStringLiteral("window-probe"));
        model.reload();
    }

    void pageIsOpenedFromHelpAndSearched()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.trigger("showGlossary");
        auto* dialog = fixture.find<GlossaryDialog>("glossary");
        QVERIFY(dialog != nullptr);
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        auto* search = dialog->findChild<QLineEdit*>(QStringLiteral("glossary.search"));
        auto* table = dialog->findChild<QTableView*>(QStringLiteral("glossary.table"));
        const int all = table->model()->rowCount();
        QVERIFY(all > 80);
        QTest::keyClicks(search, QStringLiteral("keepalive 75 s"));
        QVERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < all);
        search->clear();
        QTest::keyClicks(search, QStringLiteral("TCP_KEEPINTVL"));
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("TCP_KEEPINTVL"));
        QTest::keyClick(search, Qt::Key_Down);
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QTest::keySequence(table, QKeySequence::Copy);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("TCP_KEEPINTVL: ")));
        search->clear();
        auto* topic = dialog->findChild<QComboBox*>(QStringLiteral("glossary.topic"));
        topic->setCurrentIndex(1 + static_cast<int>(GlossaryTopic::Error));
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QCOMPARE(table->model()->index(row, 0).data(GlossaryModel::TopicRole).toInt(), static_cast<int>(GlossaryTopic::Error));
        QTest::keyClicks(search, QStringLiteral("no such words"));
        QVERIFY(dialog->findChild<QWidget*>(QStringLiteral("glossary.nothing"))->isVisible());
        showGlossary(fixture.window.get(), QStringLiteral("backoff"));
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("backoff"));
        QCOMPARE(fixture.window->findChildren<GlossaryDialog*>().size(), 1);
    }

    void paintedViewsExplainTheirWords()
    {
        WindowFixture fixture;
        fixture.open();
        const auto tip = [](QWidget* widget, const QPointF& at) {
            QHelpEvent help(QEvent::ToolTip, at.toPoint(), widget->mapToGlobal(at.toPoint()));
            QCoreApplication::sendEvent(widget, &help);
            return QToolTip::text();
        };
        auto* timeline = fixture.window->findChild<TimelineView*>();
        const auto plot = timeline->plotArea();
        const QString call = tip(timeline, {plot.left() - 20, plot.top() + 8});
        QVERIFY2(call.contains(QStringLiteral("The call that the program is in")) && call.contains(QStringLiteral("recv(2)")), qPrintable(call));
        auto* hosts = fixture.window->findChild<TopologyView*>();
        const auto layout = hosts->currentLayout();
        QVERIFY(tip(hosts, layout.host(Host::Server).kernel.center()).contains(QStringLiteral("tcp(7)")));
        QVERIFY(tip(hosts, layout.host(Host::Client).program.center()).contains(QStringLiteral("there is no connection yet")));
        QVERIFY(tip(hosts, layout.router.center()).contains(QStringLiteral("can drop packets")));
    }

    void optionRowsExplainTheirTerm()
    {
        WindowFixture fixture;
        fixture.open();
        auto* spin = fixture.find<QWidget>("Client.TCP_KEEPIDLE.spin");
        QVERIFY(spin != nullptr);
        QVERIFY(spin->toolTip().contains(QStringLiteral("keepalive_time_when()")));
        QVERIFY(spin->toolTip().contains(QStringLiteral("32767")));
    }
};

QTEST_MAIN(GlossaryTest)
#include "glossary_test.moc"
