// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: three ways to begin.
#include "ui/window/welcome_page.h"
#include "ui/theme/looks.h"

#include <QFocusEvent>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace halfopen {

namespace {

QLabel* cardLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    // The card is what is clicked.
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

const Lesson* lessonOf(const QList<Lesson>& lessons, const QString& number)
{
    const auto found = std::ranges::find_if(lessons, [&](const Lesson& each) { return each.stem.startsWith(number + u'-'); });
    return found == lessons.end() ? nullptr : &*found;
}

} // namespace

ChoiceCard::ChoiceCard(const QString& title, const QString& what, const QString& see, QWidget* parent) : QPushButton(parent)
{
    wear(*this, Look::ChoiceButton);
    setAccessibleName(title);
    setAccessibleDescription(what + u' ' + see);
    setAutoDefault(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* heading = cardLabel(title, this);
    auto type = heading->font();
    type.setPointSizeF(type.pointSizeF() * 1.3);
    type.setBold(true);
    heading->setFont(type);
    auto* seen = cardLabel(see, this);
    seen->setForegroundRole(QPalette::PlaceholderText);
    m_seen = seen;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(3);
    layout->addWidget(heading);
    layout->addWidget(cardLabel(what, this));
    layout->addWidget(seen);
}

void ChoiceCard::setBrief(bool brief)
{
    m_seen->setVisible(!brief);
    setToolTip(brief ? accessibleDescription() : QString{});
    layout()->invalidate();
    updateGeometry();
}

/// The outline is for who goes by the keyboard: around the card that waits for a key from the start it would look chosen.
void ChoiceCard::setReached(bool reached)
{
    if (property("reached").toBool() == reached)
        return;
    setProperty("reached", reached);
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void ChoiceCard::focusInEvent(QFocusEvent* event)
{
    setReached(event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason);
    QPushButton::focusInEvent(event);
}

void ChoiceCard::focusOutEvent(QFocusEvent* event)
{
    setReached(false);
    QPushButton::focusOutEvent(event);
}

QSize ChoiceCard::sizeHint() const { return layout()->totalSizeHint(); }
// The height follows from the width: a narrow card's height would only make the page scroll.
QSize ChoiceCard::minimumSizeHint() const { return {fontMetrics().height() * 14, fontMetrics().height() * 4}; }
int ChoiceCard::heightForWidth(int width) const { return layout()->totalHeightForWidth(width); }

WelcomePage::WelcomePage(const QList<Lesson>& lessons, QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("welcome"));
    setAccessibleName(tr("Welcome"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget(this);
    page->setObjectName(QStringLiteral("welcome.page"));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(10);
    auto* heading = new QLabel(tr("How long does your socket go on believing in a dead peer?"), page);
    heading->setObjectName(QStringLiteral("welcome.heading"));
    heading->setWordWrap(true);
    auto type = heading->font();
    type.setPointSizeF(type.pointSizeF() * 1.5);
    type.setBold(true);
    heading->setFont(type);
    layout->addWidget(heading);
    addLesson(layout, lessons, QStringLiteral("02"),
              {tr("A reader"), tr("Sets keepalive to 30/1/3. Its program waits in recv() while the cable is cut; after 30 s of silence its kernel "
                                  "asks every second, and gives up after 3 questions without an answer."),
               tr("You will see the kernel's timer run down, three probes vanish, and recv() fail after half a minute.")});
    addLesson(layout, lessons, QStringLiteral("04"),
              {tr("A sender"), tr("Sets an impatient keepalive, 3/1/3. Its program calls send() in a loop while the cable is cut."),
               tr("You will see send() go on succeeding into a dead connection, and which timer ends it.")});
    addOwn(layout);
    addButtons(layout, lessons);
    layout->addStretch(1);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
}

void WelcomePage::addOwn(QVBoxLayout* layout)
{
    auto* own = new ChoiceCard(tr("My own settings"), tr("One connection, a cut after one second, and every option under a slider."),
                               tr("You will see the predicted time follow each slider; then press Run and let the kernel answer."), layout->parentWidget());
    own->setObjectName(QStringLiteral("welcome.own"));
    layout->addWidget(own);
    if (m_first == nullptr)
        m_first = own;
    connect(own, &QPushButton::clicked, this, &WelcomePage::ownSettingsChosen);
}

void WelcomePage::addButtons(QVBoxLayout* layout, const QList<Lesson>& lessons)
{
    auto* more = new QVBoxLayout; // below each other: a narrow page has no room for two
    const auto addButton = [&](const QString& number, const char* name, const QString& text) {
        const auto* lesson = lessonOf(lessons, number);
        if (lesson == nullptr)
            return;
        auto* button = new QPushButton(text, layout->parentWidget());
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(text);
        button->ensurePolished();
        button->setMinimumWidth(button->sizeHint().width() + button->fontMetrics().height()); // the words need air
        more->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, lesson = *lesson] { Q_EMIT lessonWantedAtOnce(lesson); });
    };
    addButton(QStringLiteral("03"), "welcome.quick", tr("Just show me: a connection that dies in six seconds"));
    addButton(QStringLiteral("01"), "welcome.hangs", tr("Why does my read hang for ever?"));
    layout->addLayout(more);
}

void WelcomePage::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    // A page that was laid out before it was shown has been measured without the window's style.
    fitHeight();
}

void WelcomePage::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

void WelcomePage::fitHeight()
{
    auto* page = widget();
    const auto cards = page->findChildren<ChoiceCard*>();
    const auto apply = [&](bool tight, bool brief) {
        for (auto* card : cards)
            card->setBrief(brief);
        page->layout()->setContentsMargins(24, tight ? 8 : 16, 24, tight ? 8 : 16);
        page->layout()->setSpacing(tight ? 5 : 10);
        m_tight = tight;
    };
    const auto overflows = [&] { return page->layout()->totalHeightForWidth(contentsRect().width()) > contentsRect().height(); };
    if (m_tight)
        apply(false, false);
    // Air is given up before words are.
    if (overflows())
        apply(true, false);
    if (m_tight && overflows())
        apply(true, true);
}

void WelcomePage::addLesson(QVBoxLayout* layout, const QList<Lesson>& lessons, const QString& number, const CardWords& words)
{
    const auto* found = lessonOf(lessons, number);
    if (found == nullptr)
        return;
    auto* card = new ChoiceCard(words.title, words.what, words.see, layout->parentWidget());
    card->setObjectName(QStringLiteral("welcome.lesson") + number);
    layout->addWidget(card);
    if (m_first == nullptr)
        m_first = card;
    connect(card, &QPushButton::clicked, this, [this, lesson = *found] { Q_EMIT lessonChosen(lesson); });
}

void WelcomePage::focusFirst() { m_first->setFocus(Qt::OtherFocusReason); }

} // namespace halfopen
