// SPDX-License-Identifier: GPL-3.0-or-later
// Painted views for those who do not see them.
#include "ui/theme/picture_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace halfopen {

namespace {

/// Lives as the widget's child, so that both go together.
class PictureDeeds final : public QObject
{
public:
    PictureDeeds(QWidget& widget, std::vector<PictureDeed> deeds) : QObject(&widget), list(std::move(deeds)) {}

    const std::vector<PictureDeed> list;
};

const PictureDeeds* deedsOf(const QObject& widget)
{
    for (const auto* child : widget.children()) {
        if (const auto* found = dynamic_cast<const PictureDeeds*>(child))
            return found;
    }
    return nullptr;
}

class PictureAccessible final : public QAccessibleWidget
{
public:
    explicit PictureAccessible(QWidget& widget) : QAccessibleWidget(&widget, QAccessible::Chart) {}

    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names;
        if (const auto* deeds = deedsOf(*widget())) {
            for (const auto& deed : deeds->list)
                names << deed.name;
        }
        return names + QAccessibleWidget::actionNames();
    }
    [[nodiscard]] QString localizedActionName(const QString& name) const override
    {
        const auto* deed = find(name);
        return deed == nullptr ? QAccessibleWidget::localizedActionName(name) : deed->text;
    }
    [[nodiscard]] QString localizedActionDescription(const QString& name) const override
    {
        const auto* deed = find(name);
        return deed == nullptr ? QAccessibleWidget::localizedActionDescription(name) : deed->text;
    }
    void doAction(const QString& name) override
    {
        if (const auto* deed = find(name))
            deed->act();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] const PictureDeed* find(const QString& name) const
    {
        const auto* deeds = deedsOf(*widget());
        if (deeds == nullptr)
            return nullptr;
        const auto found = std::ranges::find(deeds->list, name, &PictureDeed::name);
        return found == deeds->list.end() ? nullptr : &*found;
    }
};

QAccessibleInterface* makePictureAccessible(const QString&, QObject* object)
{
    auto* const widget = qobject_cast<QWidget*>(object);
    return widget != nullptr && deedsOf(*widget) != nullptr ? new PictureAccessible(*widget) : nullptr;
}

} // namespace

void tellAsPicture(QWidget& widget, std::vector<PictureDeed> deeds)
{
    static const bool installed = [] {
        QAccessible::installFactory(makePictureAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    new PictureDeeds(widget, std::move(deeds));
    // A name or a parent set before has made an ordinary widget's interface already, and Qt keeps it.
    if (auto* known = QAccessible::queryAccessibleInterface(&widget))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

} // namespace halfopen
