// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps Chinese words in a spin box on the line that digits stand on.
#include "ui/theme/baseline_keeper.h"

#include <QAbstractSpinBox>
#include <QEvent>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QTextLayout>

namespace halfopen {

namespace {

/// By so many pixels that text stands too high in a line edit with that font.
int raisedBy(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    const QFontMetricsF own(font);
    return line.isValid() ? qRound((line.ascent() + line.descent() - own.ascent() - own.descent()) / 2) : 0;
}

class BaselineKeeper final : public QObject
{
public:
    explicit BaselineKeeper(QLineEdit& edit) : QObject(&edit), m_edit(edit) { edit.installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        // A spin box changes its text without a signal, so the last moment is the surest.
        if (event->type() == QEvent::Paint)
            align();
        return false;
    }

private:
    void align()
    {
        const QString text = m_edit.displayText();
        const QFont font = m_edit.font();
        if (text == m_text && font == m_font)
            return;
        m_text = text;
        m_font = font;
        const int down = raisedBy(text, font);
        // As much above as is taken below: the box wants no other height.
        if (const QMargins margins(0, down, 0, -down); m_edit.textMargins() != margins)
            m_edit.setTextMargins(margins);
    }

    QLineEdit& m_edit;
    QString m_text;
    QFont m_font;
};

} // namespace

void keepBaseline(QAbstractSpinBox& box)
{
    if (auto* edit = box.findChild<QLineEdit*>())
        new BaselineKeeper(*edit);
}

} // namespace halfopen
