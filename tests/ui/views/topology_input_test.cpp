// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts and the cable: what they offer to mouse, keys and screen readers.
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

#include "shown_hosts.h"

using namespace halfopen;

namespace {

QAccessibleInterface* spoken(TopologyView& view, TopologyPart part)
{
    for (int index = 0; index < static_cast<int>(kTopologyParts.size()); ++index) {
        if (kTopologyParts[static_cast<std::size_t>(index)] == part)
            return QAccessible::queryAccessibleInterface(&view)->child(index);
    }
    return nullptr;
}

} // namespace

class TopologyInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The offscreen platform can neither stack windows nor grab a keyboard.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support (raise|grabbing))"))); }

    void cableClickAsksForTheCut();
    void clickOnAPulledCablePlugsItIn();
    void nothingCanBeBrokenBeforeTheRun();
    void menusAskForFaults();
    void menusComeFromTheCatalogue();
    void loopbackHasNoCableToPull();
    void healNamesTheFault();
    void partsCanBeReachedByKeys();
    void partsAreSpoken();
    void screenReaderCutsTheCable();
    void whatAPressWillDoIsTold();
};

void TopologyInputTest::cableClickAsksForTheCut()
{
    for (const TopologyPart part : {TopologyPart::ClientCable, TopologyPart::Router, TopologyPart::ServerCable}) {
        ShownHosts hosts(samples::liveRun());
        QSignalSpy toggled(&hosts.view, &TopologyView::dropToggled);
        QTest::mouseClick(&hosts.view, Qt::LeftButton, {}, hosts.centre(part));
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(hosts.view.focusedPart(), part);
    }
}

void TopologyInputTest::clickOnAPulledCablePlugsItIn()
{
    ShownHosts hosts(run("cable-out-client"));
    QSignalSpy healed(&hosts.view, &TopologyView::healRequested);
    QSignalSpy toggled(&hosts.view, &TopologyView::dropToggled);
    QTest::mouseClick(&hosts.view, Qt::LeftButton, {}, hosts.centre(TopologyPart::ClientCable));
    QCOMPARE(healed.size(), 1);
    QCOMPARE(healed[0][0].toInt(), 0);
    QCOMPARE(toggled.size(), 0);
}

void TopologyInputTest::whatAPressWillDoIsTold()
{
    const auto told = [](ShownHosts& hosts, TopologyPart part) {
        auto* const deeds = spoken(hosts.view, part)->actionInterface();
        return deeds->localizedActionDescription(QAccessibleActionInterface::pressAction());
    };
    ShownHosts pulled(run("cable-out-client"));
    QVERIFY(pulled.view.scene().canAct && !pulled.view.scene().isCut());
    QCOMPARE(told(pulled, TopologyPart::ClientCable), QStringLiteral("Plug the cable back"));
    QCOMPARE(told(pulled, TopologyPart::ServerCable), QStringLiteral("Cut the cable"));
    QCOMPARE(told(pulled, TopologyPart::Router), QStringLiteral("Cut the cable"));
    QCOMPARE(pulled.view.scene().hint.value(1), QStringLiteral("Click the plug that is out to put it back"));
    ShownHosts over(samples::idleKeepalive());
    QVERIFY(!over.view.scene().canAct);
    for (const TopologyPart part : {TopologyPart::ClientCable, TopologyPart::Router, TopologyPart::ServerCable})
        QCOMPARE(told(over, part), over.view.scene().hint.value(0));
}

void TopologyInputTest::nothingCanBeBrokenBeforeTheRun()
{
    ShownHosts hosts(samples::idleKeepalive()); // it is over
    QSignalSpy toggled(&hosts.view, &TopologyView::dropToggled);
    QTest::mouseClick(&hosts.view, Qt::LeftButton, {}, hosts.centre(TopologyPart::Router));
    QCOMPARE(toggled.size(), 0);
    for (const TopologyPart part : kTopologyParts) {
        const std::unique_ptr<QMenu> menu(hosts.view.menuFor(part));
        QVERIFY(menu->actions().size() > 2);
        for (const QAction* const action : menu->actions())
            QVERIFY(action->isSeparator() || !action->isEnabled());
    }
}

void TopologyInputTest::menusAskForFaults()
{
    ShownHosts hosts(samples::liveRun());
    QSignalSpy asked(&hosts.view, &TopologyView::faultRequested);
    const std::unique_ptr<QMenu> client(hosts.view.menuFor(TopologyPart::Client));
    client->findChild<QAction*>(QStringLiteral("freeze"))->trigger();
    const std::unique_ptr<QMenu> cable(hosts.view.menuFor(TopologyPart::ServerCable));
    cable->findChild<QAction*>(QStringLiteral("cableOut"))->trigger();
    QVERIFY(!cable->findChild<QAction*>(QStringLiteral("dropBoth"))->isEnabled()); // it is cut both ways already
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[0][0].value<Fault>().kind, FaultKind::Freeze);
    QCOMPARE(asked[0][0].value<Fault>().host, Host::Client);
    QCOMPARE(asked[1][0].value<Fault>().kind, FaultKind::CableOut);
    QCOMPARE(asked[1][0].value<Fault>().host, Host::Server);
}

void TopologyInputTest::menusComeFromTheCatalogue()
{
    // Every fault of the catalogue can be asked for in the menu of its place, and no other.
    ShownHosts hosts(run("whole"));
    for (const CataloguedFault& entry : faultCatalogue()) {
        int found = 0;
        for (const TopologyPart part : kTopologyParts) {
            if (placeOf(part) != entry.place)
                continue;
            for (const TopologyDeed& deed : hosts.view.deeds(part)) {
                if (deed.fault && covers(entry, *deed.fault) && deed.fault->direction == Direction::Both)
                    ++found;
            }
        }
        QVERIFY2(found > 0, entry.key);
    }
    for (const FaultKind kind : allFaultKinds()) // and there is no fault that the catalogue lacks
        for (const Host host : {Host::Client, Host::Server})
            QCOMPARE(std::ranges::count_if(faultCatalogue(), [&](const CataloguedFault& entry) { return covers(entry, Fault{kind, 0, {}, host}); }), 1);
}

void TopologyInputTest::loopbackHasNoCableToPull()
{
    ShownHosts hosts(run("loopback"));
    const std::unique_ptr<QMenu> menu(hosts.view.menuFor(TopologyPart::ClientCable));
    const auto* const pull = menu->findChild<QAction*>(QStringLiteral("cableOut"));
    QVERIFY(!pull->isEnabled());
    QVERIFY(pull->text().contains(QStringLiteral("Loopback has no cable")));
    QVERIFY(menu->findChild<QAction*>(QStringLiteral("plugBack"))->isEnabled());
}

void TopologyInputTest::healNamesTheFault()
{
    ShownHosts hosts(samples::liveRun());
    QSignalSpy healed(&hosts.view, &TopologyView::healRequested);
    const std::unique_ptr<QMenu> menu(hosts.view.menuFor(TopologyPart::Router));
    menu->findChild<QAction*>(QStringLiteral("plugBack"))->trigger();
    QCOMPARE(healed.size(), 1);
    QCOMPARE(healed[0][0].toInt(), 0);
}

void TopologyInputTest::partsCanBeReachedByKeys()
{
    QWidget window;
    QWidget before(&window);
    before.setFocusPolicy(Qt::StrongFocus);
    ShownHosts hosts(samples::liveRun());
    hosts.view.setParent(&window);
    window.resize(800, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before.setFocus();
    QTest::keyClick(&before, Qt::Key_Tab);
    QVERIFY(hosts.view.hasFocus());
    QImage last;
    for (const TopologyPart part : kTopologyParts) { // each is reached, and seen to be
        QCOMPARE(hosts.view.focusedPart(), part);
        const QImage picture = hosts.view.grab(hosts.view.currentLayout().between.toAlignedRect().adjusted(-300, 0, 300, 0)).toImage();
        QVERIFY(picture != last);
        last = picture;
        QTest::keyClick(&hosts.view, Qt::Key_Tab);
    }
    QVERIFY(before.hasFocus()); // Tab leaves after the last part
    QTest::keyClick(&before, Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(hosts.view.focusedPart(), TopologyPart::Server);
    QTest::keyClick(&hosts.view, Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(hosts.view.focusedPart(), TopologyPart::ServerCable);
    QSignalSpy toggled(&hosts.view, &TopologyView::dropToggled);
    QTest::keyClick(&hosts.view, Qt::Key_Return);
    QTest::keyClick(&hosts.view, Qt::Key_Space);
    QCOMPARE(toggled.size(), 2);
    QTest::keyClick(&hosts.view, Qt::Key_Home);
    QCOMPARE(hosts.view.focusedPart(), TopologyPart::Client);
    QTest::keyClick(&hosts.view, Qt::Key_Right);
    QCOMPARE(hosts.view.focusedPart(), TopologyPart::ClientCable);
    QTest::keyClick(&hosts.view, Qt::Key_Left);
    QCOMPARE(hosts.view.focusedPart(), TopologyPart::Client);
    QTest::keyClick(&hosts.view, Qt::Key_Return);
    auto* const menu = hosts.view.findChild<QMenu*>(QStringLiteral("topologyMenu"));
    QVERIFY(menu != nullptr);
    QTRY_VERIFY(menu->isVisible());
    menu->close();
    hosts.view.setParent(nullptr);
}

void TopologyInputTest::partsAreSpoken()
{
    ShownHosts hosts(samples::liveRun());
    QAccessibleInterface* const all = QAccessible::queryAccessibleInterface(&hosts.view);
    QCOMPARE(all->text(QAccessible::Name), QStringLiteral("Hosts and cable"));
    QVERIFY(all->text(QAccessible::Description).contains(QStringLiteral("Router: Drops all packets since 8.3 s.")));
    QCOMPARE(all->childCount(), 5);
    QStringList names;
    for (int index = 0; index < all->childCount(); ++index) {
        QAccessibleInterface* const part = all->child(index);
        names << part->text(QAccessible::Name);
        QCOMPARE(all->indexOfChild(part), index);
        QCOMPARE(part->parent(), all);
        QVERIFY(!part->text(QAccessible::Description).isEmpty());
        QVERIFY(!part->rect().isEmpty());
        QCOMPARE(all->childAt(part->rect().center().x(), part->rect().center().y()), part);
    }
    QCOMPARE(names.join(u'|'), QStringLiteral("Client|Client's cable|Router|Server's cable|Server"));
    QVERIFY(spoken(hosts.view, TopologyPart::Client)->text(QAccessible::Description).contains(QStringLiteral("Kernel: ESTABLISHED: doubts: probe 2 of 3 unanswered.")));
    QCOMPARE(spoken(hosts.view, TopologyPart::ServerCable)->text(QAccessible::Description), QStringLiteral("The cable is cut."));
}

void TopologyInputTest::screenReaderCutsTheCable()
{
    ShownHosts hosts(run("whole"));
    QSignalSpy toggled(&hosts.view, &TopologyView::dropToggled);
    QSignalSpy asked(&hosts.view, &TopologyView::faultRequested);
    auto* const cable = spoken(hosts.view, TopologyPart::ServerCable)->actionInterface();
    QVERIFY(cable != nullptr);
    QCOMPARE(cable->localizedActionDescription(QAccessibleActionInterface::pressAction()), QStringLiteral("Cut the cable"));
    cable->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(toggled.size(), 1);
    auto* const server = spoken(hosts.view, TopologyPart::Server)->actionInterface();
    QVERIFY(server->actionNames().contains(QStringLiteral("kill")));
    server->doAction(QStringLiteral("kill"));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<Fault>().kind, FaultKind::Kill);
    server->doAction(QStringLiteral("nothing of that name"));
    QCOMPARE(asked.size(), 1);
}

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    TopologyInputTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "topology_input_test.moc"
