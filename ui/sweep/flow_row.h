// SPDX-License-Identifier: GPL-3.0-or-later
// Controls beside each other, on as many lines as they need.
#pragma once

#include <QLayout>
#include <QList>

namespace halfopen {

/// Each has the size that it wants. What has no room on a line goes to the next, so that a narrow page grows in height.
class FlowRow final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowRow(int spacing);
    ~FlowRow() override;

    void addItem(QLayoutItem* item) override { m_items << item; }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect& rect) override;

private:
    /// The height that it takes.
    int arrange(const QRect& rect, bool moves) const;

    QList<QLayoutItem*> m_items;
};

} // namespace halfopen
