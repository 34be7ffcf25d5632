// SPDX-License-Identifier: GPL-3.0-or-later
// Guess, prediction and measurement beside each other.
#include "ui/lesson/guess_comparison.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/text/elided_label.h"
#include "ui/text/format.h"
#include "ui/theme/colours.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

QString signedSeconds(double seconds)
{
    const auto size = durationText(std::abs(seconds));
    return seconds < 0 ? GuessComparison::tr("%1 too early", "time").arg(size) : GuessComparison::tr("%1 too late", "time").arg(size);
}

} // namespace

/// A bar as long as its share; hatched to the end for never.
class ProportionBar final : public QWidget
{
public:
    ProportionBar(int role, QWidget* parent) : QWidget(parent), m_role(role)
    {
        setFixedHeight(std::max(8, fontMetrics().height() * 2 / 3));
        setMinimumWidth(fontMetrics().height() * 2);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setShare(std::optional<double> share, bool never)
    {
        m_share = share && std::isfinite(*share) ? std::optional{std::clamp(*share, 0.0, 1.0)} : std::nullopt;
        m_never = never;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto colours = Colours::from(palette());
        const std::array all{colours.purple, colours.predicted, colours.failure};
        const auto colour = all[static_cast<std::size_t>(m_role)];
        QPainter painter(this);
        painter.fillRect(rect(), colours.lane);
        if (m_never)
            painter.fillRect(rect(), hatching(colour));
        else if (m_share)
            painter.fillRect(QRectF(0, 0, std::max(2.0, width() * *m_share), height()), colour);
    }

private:
    int m_role; // 0 guess, 1 prediction, 2 measurement
    std::optional<double> m_share;
    bool m_never = false;
};

GuessComparison::GuessComparison(QWidget* parent) : QWidget(parent), m_whose(new ElidedLabel({}, this))
{
    setObjectName(QStringLiteral("guessComparison"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    m_whose->setObjectName(QStringLiteral("comparison.whose"));
    m_whose->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(m_whose, 0, 0, 1, 4);
    const std::array names{"guess", "prediction", "measurement"};
    for (int number = 0; number < 3; ++number) {
        auto& row = m_rows[static_cast<std::size_t>(number)];
        row = {new QLabel(this), new ProportionBar(number, this), new QLabel(this), new QLabel(this)};
        const auto name = QStringLiteral("comparison.%1").arg(QLatin1String(names[static_cast<std::size_t>(number)]));
        row.value->setObjectName(name);
        row.difference->setObjectName(name + QStringLiteral(".difference"));
        row.difference->setForegroundRole(QPalette::PlaceholderText);
        auto bold = row.value->font();
        bold.setBold(true);
        row.value->setFont(bold);
        int column = 0;
        for (QWidget* part : {static_cast<QWidget*>(row.name), static_cast<QWidget*>(row.bar), static_cast<QWidget*>(row.value), static_cast<QWidget*>(row.difference)})
            grid->addWidget(part, number + 1, column++);
    }
}

void GuessComparison::fill(Row& row, const QString& name, const std::optional<double>& seconds, bool never, double longest, const QString& value,
                           const QString& difference)
{
    row.name->setText(name);
    row.bar->setShare(seconds && longest > 0 ? std::optional{*seconds / longest} : std::nullopt, never);
    row.value->setText(value);
    row.difference->setText(difference);
    row.value->setAccessibleName(tr("%1: %2 %3", "name, time, difference").arg(name, value, difference));
}

void GuessComparison::show(const Compared& compared)
{
    m_whose->setText(compared.whose);
    m_whose->setVisible(!compared.whose.isEmpty());
    const QString unknown = QStringLiteral("–");
    const auto never = tr("never", "time");
    const bool livesOn = compared.prediction && compared.prediction->livesOn();
    std::optional<double> guess;
    if (compared.guess && compared.guess->sinceFault)
        guess = toSeconds(*compared.guess->sinceFault);
    std::optional<double> expected;
    if (compared.prediction && !compared.prediction->never())
        expected = (toSeconds(compared.prediction->hull().earliest) + toSeconds(compared.prediction->hull().latest)) / 2;
    std::optional<double> measured;
    if (compared.measured)
        measured = toSeconds(compared.measured->elapsed);
    const double longest = std::max({guess.value_or(0), expected.value_or(0), measured.value_or(0)});
    QString guessDifference;
    if (compared.over && compared.guess) {
        if (guess && measured)
            guessDifference = signedSeconds(*guess - *measured);
        else
            guessDifference = guess.has_value() == measured.has_value() ? tr("right") : tr("wrong");
    }
    fill(m_rows[0], tr("Your guess"), guess, compared.guess && !guess, longest, !compared.guess ? unknown : guess ? durationText(*guess) : never, guessDifference);
    fill(m_rows[1], tr("Prediction"), expected, compared.prediction && !expected, longest, compared.prediction ? predictionText(*compared.prediction) : unknown,
         compared.over ? compared.verdict : QString{});
    fill(m_rows[2], tr("Measured"), measured, compared.over && !measured, longest, measured ? secondsText(*measured) : !compared.over ? unknown : livesOn ? predictionText(*compared.prediction) : never,
         compared.over ? QString{} : compared.brokenOff ? tr("the run ended too early") : tr("not yet"));
    QStringList sentences;
    if (!compared.whose.isEmpty())
        sentences << compared.whose;
    for (const auto& row : m_rows)
        sentences << row.value->accessibleName();
    setAccessibleName(tr("Guess, prediction and measurement"));
    setAccessibleDescription(sentences.join(u'\n'));
}

} // namespace halfopen
