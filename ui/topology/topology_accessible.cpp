// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts and the cable for those who do not see them.
#include "ui/topology/topology_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

#include "ui/faults/fault_text.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"
#include "ui/topology/topology_view.h"

namespace halfopen {

namespace {

/// One part. Its widget's interface owns it through the cache.
class PartAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PartAccessible(TopologyView& view, TopologyPart part) : m_view(view), m_part(part) {}

    [[nodiscard]] bool isValid() const override { return true; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override
    {
        return isHost(m_part) ? QAccessible::ButtonMenu : QAccessible::PushButton;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.focused = m_view.hasFocus() && m_view.focusedPart() == m_part;
        state.hasPopup = true;
        state.invisible = !m_view.isVisible();
        return state;
    }
    [[nodiscard]] QRect rect() const override
    {
        return m_view.screenRectOf(m_part);
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return partName(m_part, m_view.scene().path);
        return kind == QAccessible::Description ? partDescription(m_view.scene(), m_part) : QString{};
    }
    void setText(QAccessible::Text, const QString&) override {}
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names{pressAction(), showMenuAction(), setFocusAction()};
        for (const TopologyDeed& deed : m_view.deeds(m_part)) {
            if (deed.obstacle.isEmpty())
                names << deed.key;
        }
        return names;
    }
    [[nodiscard]] QString localizedActionName(const QString& name) const override
    {
        const auto deed = find(name);
        return deed ? QString(deed->text).remove(u'&') : QAccessibleActionInterface::localizedActionName(name);
    }
    [[nodiscard]] QString localizedActionDescription(const QString& name) const override
    {
        if (name == pressAction())
            return pressText();
        const auto deed = find(name);
        return deed ? QString(deed->text).remove(u'&') : QAccessibleActionInterface::localizedActionDescription(name);
    }
    void doAction(const QString& name) override
    {
        if (name == pressAction()) {
            m_view.activate(m_part);
        } else if (name == showMenuAction()) {
            m_view.popUp(m_part, rect().center());
        } else if (name == setFocusAction()) {
            m_view.setFocus(Qt::OtherFocusReason);
            m_view.setFocused(m_part);
        } else if (const auto deed = find(name)) {
            m_view.perform(*deed);
        }
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString& name) const override
    {
        return name == pressAction() ? QStringList{QStringLiteral("Space")} : QStringList{};
    }

private:
    [[nodiscard]] std::optional<TopologyDeed> find(const QString& key) const
    {
        auto deeds = m_view.deeds(m_part);
        const auto found = std::ranges::find(deeds, key, &TopologyDeed::key);
        return found == deeds.end() ? std::nullopt : std::optional{*found};
    }
    [[nodiscard]] QString pressText() const
    {
        if (isHost(m_part))
            return LaneText::tr("Show the faults of this host");
        const TopologyScene& scene = m_view.scene();
        if (!scene.canAct)
            return scene.hint.value(0);
        // As the view acts: a plug that is out goes in first, and the other half can be cut meanwhile.
        const bool out = (m_part == TopologyPart::ClientCable && scene.host(Host::Client).isCableOut())
                         || (m_part == TopologyPart::ServerCable && scene.host(Host::Server).isCableOut());
        return out || scene.isCut() ? LaneText::tr("Plug the cable back") : LaneText::tr("Cut the cable");
    }

    TopologyView& m_view;
    TopologyPart m_part;
};

class TopologyAccessible final : public QAccessibleWidget
{
public:
    explicit TopologyAccessible(TopologyView& view) : QAccessibleWidget(&view, QAccessible::Grouping), m_view(view)
    {
        for (std::size_t index = 0; index < kTopologyParts.size(); ++index)
            m_parts[index] = QAccessible::registerAccessibleInterface(new PartAccessible(view, kTopologyParts[index]));
    }
    ~TopologyAccessible() override
    {
        for (const QAccessible::Id id : m_parts)
            QAccessible::deleteAccessibleInterface(id);
    }
    TopologyAccessible(const TopologyAccessible&) = delete;
    TopologyAccessible& operator=(const TopologyAccessible&) = delete;

    [[nodiscard]] int childCount() const override { return static_cast<int>(m_parts.size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || static_cast<std::size_t>(index) >= m_parts.size())
            return nullptr;
        return QAccessible::accessibleInterface(m_parts[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        const auto found = std::ranges::find_if(
            m_parts, [&](QAccessible::Id id) { return QAccessible::accessibleInterface(id) == wanted; });
        return found == m_parts.end() ? -1 : static_cast<int>(found - m_parts.begin());
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        return child(indexOf(m_view.partAtScreen({x, y})));
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        return m_view.hasFocus() ? child(indexOf(m_view.focusedPart())) : nullptr;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Description)
            return QAccessibleWidget::text(kind);
        QStringList lines;
        for (const TopologyPart part : kTopologyParts)
            lines << LaneText::tr("%1: %2", "part of the drawing, how it is")
                         .arg(partName(part, m_view.scene().path), partDescription(m_view.scene(), part));
        lines << m_view.scene().clock << m_view.scene().countdown << m_view.scene().hint.value(0);
        lines.removeAll(QString());
        return lines.join(u'\n');
    }

    [[nodiscard]] static int indexOf(TopologyPart part)
    {
        const auto found = std::ranges::find(kTopologyParts, part);
        return found == kTopologyParts.end() ? -1 : static_cast<int>(found - kTopologyParts.begin());
    }

private:
    TopologyView& m_view;
    std::array<QAccessible::Id, kTopologyParts.size()> m_parts{};
};

QAccessibleInterface* makeTopologyAccessible(const QString&, QObject* object)
{
    auto* const view = qobject_cast<TopologyView*>(object);
    return view ? new TopologyAccessible(*view) : nullptr;
}

/// One sentence a fault; that its cable is out is the cable's to tell.
QString toldOf(const std::vector<FaultWords>& faults)
{
    QStringList sentences;
    for (const FaultWords& each : faults) {
        if (each.fault.kind != FaultKind::CableOut)
            sentences << each.told;
    }
    return sentences.join(u' ');
}

QString cableState(const TopologyScene& scene, Host host)
{
    const auto& faults = scene.host(host).network;
    const auto out = std::ranges::find_if(faults, [](const FaultWords& each) { return each.fault.kind == FaultKind::CableOut; });
    if (out != faults.end())
        return out->told;
    return scene.isCutBothWays() ? LaneText::tr("The cable is cut.") : LaneText::tr("The cable is whole.");
}

QString routerState(const TopologyScene& scene)
{
    return scene.router.empty() ? LaneText::tr("Lets all packets pass.") : toldOf(scene.router);
}

bool differ(const std::vector<FaultWords>& before, const std::vector<FaultWords>& after)
{
    return !std::ranges::equal(before, after, [](const FaultWords& one, const FaultWords& other) { return one.isLike(other); });
}

bool differ(const Knower& before, const Knower& after)
{
    return before.knowing != after.knowing || before.knows != after.knows;
}

} // namespace

void installTopologyAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeTopologyAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

QString partName(TopologyPart part, PathKind path)
{
    const auto place = placeOf(part);
    return place ? placeText(*place, path) : QString{};
}

QString partDescription(const TopologyScene& scene, TopologyPart part)
{
    switch (part) {
    case TopologyPart::None:
        break;
    case TopologyPart::Client:
    case TopologyPart::Server: {
        const HostScene& host = scene.host(part == TopologyPart::Client ? Host::Client : Host::Server);
        QStringList lines{LaneText::tr("Program: %1.\nKernel: %2.", "statements")
                              .arg(host.program.statement(), host.kernel.statement())};
        lines << toldOf(host.fates) << toldOf(host.network);
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case TopologyPart::ClientCable:
        return cableState(scene, Host::Client);
    case TopologyPart::ServerCable:
        return cableState(scene, Host::Server);
    case TopologyPart::Router:
        return routerState(scene);
    }
    return {};
}

std::vector<TopologyPart> partsThatDiffer(const TopologyScene& before, const TopologyScene& after)
{
    std::vector<TopologyPart> parts;
    const bool cut = before.isCutBothWays() != after.isCutBothWays();
    const auto host = [&](Host which) {
        return differ(before.host(which).program, after.host(which).program)
               || differ(before.host(which).kernel, after.host(which).kernel)
               || differ(before.host(which).fates, after.host(which).fates)
               || differ(before.host(which).network, after.host(which).network);
    };
    const auto cable = [&](Host which) {
        return cut || before.host(which).isCableOut() != after.host(which).isCableOut();
    };
    if (host(Host::Client))
        parts.push_back(TopologyPart::Client);
    if (cable(Host::Client))
        parts.push_back(TopologyPart::ClientCable);
    if (differ(before.router, after.router))
        parts.push_back(TopologyPart::Router);
    if (cable(Host::Server))
        parts.push_back(TopologyPart::ServerCable);
    if (host(Host::Server))
        parts.push_back(TopologyPart::Server);
    return parts;
}

void tellTopologyChange(TopologyView& view, const std::vector<TopologyPart>& parts)
{
    if (!QAccessible::isActive())
        return;
    for (const TopologyPart part : parts) {
        QAccessibleEvent told(&view, QAccessible::DescriptionChanged);
        told.setChild(TopologyAccessible::indexOf(part));
        QAccessible::updateAccessibility(&told);
    }
}

void tellTopologyFocus(TopologyView& view)
{
    if (!QAccessible::isActive() || !view.hasFocus())
        return;
    QAccessibleEvent told(&view, QAccessible::Focus);
    told.setChild(TopologyAccessible::indexOf(view.focusedPart()));
    QAccessible::updateAccessibility(&told);
}

} // namespace halfopen
