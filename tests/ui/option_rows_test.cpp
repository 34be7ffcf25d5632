// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an end and of the network: sliders, boxes, what is set and what is left to the kernel.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <cmath>

#include "sample_run.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/experiment/endpoint_editor.h"
#include "ui/experiment/network_editor.h"
#include "ui/experiment/option_row.h"
#include "ui/experiment/value_scale.h"
#include "ui/window/option_wiring.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

OptionRowSpec idleSpec() { return {QStringLiteral("TCP_KEEPIDLE"), QStringLiteral("Idle"), QStringLiteral("s"), 1, 32767, 1, 32767, 0, false, {}}; }

OptionRowSpec timeoutSpec()
{
    return {QStringLiteral("TCP_USER_TIMEOUT"), QStringLiteral("User timeout"), QStringLiteral("ms"), 0, 2147483647, 100, 2147483647, 0, true, {}};
}

} // namespace

class OptionRowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void sliderAndSpinBoxAgree()
    {
        OptionRow row(idleSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        row.setValue(5, 7200);
        auto* slider = row.findChild<QSlider*>();
        auto* spin = row.findChild<QDoubleSpinBox*>();
        QCOMPARE(spin->value(), 5.0);
        QSignalSpy edits(&row, &OptionRow::valueEdited);
        spin->setValue(42);
        QCOMPARE(edits.size(), 1);
        QCOMPARE(row.value(), std::optional(42.0));
        const int at42 = slider->value();
        slider->setValue(slider->maximum());
        QCOMPARE(edits.size(), 2);
        QCOMPARE(spin->value(), 32767.0);
        QVERIFY(slider->value() > at42);
    }

    void showingAValueTellsNobody()
    {
        OptionRow row(idleSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        QSignalSpy edits(&row, &OptionRow::valueEdited);
        row.setValue(5, 7200);
        row.setValue(std::nullopt, 7200);
        QCOMPARE(edits.size(), 0);
        QCOMPARE(row.findChild<QDoubleSpinBox*>()->value(), 7200.0);
    }

    void resetGivesTheKernelItsWay()
    {
        OptionRow row(idleSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        row.setValue(5, 7200);
        row.show();
        QTest::mouseClick(row.findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(row.value(), std::optional<double>{});
    }

    void arrowKeyIsOneValue()
    {
        OptionRow row(idleSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        row.setValue(5, 7200);
        row.show();
        auto* slider = row.findChild<QSlider*>();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(row.value(), std::optional(6.0));
        QTest::keyClick(slider, Qt::Key_Left);
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(row.value(), std::optional(4.0));
    }

    void eachActivityHasItsOwnRows()
    {
        EndpointEditor editor(Host::Client);
        Endpoint end;
        end.activity = Activity::Heartbeat;
        end.changes.push_back({4, {}});
        end.changes.back().options.userTimeoutMs = 2000;
        editor.setEndpoint(end, {});
        const auto spin = [&](const char* key) { return editor.findChild<QDoubleSpinBox*>(QStringLiteral("Client.%1.spin").arg(QLatin1String(key))); };
        const auto hidden = [&](const char* key) { return spin(key)->parentWidget()->isHidden(); };
        QCOMPARE(spin("heartbeat_interval_s")->value(), 1.0);
        QCOMPARE(spin("heartbeat_timeout_s")->value(), 3.0);
        QVERIFY(!hidden("heartbeat_interval_s") && hidden("send_bytes") && hidden("request_at_s"));
        QVERIFY(editor.findChild<QLabel*>(QStringLiteral("client.changes"))->text().contains(QStringLiteral("TCP_USER_TIMEOUT = 2000")));
        spin("heartbeat_timeout_s")->setValue(7.5);
        QCOMPARE(editor.endpoint().heartbeatTimeoutSeconds, 7.5);
        QCOMPARE(editor.endpoint().changes, end.changes);
        spin("TCP_SYNCNT")->setValue(2);
        spin("SO_LINGER")->setValue(0);
        editor.findChild<QCheckBox*>(QStringLiteral("client.IP_RECVERR"))->click();
        QCOMPARE(editor.endpoint().options.synCount, std::optional{2});
        QCOMPARE(editor.endpoint().options.lingerSeconds, std::optional{0});
        spin("SO_LINGER")->setValue(-1);
        QCOMPARE(editor.endpoint().options.lingerSeconds, std::optional<int>{});
        auto* activity = editor.findChild<QComboBox*>(QStringLiteral("client.activity"));
        QCOMPARE(activity->count(), static_cast<int>(allActivities().size()));
        Q_EMIT activity->activated(activity->findData(static_cast<int>(Activity::Close)));
        QCOMPARE(editor.endpoint().heartbeatTimeoutSeconds, Endpoint{}.heartbeatTimeoutSeconds); // belongs to the heartbeat alone
        QVERIFY(hidden("heartbeat_interval_s") && !hidden("send_bytes"));
    }

    void lingerIsTakenBackByItsSlider()
    {
        EndpointEditor editor(Host::Client);
        editor.setEndpoint({}, {});
        editor.show();
        const auto linger = [&] { return editor.endpoint().options.lingerSeconds; };
        auto* slider = editor.findChild<QSlider*>(QStringLiteral("Client.SO_LINGER.slider"));
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(linger(), std::optional{1});
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(linger(), std::optional<int>{}); // 0 would make close() send a RST
        slider->setValue(slider->maximum() / 2);
        QVERIFY(linger() > 1);
        slider->setValue(0);
        QCOMPARE(linger(), std::optional<int>{});
        // By its box 0 is still a value of its own.
        auto* spin = editor.findChild<QDoubleSpinBox*>(QStringLiteral("Client.SO_LINGER.spin"));
        QCOMPARE(spin->text(), QStringLiteral("off"));
        spin->setValue(0);
        QCOMPARE(linger(), std::optional{0});
        QVERIFY(spin->text() != QStringLiteral("off"));
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(linger(), std::optional<int>{});
    }

    void everyOptionOfTheFormatHasItsControl()
    {
        EndpointEditor editor(Host::Client);
        const auto row = [&](const QString& name) { return editor.findChild<QDoubleSpinBox*>(QStringLiteral("Client.%1.spin").arg(name)); };
        for (const OptionSpec& spec : optionSpecs()) {
            const auto name = QString::fromLatin1(spec.name.data(), static_cast<qsizetype>(spec.name.size()));
            const bool flag = spec.kind == OptionSpec::Kind::Flag;
            QVERIFY2(flag ? editor.findChild<QCheckBox*>(QStringLiteral("client.") + name) != nullptr : row(name) != nullptr, qPrintable(name));
        }
        // What a file has set is seen, folded away or not, and can be taken back under a kernel that does not know it.
        const auto* folded = editor.findChild<QLabel*>(QStringLiteral("client.more.summary"));
        QVERIFY(folded != nullptr);
        Endpoint end;
        editor.setEndpoint(end, {});
        QVERIFY(!row(QStringLiteral("TCP_RTO_MAX_MS"))->isEnabled()); // the kernel is 6.12 until another is told
        QCOMPARE(row(QStringLiteral("TCP_RTO_MAX_MS"))->value(), 120'000.0);
        QCOMPARE(folded->text(), QString());
        end.options.rtoMaxMs = 2000;
        end.options.noDelay = true;
        end.options.lingerSeconds = 0;
        editor.setEndpoint(end, {});
        QVERIFY(row(QStringLiteral("TCP_RTO_MAX_MS"))->isEnabled());
        QCOMPARE(row(QStringLiteral("TCP_RTO_MAX_MS"))->value(), 2000.0);
        for (const char* each : {"TCP_RTO_MAX_MS", "TCP_NODELAY", "SO_LINGER"})
            QVERIFY2(folded->text().contains(QLatin1String(each)), qPrintable(folded->text()));
        editor.show();
        editor.findChild<QToolButton*>(QStringLiteral("Client.TCP_RTO_MAX_MS.reset"))->click();
        QCOMPARE(editor.endpoint().options.rtoMaxMs, std::optional<int>{});
        KernelProfile newer;
        newer.minor = 15;
        editor.setEndpoint(editor.endpoint(), newer);
        row(QStringLiteral("TCP_RTO_MAX_MS"))->setValue(3000);
        QCOMPARE(editor.endpoint().options.rtoMaxMs, std::optional{3000});
    }

    void pathAndNeighboursAreChosen()
    {
        NetworkEditor editor;
        editor.setExperiment(sampleExperiment(), {});
        const auto choose = [&](const char* name, int value) {
            auto* choice = editor.findChild<QComboBox*>(QLatin1String(name));
            QVERIFY(choice->isEnabled());
            choice->setCurrentIndex(choice->findData(value));
            Q_EMIT choice->activated(choice->currentIndex());
        };
        QSignalSpy edits(&editor, &NetworkEditor::edited);
        choose("network.path", static_cast<int>(PathKind::Direct));
        choose("network.neighbours", static_cast<int>(Neighbours::Real));
        choose("network.place", static_cast<int>(PlaceKind::Namespaces));
        QCOMPARE(edits.size(), 3);
        auto told = edits.last().first().value<Experiment>();
        QCOMPARE(told.path, PathKind::Direct);
        QCOMPARE(told.neighbours, Neighbours::Real);
        choose("network.place", static_cast<int>(PlaceKind::Loopback));
        told = edits.last().first().value<Experiment>();
        QCOMPARE(told.path, PathKind::Loopback);
        QCOMPARE(told.neighbours, Neighbours::Pinned); // loopback has none
        QVERIFY(!editor.findChild<QComboBox*>(QStringLiteral("network.path"))->isEnabled());
        QVERIFY(!editor.findChild<QComboBox*>(QStringLiteral("network.neighbours"))->isEnabled());
    }

    void onlyWhatDiffersIsSetAnew()
    {
        SocketOptions now;
        now.keepAlive = true;
        now.keepIdleSeconds = 5;
        now.keepCount = 3;
        SocketOptions wanted = now;
        wanted.keepIdleSeconds = 2;
        wanted.keepCount.reset(); // no call takes it back
        wanted.userTimeoutMs = 2000;
        SocketOptions expected;
        expected.keepIdleSeconds = 2;
        expected.userTimeoutMs = 2000;
        QCOMPARE(changedOptions(now, wanted), expected);
        QCOMPARE(changedOptions(now, now), SocketOptions{});
    }

    void leftmostIsOff()
    {
        OptionRow row(timeoutSpec(), {QStringLiteral("client"), QStringLiteral("Client")});
        row.setValue(4000, 0);
        row.findChild<QSlider*>()->setValue(0);
        QCOMPARE(row.value(), std::optional(0.0));
        QCOMPARE(row.findChild<QDoubleSpinBox*>()->text(), QStringLiteral("off"));
    }
};

QTEST_MAIN(OptionRowsTest)
#include "option_rows_test.moc"
