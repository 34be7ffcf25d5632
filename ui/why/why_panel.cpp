// SPDX-License-Identifier: GPL-3.0-or-later
// The Why dock: the explanation of the selected end.
#include "ui/why/why_panel.h"

#include <QClipboard>
#include <QCursor>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextOption>
#include <QToolButton>
#include <QToolTip>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "ui/glossary/glossary.h"
#include "ui/glossary/glossary_dialog.h"
#include "ui/glossary/glossary_links.h"
#include "ui/text/format.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/theme/quantity_text.h"
#include "ui/view_state.h"
#include "ui/why/explanation.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

QString stageText(Explanation::Stage stage)
{
    switch (stage) {
    case Explanation::Stage::Before:
        return WhyPanel::tr("before the run");
    case Explanation::Stage::During:
        return WhyPanel::tr("the run goes on");
    case Explanation::Stage::After:
        break;
    }
    return WhyPanel::tr("after the run");
}

QString countText(const KernelCounters& counted, const std::string& name)
{
    const auto found = counted.find(name);
    return found == counted.end() ? QStringLiteral("+0") : QString::asprintf("%+lld", static_cast<long long>(found->second));
}

} // namespace

WhyPanel::WhyPanel(ShownRun& run, ViewState& view, QWidget* parent)
    : QWidget(parent), m_run(run), m_view(view), m_whose(new QLabel(this)), m_copy(new QToolButton(this)), m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("whyPanel"));
    m_whose->setObjectName(QStringLiteral("why.whose"));
    m_whose->setWordWrap(true);
    m_whose->setForegroundRole(QPalette::PlaceholderText);
    m_copy->setObjectName(QStringLiteral("why.copy"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    wear(*m_copy, Look::FilterButton);
    m_text->setObjectName(QStringLiteral("why"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setMinimumHeight(fontMetrics().height() * 3); // in a low window the hosts and the time line need the lines
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(2);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setWordWrapMode(QTextOption::WordWrap);
    auto* head = new QHBoxLayout;
    head->addWidget(m_whose, 1);
    head->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 2, 2, 6);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_text);
    connect(m_copy, &QToolButton::clicked, this, &WhyPanel::copyAll);
    connect(m_text, &QTextBrowser::anchorClicked, this, &WhyPanel::follow);
    connect(m_text, qOverload<const QUrl&>(&QTextBrowser::highlighted), this, &WhyPanel::hint);
    connect(&m_run, &ShownRun::replaced, this, &WhyPanel::explainAgain);
    connect(&m_run, &ShownRun::predictionsChanged, this, &WhyPanel::explainAgain);
    connect(&m_view, &ViewState::pairChanged, this, &WhyPanel::explainAgain);
    connect(&m_view, &ViewState::endChanged, this, &WhyPanel::explainAgain);
    retranslate();
}

QString WhyPanel::text() const { return m_text->toPlainText().remove(kWordJoiner); }

void WhyPanel::retranslate()
{
    m_text->setAccessibleName(tr("Why the selected end notices or not"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the explanation"));
    m_copy->setToolTip(tr("Copies the whole explanation as text"));
    explainAgain();
}

void WhyPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    // The page has colours of its own.
    if (event->type() == QEvent::PaletteChange && m_seenEvents)
        explainAgain();
}

void WhyPanel::setHeldBack(bool heldBack)
{
    if (m_heldBack == heldBack)
        return;
    m_heldBack = heldBack;
    explainAgain();
}

void WhyPanel::refresh()
{
    if (m_seenEvents == m_run.timeline().eventCount() && m_wasRunning == m_run.isRunning())
        return;
    explainAgain();
}

const Prediction* WhyPanel::explained() const
{
    const auto* prediction = m_run.prediction(m_view.pair(), m_view.end());
    const auto* across = m_run.prediction(m_view.pair(), otherHost(m_view.end()));
    // An end where nobody looks has nothing to explain; its peer may have.
    return prediction != nullptr && !prediction->applicable && across != nullptr && across->applicable ? across : prediction;
}

void WhyPanel::explainAgain()
{
    m_seenEvents = m_run.timeline().eventCount();
    m_wasRunning = m_run.isRunning();
    const auto* prediction = explained();
    m_copy->setEnabled(prediction != nullptr);
    if (prediction == nullptr && m_heldBack) {
        m_whose->clear();
        showPage(QStringLiteral("<p><b>%1</b></p><p>%2</p><p><a href='show:prediction'>%3</a></p>")
                 .arg(tr("Your guess first").toHtmlEscaped(),
                      tr("Say in the lesson, or with the flag on the time line, when this end will notice. Then the reason stands here.").toHtmlEscaped(),
                      tr("Just show it").toHtmlEscaped()));
        return;
    }
    if (prediction == nullptr) {
        m_whose->clear();
        showPage(QStringLiteral("<p>%1</p>").arg(
            tr("Select a pair, in the time line or in the table of sockets. Here stands then which limit decides about its ends, every step "
               "with its predicted and its measured time, and what does not happen and why.").toHtmlEscaped()));
        return;
    }
    const auto& outcomes = m_run.outcomes();
    const auto found = std::ranges::find_if(outcomes, [&](const Outcome& each) { return each.pair == prediction->pair && each.end == prediction->end; });
    const bool over = m_run.hasRun() && !m_run.isRunning();
    const auto told = explain(m_run.timeline(), *prediction, found == outcomes.end() ? nullptr : &*found, over);
    m_whose->setText(tr("%1 of “%2” · %3", "end, name of the pair, before or after the run")
                         .arg(endTitle(prediction->end), fromCore(pairName(m_run.experiment(), prediction->pair)),
                              told.stage == Explanation::Stage::During && m_run.isReplayed() ? tr("played again, up to here") : stageText(told.stage)));
    if (m_whose->text() != m_shownOf)
        m_overflowedAt = 0;
    showPage(page(told));
    if (!isNarrow() && overflows()) {
        m_overflowedAt = width();
        showPage(page(told));
    }
}

bool WhyPanel::isNarrow() const { return m_narrow || width() <= m_overflowedAt; }

bool WhyPanel::overflows() const { return m_text->document()->size().width() > m_text->viewport()->width() + 1; }

QString WhyPanel::page(const Explanation& told) const
{
    const auto muted = Colours::from(palette()).mutedText.name();
    GlossaryLinks links;
    QString html;
    const auto section = [&](const QString& title, const QString& body) {
        if (!body.isEmpty())
            html += QStringLiteral("<p style='margin:6px 0 1px 0;color:%1'><b>%2</b></p>%3").arg(muted, title.toHtmlEscaped(), body);
    };
    const auto paragraph = [&](const QString& text, const QString& style = {}) {
        return text.isEmpty() ? QString{} : QStringLiteral("<p style='margin:0 0 3px 0;%1'>%2</p>").arg(style, links.linked(unitsKept(text)));
    };
    const auto list = [&](const QStringList& sentences) {
        QString items;
        for (const auto& sentence : sentences)
            items += QStringLiteral("<li>%1</li>").arg(links.linked(unitsKept(sentence)));
        return items.isEmpty() ? QString{} : QStringLiteral("<ul style='margin:0 0 3px 0;-qt-list-indent:0;margin-left:12px'>%1</ul>").arg(items);
    };
    const auto verdict = paragraph(told.verdict, QStringLiteral("font-weight:600"));
    html += verdict + paragraph(told.flagged.isEmpty() ? QString{} : QStringLiteral("⚑ ") + told.flagged);
    section(tr("What decides"), paragraph(told.decides, QStringLiteral("font-weight:600")) + paragraph(told.rule));
    // Without a fault all times count from the start.
    const bool faulty = m_run.timeline().firstFaultAt().has_value() || !m_run.experiment().faults.empty();
    section(faulty ? tr("Step by step, since the fault") : tr("Step by step, since the start"), stepTable(told));
    section(tr("What was seen"), list(told.seen));
    section(tr("What does not happen, and why"), list(told.absent));
    section(faulty ? tr("What the kernels counted since the fault") : tr("What the kernels counted since the start"), list(told.counted) + counterTable());
    section(tr("And otherwise"), paragraph(told.otherwise));
    return html;
}

QString WhyPanel::counterTable() const
{
    const KernelCounters client = m_run.timeline().countedSinceFault(Host::Client);
    const KernelCounters server = m_run.timeline().countedSinceFault(Host::Server);
    std::set<std::string> names;
    for (const KernelCounters* counted : {&client, &server}) {
        for (const auto& [name, value] : *counted)
            names.insert(name);
    }
    if (names.empty())
        return {};
    if (isNarrow())
        return counterList(client, server, names);
    const auto cell = [](const QString& text, const char* align) {
        return QStringLiteral("<td align='%1' style='padding-right:5px'>%2</td>").arg(QLatin1String(align), text.toHtmlEscaped());
    };
    const auto number = [&cell](const KernelCounters& counted, const std::string& name) { return cell(countText(counted, name), "right"); };
    QString rows = QStringLiteral("<tr>%1%2%3</tr>").arg(cell({}, "left"), cell(endTitle(Host::Client), "right"), cell(endTitle(Host::Server), "right"));
    for (const std::string& name : names)
        rows += QStringLiteral("<tr>%1%2%3</tr>").arg(cell(QString::fromStdString(name), "left"), number(client, name), number(server, name));
    return QStringLiteral("<table cellspacing='0'>%1</table>").arg(rows);
}

QString WhyPanel::counterList(const KernelCounters& client, const KernelCounters& server, const std::set<std::string>& names) const
{
    QString items;
    for (const std::string& name : names)
        items += QStringLiteral("<p style='margin:0 0 3px 0'><b>%1</b><br/>%2</p>")
                     .arg(QString::fromStdString(name).toHtmlEscaped(), tr("client %1, server %2", "a counter's increase on each host").arg(countText(client, name), countText(server, name)));
    return items;
}

QString WhyPanel::stepTable(const Explanation& told) const
{
    if (told.steps.empty())
        return {};
    const bool begun = told.stage != Explanation::Stage::Before;
    if (isNarrow())
        return stepList(told, begun);
    const auto cell = [](const QString& text, const char* tag = "td") {
        // Between a number and its unit no line may end. Chinese words are higher than numbers: they stand on one line below.
        return QStringLiteral("<%1 style='padding-right:7px;vertical-align:bottom' align='left'>%2</%1>").arg(QLatin1String(tag), unitsKept(text).toHtmlEscaped());
    };
    QString rows = QStringLiteral("<tr>") + cell(tr("step"), "th") + cell(tr("predicted"), "th");
    rows += begun ? QString(cell(tr("measured"), "th") + cell(tr("difference"), "th")) : QString{};
    rows += QStringLiteral("</tr>");
    for (const auto& step : told.steps) {
        rows += QStringLiteral("<tr>");
        rows += step.what.isEmpty() ? QString(cell(QStringLiteral("…")) + cell({})) : QString(cell(step.what) + cell(intervalText(step.predicted)));
        if (begun && step.measured) {
            const QString at = measuredText(toSeconds(*step.measured)); // in the units of what was predicted
            rows += cell(step.lost ? tr("%1, lost", "time of a packet").arg(at) : at) + cell(differenceText(step.predicted, *step.measured));
        } else if (begun && !step.what.isEmpty()) {
            rows += cell(told.stage == Explanation::Stage::During ? tr("not yet") : tr("not seen")) + cell({});
        }
        rows += QStringLiteral("</tr>");
    }
    return QStringLiteral("<table width='100%' cellspacing='0' style='margin:0 0 3px 0'>%1</table>").arg(rows);
}

QString WhyPanel::stepList(const Explanation& told, bool begun) const
{
    QString items;
    for (const auto& step : told.steps) {
        if (step.what.isEmpty()) {
            items += QStringLiteral("<p style='margin:0 0 3px 0'>…</p>");
            continue;
        }
        QStringList lines{QStringLiteral("<b>%1</b>").arg(step.what.toHtmlEscaped()), unitsKept(tr("predicted: %1").arg(intervalText(step.predicted))).toHtmlEscaped()};
        if (begun && step.measured) {
            const QString at = measuredText(toSeconds(*step.measured));
            const QString seen = step.lost ? tr("%1, lost", "time of a packet").arg(at) : at;
            lines << unitsKept(tr("measured: %1, %2", "time, by how much it differs from the prediction").arg(seen, differenceText(step.predicted, *step.measured))).toHtmlEscaped();
        } else if (begun) {
            lines << (told.stage == Explanation::Stage::During ? tr("not yet") : tr("not seen")).toHtmlEscaped();
        }
        items += QStringLiteral("<p style='margin:0 0 3px 0'>%1</p>").arg(lines.join(QStringLiteral("<br/>")));
    }
    return items;
}

void WhyPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The table's four columns take about as many characters.
    const bool listed = isNarrow();
    m_narrow = width() < fontMetrics().averageCharWidth() * 48;
    if (isNarrow() != listed || (!isNarrow() && overflows()))
        explainAgain();
}

void WhyPanel::showPage(const QString& html)
{
    if (html == m_shown)
        return;
    m_shown = html;
    // While events arrive the reader keeps his place; another end, or the verdict, begins at its top.
    const bool sameText = m_whose->text() == m_shownOf;
    const int scrolled = sameText ? m_text->verticalScrollBar()->value() : 0;
    m_shownOf = m_whose->text();
    // A Chinese full stop at a line's end reaches a few pixels beyond it, for which nobody should have to scroll.
    m_text->setHtml(QStringLiteral("<div style='margin-right:5px'>") + html + QStringLiteral("</div>"));
    m_text->moveCursor(QTextCursor::Start);
    m_text->verticalScrollBar()->setValue(scrolled);
}

void WhyPanel::hint(const QUrl& link)
{
    if (link.isEmpty() || link.scheme() != u"glossary")
        QToolTip::hideText();
    else
        QToolTip::showText(QCursor::pos(), glossaryToolTip(link.path()), m_text);
}

void WhyPanel::follow(const QUrl& link)
{
    if (link.scheme() == u"show")
        Q_EMIT showWanted();
    if (link.scheme() == u"glossary")
        showGlossary(window(), link.path());
}

void WhyPanel::copyAll() { QGuiApplication::clipboard()->setText(m_whose->text() + u'\n' + text()); }

} // namespace halfopen
