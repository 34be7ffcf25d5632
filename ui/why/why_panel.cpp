// SPDX-License-Identifier: GPL-3.0-or-later
// The Why dock: the explanation of the selected end.
#include "ui/why/why_panel.h"

#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/text/format.h"
#include "ui/theme/colours.h"
#include "ui/view_state.h"
#include "ui/why/explanation.h"
#include "ui/window/shown_run.h"

namespace halfopen {

WhyPanel::WhyPanel(ShownRun& run, ViewState& view, QWidget* parent)
    : QWidget(parent), m_run(run), m_view(view), m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("whyPanel"));
    m_text->setObjectName(QStringLiteral("why"));
    m_text->setAccessibleName(tr("Why the selected end notices or not"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 2, 6, 6);
    layout->addWidget(m_text);
    connect(&m_run, &ShownRun::replaced, this, &WhyPanel::refresh);
    connect(&m_run, &ShownRun::predictionsChanged, this, &WhyPanel::refresh);
    connect(&m_view, &ViewState::pairChanged, this, &WhyPanel::refresh);
    connect(&m_view, &ViewState::endChanged, this, &WhyPanel::refresh);
    refresh();
}

QString WhyPanel::text() const { return m_text->toPlainText(); }

void WhyPanel::refresh()
{
    const auto* prediction = m_run.prediction(m_view.pair(), m_view.end());
    const auto* across = m_run.prediction(m_view.pair(), otherHost(m_view.end()));
    // An end where nobody looks has nothing to explain; its peer may have.
    if (prediction != nullptr && !prediction->applicable && across != nullptr && across->applicable)
        prediction = across;
    QString html;
    if (prediction == nullptr) {
        html = tr("Select a pair to read why its ends notice, or why they do not.");
    } else {
        const auto& outcomes = m_run.outcomes();
        const auto found = std::ranges::find_if(outcomes, [&](const Outcome& each) {
            return each.pair == prediction->pair && each.end == prediction->end;
        });
        const auto told = explain(m_run.timeline(), *prediction, found == outcomes.end() ? nullptr : &*found);
        const auto muted = Colours::from(palette()).mutedText.name();
        const auto paragraph = [&](const QString& text, const QString& style = {}) {
            if (!text.isEmpty())
                html += QStringLiteral("<p style='margin:0 0 4px 0;%1'>%2</p>").arg(style, text.toHtmlEscaped());
        };
        paragraph(tr("%1 of pair %2").arg(endTitle(prediction->end)).arg(prediction->pair + 1), QStringLiteral("color:%1").arg(muted));
        paragraph(told.rule);
        paragraph(told.seen.join(u' '));
        paragraph(told.verdict, QStringLiteral("font-weight:600"));
        paragraph(told.otherwise, QStringLiteral("color:%1").arg(muted));
    }
    if (html == m_shown)
        return;
    m_shown = html;
    const int scrolled = m_text->verticalScrollBar()->value();
    m_text->setHtml(html);
    m_text->verticalScrollBar()->setValue(scrolled);
}

} // namespace halfopen
