// SPDX-License-Identifier: GPL-3.0-or-later
// A heat map to point at, to walk in and to mark cells on.
#include "ui/sweep/heat_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

#include "ui/sweep/heat_picture.h"
#include "ui/sweep/sweep_study.h"
#include "ui/sweep/sweep_words.h"
#include "ui/theme/colours.h"
#include "ui/theme/picture_accessible.h"

namespace halfopen {

namespace {

std::size_t moved(std::size_t at, std::ptrdiff_t by, std::size_t count)
{
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(at) + by, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

} // namespace

HeatView::HeatView(const SweepStudy& study, QWidget* parent) : QWidget(parent), m_study(study)
{
    setObjectName(QStringLiteral("sweep.map"));
    setAccessibleName(tr("Heat map of the sweep"));
    tellAsPicture(*this, {{QStringLiteral("take"), tr("Make this cell the experiment"), [this] { if (const auto place = looked()) Q_EMIT taken(*place); }},
                          {QStringLiteral("mark"), tr("Mark this cell"), [this] { if (const auto place = looked()) toggleMark(*place); }}});
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&m_study, &SweepStudy::mapChanged, this, &HeatView::refresh);
    refresh();
}

QSize HeatView::minimumSizeHint() const { return {fontMetrics().height() * 14, fontMetrics().height() * 9}; }

QSize HeatView::sizeHint() const { return minimumSizeHint(); }

HeatPicture HeatView::picture(const HeatMarks& marks) const
{
    return {*m_study.map(), m_study.wish().figure, marks, QRectF(rect()).adjusted(6, 4, -6, -4), font(), palette()};
}

std::optional<MapPlace> HeatView::looked() const
{
    const auto* map = m_study.map();
    if (map == nullptr)
        return std::nullopt;
    for (const auto& place : {m_hovered, hasFocus() ? m_marks.cursor : std::nullopt}) {
        if (place && map->contains(*place))
            return place;
    }
    return m_marks.present ? std::optional{m_marks.present->place} : std::nullopt;
}

std::vector<MapPlace> HeatView::marked() const
{
    std::vector<MapPlace> places;
    if (const auto* map = m_study.map()) {
        for (const std::size_t index : m_marks.marked)
            places.push_back(map->placeOf(index));
    }
    return places;
}

void HeatView::setMarked(const std::vector<MapPlace>& places)
{
    std::set<std::size_t> marked;
    if (const auto* map = m_study.map()) {
        for (const MapPlace& place : places) {
            if (map->gridCell(place))
                marked.insert(map->indexOf(place));
        }
    }
    if (marked == m_marks.marked)
        return;
    m_marks.marked = std::move(marked);
    update();
    Q_EMIT markedChanged();
}

QRectF HeatView::cellRect(const MapPlace& place) const
{
    return m_study.map() != nullptr && m_study.map()->contains(place) ? picture(m_marks).layout().cellRect(place) : QRectF{};
}

void HeatView::refresh()
{
    const auto* map = m_study.map();
    if (m_marks.present != m_study.present())
        m_marks.cursor.reset(); // the next step begins at the experiment again
    m_marks.present = m_study.present();
    if (map == nullptr || (m_marks.cursor && !map->contains(*m_marks.cursor)))
        m_marks.cursor.reset();
    if (map == nullptr || (m_hovered && !map->contains(*m_hovered)))
        m_hovered.reset();
    forgetLostMarks();
    update();
    tellCursor();
}

/// Marks are of cells, and other axes have others.
void HeatView::forgetLostMarks()
{
    std::vector<std::vector<double>> axes;
    if (const auto* map = m_study.map())
        axes = {map->across.values, map->down.values, map->sheets ? map->sheets->values : std::vector<double>{}};
    const bool same = axes == m_axes;
    m_axes = std::move(axes);
    if (same || m_marks.marked.empty())
        return;
    m_marks.marked.clear();
    Q_EMIT markedChanged();
}

void HeatView::tellCursor()
{
    const auto place = looked();
    setAccessibleDescription(place ? cellWords(*m_study.map(), *place) : m_study.complaint());
    Q_EMIT lookedChanged();
}

void HeatView::changeLooked(const std::optional<MapPlace>& hovered)
{
    if (m_hovered == hovered)
        return;
    m_hovered = hovered;
    tellCursor();
}

void HeatView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto colours = Colours::from(palette());
    painter.fillRect(rect(), colours.panel);
    if (m_study.map() == nullptr) {
        painter.setPen(colours.mutedText);
        const QString words = m_study.complaint().isEmpty() ? tr("The cells are being worked out…") : m_study.complaint();
        const int margin = fontMetrics().height();
        painter.drawText(QRectF(rect()).adjusted(margin, margin, -margin, -margin), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, words);
    } else {
        HeatMarks marks = m_marks;
        if (!hasFocus())
            marks.cursor.reset();
        picture(marks).paint(painter);
    }
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void HeatView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_study.map() == nullptr) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_pressed = event->position();
    m_pressedWith = event->modifiers();
}

void HeatView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_study.map() == nullptr)
        return;
    if (m_pressed && (event->position() - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_marks.band = QRectF(*m_pressed, event->position()).normalized();
        update();
        return;
    }
    changeLooked(picture(m_marks).layout().placeAt(event->position()));
}

void HeatView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed || m_study.map() == nullptr) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    const QPointF from = *m_pressed;
    m_pressed.reset();
    if (m_marks.band) {
        m_marks.band.reset();
        markBand(from, event->position());
        return;
    }
    const auto place = picture(m_marks).layout().placeAt(event->position());
    if (!place)
        return;
    m_marks.cursor = place;
    if (m_pressedWith & Qt::ShiftModifier)
        toggleMark(*place);
    else
        Q_EMIT taken(*place);
}

void HeatView::markBand(const QPointF& from, const QPointF& to)
{
    const auto picture = this->picture(m_marks);
    const MapPlace one = picture.layout().nearestTo(from);
    MapPlace other = picture.layout().nearestTo(to);
    other.sheet = one.sheet;
    std::vector<MapPlace> places;
    if (m_pressedWith & Qt::ShiftModifier)
        places = marked(); // they are added
    for (std::size_t row = std::min(one.row, other.row); row <= std::max(one.row, other.row); ++row) {
        for (std::size_t column = std::min(one.column, other.column); column <= std::max(one.column, other.column); ++column)
            places.push_back({column, row, one.sheet});
    }
    setMarked(places);
    update();
}

void HeatView::toggleMark(const MapPlace& place)
{
    auto places = marked();
    if (std::erase(places, place) == 0)
        places.push_back(place);
    setMarked(places);
}

void HeatView::leaveEvent(QEvent*) { changeLooked(std::nullopt); }

void HeatView::moveCursor(const MapPlace& place, bool marks)
{
    if (marks) {
        auto places = marked();
        places.push_back(place);
        setMarked(places);
    }
    m_marks.cursor = place;
    m_hovered.reset(); // the mouse lies still while somebody walks by keys
    update();
    tellCursor();
}

bool HeatView::walk(int key, Qt::KeyboardModifiers modifiers)
{
    const auto* map = m_study.map();
    MapPlace place = m_marks.cursor.value_or(m_marks.present ? m_marks.present->place : MapPlace{});
    const std::ptrdiff_t step = modifiers & Qt::ControlModifier ? 10 : 1;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        place.column = moved(place.column, key == Qt::Key_Left ? -step : step, map->columns());
        break;
    case Qt::Key_Down:
    case Qt::Key_Up:
        place.row = moved(place.row, key == Qt::Key_Down ? -step : step, map->rows());
        break;
    case Qt::Key_Home:
        place.column = 0;
        break;
    case Qt::Key_End:
        place.column = map->columns() - 1;
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        place.sheet = moved(place.sheet, key == Qt::Key_PageUp ? -1 : 1, map->sheetCount());
        break;
    default: // keys are Qt's, hundreds of them
        return false;
    }
    moveCursor(place, modifiers & Qt::ShiftModifier);
    return true;
}

void HeatView::keyPressEvent(QKeyEvent* event)
{
    if (m_study.map() == nullptr || walk(event->key(), event->modifiers())) {
        if (m_study.map() == nullptr)
            QWidget::keyPressEvent(event);
        return;
    }
    const auto place = m_marks.cursor ? m_marks.cursor : looked();
    if (place && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT taken(*place);
    else if (place && event->key() == Qt::Key_Space)
        toggleMark(*place);
    else if (event->key() == Qt::Key_Delete)
        setMarked({});
    else
        QWidget::keyPressEvent(event);
}

void HeatView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto place = looked();
    Q_EMIT menuWanted(byKey && place ? mapToGlobal(cellRect(*place).center().toPoint()) : event->globalPos());
}

void HeatView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
    tellCursor();
}

void HeatView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
    tellCursor();
}

bool HeatView::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        update();
    return QWidget::event(event);
}

} // namespace halfopen
