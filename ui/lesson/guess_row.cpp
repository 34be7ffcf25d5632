// SPDX-License-Identifier: GPL-3.0-or-later
// Where the learner says how long it will take.
#include "ui/lesson/guess_row.h"

#include <QEvent>
#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/experiment/number_spin_box.h"
#include "ui/view_state.h"

namespace halfopen {

namespace {

constexpr double kNoGuess = -1; // the number box's way to be empty

} // namespace

GuessRow::GuessRow(ViewState& view, QWidget* parent)
    : QWidget(parent), m_view(view), m_question(new QLabel(this)), m_seconds(NumberSpinBox::ofSeconds(kNoGuess, 1, this)), m_after(new QLabel(this)),
      m_never(new QPushButton(this)), m_commit(new QPushButton(this)), m_show(new QPushButton(this))
{
    setObjectName(QStringLiteral("guessRow"));
    m_question->setObjectName(QStringLiteral("guess.question"));
    m_question->setWordWrap(true);
    m_question->setBuddy(m_seconds);
    m_seconds->setObjectName(QStringLiteral("guess.seconds"));
    m_seconds->setKeyboardTracking(true);
    m_seconds->setSingleStep(1);
    m_seconds->setValue(kNoGuess);
    m_never->setObjectName(QStringLiteral("guess.never"));
    m_never->setCheckable(true);
    m_commit->setObjectName(QStringLiteral("guess.commit"));
    m_show->setObjectName(QStringLiteral("guess.show"));
    m_show->setFlat(true);
    m_value = new QBoxLayout(QBoxLayout::LeftToRight);
    for (QWidget* each : {static_cast<QWidget*>(m_seconds), static_cast<QWidget*>(m_after), static_cast<QWidget*>(m_never)})
        m_value->addWidget(each, 0, Qt::AlignLeft);
    m_deeds = new QBoxLayout(QBoxLayout::LeftToRight);
    for (auto* each : {m_commit, m_show})
        m_deeds->addWidget(each, 0, Qt::AlignLeft);
    for (auto* row : {m_value, m_deeds}) {
        row->setSpacing(6);
        row->setAlignment(Qt::AlignLeft);
    }
    // It stacks its parts before it widens the window.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_question);
    layout->addLayout(m_value);
    layout->addLayout(m_deeds);
    connect(m_seconds, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        m_view.setGuess(seconds < 0 ? std::nullopt : std::optional{Guess{fromSeconds(seconds)}});
    });
    connect(m_never, &QPushButton::toggled, this, [this](bool never) { m_view.setGuess(never ? std::optional{Guess{}} : std::nullopt); });
    connect(m_commit, &QPushButton::clicked, this, &GuessRow::commitWanted);
    connect(m_show, &QPushButton::clicked, this, &GuessRow::showWanted);
    connect(&m_view, &ViewState::guessChanged, this, &GuessRow::refresh);
    retranslate();
    refresh();
}

void GuessRow::setQuestion(const QString& question)
{
    m_question->setText(question);
    m_seconds->setAccessibleDescription(question);
}

void GuessRow::retranslate()
{
    m_seconds->setAccessibleName(tr("Your guess in seconds after the fault"));
    m_seconds->setSpecialValueText(tr("your guess"));
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setToolTip(tr("Type it, or drag the flag on the time line"));
    m_after->setText(tr("after the fault, or"));
    m_never->setText(tr("Never"));
    m_never->setAccessibleName(tr("My guess is: never"));
    m_commit->setText(tr("This is my guess"));
    m_commit->setAccessibleName(m_commit->text());
    m_commit->setToolTip(tr("Then the prediction is shown, and you can run the lesson's experiment"));
    m_show->setText(tr("Just show it"));
    m_show->setAccessibleName(tr("Show the prediction without a guess"));
    m_show->setToolTip(m_show->accessibleName());
    stack();
}

void GuessRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    stack();
}

void GuessRow::stack()
{
    int least = 0;
    for (auto* row : {m_value, m_deeds}) {
        int together = 0;
        for (int part = 0; part < row->count(); ++part) {
            const int wanted = row->itemAt(part)->sizeHint().width();
            together += wanted + (part == 0 ? 0 : row->spacing());
            least = std::max(least, wanted);
        }
        // A width from before it was shown says nothing, and what is stacked is higher than a low dock.
        row->setDirection(isVisible() && together > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }
    setMinimumWidth(least);
}

void GuessRow::refresh()
{
    const QSignalBlocker blockers[] = {QSignalBlocker{m_seconds}, QSignalBlocker{m_never}};
    const auto& guess = m_view.guess();
    const double seconds = guess && guess->sinceFault ? toSeconds(*guess->sinceFault) : kNoGuess;
    if (std::abs(m_seconds->value() - seconds) > 0.05)
        m_seconds->setValue(seconds);
    m_never->setChecked(guess && !guess->sinceFault);
    m_commit->setEnabled(guess.has_value());
}

void GuessRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace halfopen
