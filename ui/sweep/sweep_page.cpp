// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep: axes to choose, the map, what is said of a cell.
#include "ui/sweep/sweep_page.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/experiment/fold_box.h"
#include "ui/experiment/wheel_guard.h"
#include "ui/sweep/axis_editor.h"
#include "ui/sweep/flow_row.h"
#include "ui/sweep/heat_view.h"
#include "ui/sweep/sweep_study.h"
#include "ui/sweep/sweep_words.h"
#include "ui/text/format.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/looks.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

constexpr int kBetweenControls = 6; // pixels

QString endText(const Experiment& experiment, const SweepEnd& end)
{
    const Pair& pair = experiment.pairs[static_cast<std::size_t>(end.pair)];
    const QString who = experiment.pairs.size() > 1 ? SweepPage::tr("%1, %2", "name of a pair, client or server").arg(fromCore(pairName(experiment, end.pair)), endTitle(end.end))
                                                    : endTitle(end.end);
    return SweepPage::tr("%1 %2", "whose, what its program does").arg(who, activityText(pair.end(end.end).activity));
}

/// A number stays beside its unit, and beside the name whose value it is.
QString unbroken(const QString& text)
{
    static const QRegularExpression value(QStringLiteral("(?<=[A-Z]) (?=\\d)"));
    return unitsKept(text).replace(value, QString(QChar::Nbsp));
}

} // namespace

SweepPage::SweepPage(SweepStudy& study, QWidget* parent) : QWidget(parent), m_study(study)
{
    setObjectName(QStringLiteral("sweepPage"));
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("sweep.scroll"));
    scroll->setAccessibleName(tr("Sweep"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    content->setObjectName(QStringLiteral("sweep.content"));
    auto* box = new QVBoxLayout(content);
    box->setContentsMargins(10, 8, 10, 8);
    box->setSpacing(kBetweenControls);
    buildChoices(*box);
    buildAxes(*box);
    m_words = new QLabel(content);
    m_words->setObjectName(QStringLiteral("sweep.words"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->addWidget(m_words);
    m_map = new HeatView(m_study, content);
    box->addWidget(m_map, 1);
    buildMeasuring(*box);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    new WheelGuard(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connectStudy();
    showWish();
    showMap();
    showMeasuring();
}

SweepPage::~SweepPage() { m_study.setWatched(this, false); }

void SweepPage::buildAxes(QVBoxLayout& box)
{
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kBetweenControls);
    int wide = 0;
    const auto add = [&](const char* name, const QString& title, bool mayBeNone, AxisWish SweepWish::*axis) {
        auto* editor = new AxisEditor(QLatin1String(name), title, mayBeNone, content);
        rows->addWidget(editor);
        wide = std::max(wide, editor->label()->sizeHint().width());
        connect(editor, &AxisEditor::keyChosen, this, [this, axis](const std::string& key) { chooseKey(axis, key); });
        connect(editor, &AxisEditor::wishEdited, this, [this, axis](const AxisWish& wish) { editWish([&](SweepWish& all) { all.*axis = wish; }); });
        return editor;
    };
    m_across = add("sweep.across", tr("Across"), false, &SweepWish::across);
    m_down = add("sweep.up", tr("Up"), false, &SweepWish::down);
    m_sheets = add("sweep.maps", tr("Maps", "a third axis: a small map for each value"), true, &SweepWish::sheets);
    for (auto* editor : {m_across, m_down, m_sheets})
        editor->label()->setMinimumWidth(wide);
    m_axes = new FoldBox(tr("Axes"), QStringLiteral("sweep.axes"), content, this);
    box.addWidget(m_axes);
}

void SweepPage::buildChoices(QVBoxLayout& box)
{
    auto* row = new FlowRow(kBetweenControls);
    const auto combo = [&](const char* name, const QString& spoken, int letters) {
        auto* made = new QComboBox(this);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(spoken);
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(letters);
        row->addWidget(made);
        return made;
    };
    m_figure = combo("sweep.figure", tr("What the map shows"), 17);
    m_figure->addItems({tr("Time until it is noticed"), tr("Which limit decides")});
    m_end = combo("sweep.end", tr("Whose call is looked at"), 18);
    m_around = new QPushButton(tr("Around the experiment"), this);
    m_around->setObjectName(QStringLiteral("sweep.around"));
    m_around->setToolTip(tr("Choose all ranges anew, around the values that the experiment has now"));
    row->addWidget(m_around);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("sweep.exportMenu"));
    auto* out = new QToolButton(this);
    out->setObjectName(QStringLiteral("sweep.export"));
    out->setText(QStringLiteral("⋯"));
    out->setToolTip(tr("Copy or export this map"));
    out->setAccessibleName(out->toolTip());
    out->setAutoRaise(true);
    out->setPopupMode(QToolButton::InstantPopup);
    out->setMenu(menu);
    wear(*out, Look::MenuButton);
    row->addWidget(out);
    auto* back = new QToolButton(this);
    back->setObjectName(QStringLiteral("sweep.close"));
    back->setText(tr("Back to the run"));
    back->setToolTip(tr("Show hosts and time line again (F9)"));
    row->addWidget(back);
    box.addLayout(row);
    connect(m_figure, qOverload<int>(&QComboBox::activated), this, [this](int index) { editWish([&](SweepWish& all) { all.figure = static_cast<SweepFigure>(index); }); });
    connect(m_end, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        const QPoint end = m_end->itemData(index).toPoint();
        editWish([&](SweepWish& all) { all.end = {end.x(), static_cast<Host>(end.y())}; });
    });
    connect(m_around, &QPushButton::clicked, &m_study, &SweepStudy::goAround);
    connect(back, &QToolButton::clicked, this, &SweepPage::closed);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        Q_EMIT menuOpening(menu);
    });
}

void SweepPage::connectStudy()
{
    connect(&m_study, &SweepStudy::wishChanged, this, &SweepPage::showWish);
    connect(&m_study, &SweepStudy::mapChanged, this, &SweepPage::showMap);
    connect(&m_study, &SweepStudy::measuringChanged, this, &SweepPage::showMeasuring);
    connect(m_map, &HeatView::lookedChanged, this, &SweepPage::showLooked);
    connect(m_map, &HeatView::markedChanged, this, &SweepPage::showMeasuring);
    connect(m_map, &HeatView::taken, &m_study, &SweepStudy::take);
    connect(m_map, &HeatView::menuWanted, this, &SweepPage::openMenu);
}

void SweepPage::editWish(const std::function<void(SweepWish&)>& change)
{
    SweepWish wish = m_study.wish();
    change(wish);
    m_study.setWish(wish);
}

void SweepPage::chooseKey(AxisWish SweepWish::*axis, const std::string& key)
{
    const Experiment alone = m_study.pairAlone();
    const Result<AxisTarget> target = axisTarget(key, alone);
    const bool isThird = axis == &SweepWish::sheets;
    editWish([&](SweepWish& all) { all.*axis = !target ? AxisWish{} : isThird ? sheetsAround(*target, alone, m_study.kernel()) : axisAround(*target, alone, m_study.kernel()); });
}

void SweepPage::fillEnds()
{
    const auto& experiment = m_study.experiment();
    std::vector<std::pair<QString, QPoint>> ends;
    for (const SweepEnd& end : sweepEnds(experiment))
        ends.emplace_back(endText(experiment, end), QPoint(end.pair, static_cast<int>(end.end)));
    const QSignalBlocker block(m_end);
    if (ends != m_ends) {
        m_end->clear();
        for (const auto& [text, end] : ends)
            m_end->addItem(text, end);
        m_ends = std::move(ends);
    }
    m_end->setCurrentIndex(m_end->findData(QPoint(m_study.wish().end.pair, static_cast<int>(m_study.wish().end.end))));
    m_end->setVisible(m_ends.size() > 1);
    setExplanation(m_end, m_end->currentText());
}

void SweepPage::showWish()
{
    const auto& wish = m_study.wish();
    m_across->setWish(wish.across);
    m_down->setWish(wish.down);
    m_sheets->setWish(wish.sheets);
    m_figure->setCurrentIndex(static_cast<int>(wish.figure));
    fillEnds();
}

void SweepPage::setAxesOpen(bool open)
{
    m_axes->setOpen(open);
    m_seen = true;
}

void SweepPage::showMap()
{
    if (const auto* map = m_study.map()) {
        QStringList axes;
        for (const AskedAxis* axis : {&map->across, &map->down, map->sheets ? &*map->sheets : nullptr}) {
            if (axis != nullptr)
                axes << tr("%1 %2–%3", "kernel name, least and largest value").arg(verbatim(axis->target.name), axisNumberText(axis->values.front()), axisValueText(axis->target, axis->values.back()));
        }
        m_axes->setSummary(unbroken(axes.join(QStringLiteral(" × "))));
    }
    const auto targets = axisTargets(m_study.pairAlone());
    for (auto* editor : {m_across, m_down, m_sheets})
        editor->setTargets(targets);
    fillEnds();
    showLooked();
    showMeasuring();
}

void SweepPage::showLooked()
{
    const auto place = m_map->looked();
    m_words->setText(place ? unbroken(cellWords(*m_study.map(), *place)) : m_study.map() != nullptr ? tr("Point at a cell, or walk with the arrow keys; a click makes it the experiment.") : QString{});
    // It keeps the height that it once needed: a map that jumps under the mouse cannot be pointed at.
    const int lines = std::max(m_words->heightForWidth(m_words->width()), m_words->fontMetrics().lineSpacing() * 2 + 2);
    if (m_words->minimumHeight() < lines)
        m_words->setMinimumHeight(lines);
}

void SweepPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_words->setMinimumHeight(0);
    showLooked();
}

void SweepPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_seen, true))
        m_axes->setOpen(height() > fontMetrics().height() * 36);
    m_study.setWatched(this, true);
}

void SweepPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_study.setWatched(this, false);
}

void SweepPage::focusMap() { m_map->setFocus(); }

void SweepPage::setMagnification(double magnification)
{
    QFont type = parentWidget() != nullptr ? parentWidget()->font() : font();
    type.setPointSizeF(type.pointSizeF() * magnification);
    if (magnification == 1)
        type = QFont();
    setFont(type);
    for (auto* dressed : findChildren<QToolButton*>()) // a style sheet keeps the type that was before
        dressed->setFont(type);
    m_words->setMinimumHeight(0);
    showLooked();
}

void SweepPage::openMenu(const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("sweep.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto place = m_map->looked()) {
        menu->addAction(tr("&Make this cell the experiment"), this, [this, place] { m_study.take(*place); });
        menu->addAction(tr("Forget all mar&ks"), this, [this] { m_map->setMarked({}); });
        menu->addSeparator();
    }
    Q_EMIT menuOpening(menu);
    menu->popup(globalPosition);
}

} // namespace halfopen
