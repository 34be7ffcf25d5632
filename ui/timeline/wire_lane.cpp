// SPDX-License-Identifier: GPL-3.0-or-later
// The lane of the packets.
#include "ui/timeline/lanes.h"

#include "core/retransmission_count.h"
#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/ghosts.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/wire_labels.h"

#include <QLineF>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace halfopen {

namespace {

constexpr std::size_t kPacketKinds = static_cast<std::size_t>(PacketKind::Other) + 1;
constexpr double kPixelsAPacket = 4; // fewer than this for each, and arrows cannot be told apart
constexpr double kSameInstant = 8; // px
constexpr double kLean = 4; // px that an arrow leans over its way: the real transit takes microseconds

struct WireLane final
{
    const LanePen& pen;
    QRectF lane;  // with the row of labels
    QRectF cable; // from the client's line to the server's
    const WireDigest& digest;
    int pair;
    Host end;
    bool silent; // there is nothing to see, and words say so
    double arrow;                                // px, length of an arrow's head
    bool dense = false;                          // more packets than can be told apart: neither heads nor names
    std::array<std::vector<QLineF>, kPacketKinds> lines{}; // one a packet kind: drawn in one go each
    std::vector<QLineF> crosses{};
    std::vector<QPointF> made{}; // where the router sends a packet of its own
    std::vector<WireLabel> labels{};

    [[nodiscard]] double startY(Host from) const { return from == Host::Client ? cable.top() : cable.bottom(); }
    void paint();
    void paintCable() const;
    void paintFlows() const;
    void addPackets();
    void addPacket(const PacketMark& mark, int number, bool withHead);
    void addLabel(const PacketMark& mark, int number);
    void paintLines() const;
    void paintExpected();
    void paintGhost(const Ghost& ghost, double window) const;
    [[nodiscard]] WireLabel expectedLabel(const Ghost& ghost) const;
};

void WireLane::paintCable() const
{
    pen.painter.setPen(QPen(pen.colours.border, 1));
    pen.painter.drawLine(cable.topLeft(), cable.topRight());
    pen.painter.drawLine(cable.bottomLeft(), cable.bottomRight());
}

void WireLane::paintFlows() const
{
    const PairTrack* const track = pen.facts.track(pair);
    if (!track)
        return;
    struct Block final
    {
        double left = 0;
        double right = -1;
        std::int64_t packets = 0;
        std::int64_t bytes = 0;
    };
    std::array<std::vector<Block>, 2> blocks;
    auto flow = std::ranges::lower_bound(track->flows, pen.facts.sinceHello(pen.axis.from()), {}, &FlowMark::last);
    for (; flow != track->flows.end() && pen.facts.since(flow->first) <= pen.axis.to(); ++flow) {
        const QRectF box = pen.span(pen.facts.since(flow->first), pen.facts.since(flow->last), cable);
        auto& row = blocks[flow->from == Host::Client ? 0 : 1];
        if (row.empty() || box.left() > row.back().right + 3)
            row.push_back({box.left(), std::max(box.right(), box.left() + 1), 0, 0});
        row.back().right = std::max(row.back().right, box.right());
        row.back().packets += flow->packets;
        row.back().bytes += flow->bytes;
    }
    for (std::size_t side = 0; side < 2; ++side) {
        const double middle = cable.center().y();
        for (const Block& block : blocks[side]) {
            const QRectF box(block.left, side == 0 ? cable.top() + 2 : middle + 1,
                             std::max(block.right - block.left, 1.0), cable.height() / 2 - 3);
            const QColor colour = block.bytes > 0 ? pen.colours.done : pen.colours.grey;
            fillBox(pen.painter, box, withAlpha(colour, 0.28));
            fillBox(pen.painter, box, hatching(withAlpha(colour, 0.45)));
            const QString direction = side == 0 ? QStringLiteral("↓ ") : QStringLiteral("↑ ");
            const QString packets =
                LaneText::tr("%Ln packets", "", static_cast<int>(block.packets));
            QStringList wordings;
            if (block.bytes > 0)
                wordings << direction + packets + QStringLiteral(" · ") + bytesText(static_cast<double>(block.bytes));
            wordings << direction + packets;
            pen.plate(box.adjusted(3, 0, -3, 0), wordings, pen.small, pen.colours.text, pen.ground(box.center().x()),
                      Qt::AlignCenter);
        }
    }
}

void WireLane::addPacket(const PacketMark& mark, int number, bool withHead)
{
    const Packet& packet = mark.packet;
    const double x = pen.x(pen.facts.since(mark.time));
    const double from = startY(packet.from);
    const double middle = cable.center().y();
    const double sign = packet.from == Host::Client ? 1 : -1;
    auto& of = lines[static_cast<std::size_t>(packet.kind)];
    const double arrives = pen.x(pen.facts.since(mark.time) + packet.delayMs / 1000.0); // held back: it leans over its wait
    if (packet.fate != PacketFate::Delivered) {
        // Broken off at the router: two dashes, then the cross.
        const double half = (middle - from);
        of.emplace_back(x - kLean / 2, from, x - kLean / 4, from + half * 0.40);
        of.emplace_back(x - kLean / 5, from + half * 0.55, x, from + half * 0.86);
        const double arm = arrow * 0.85;
        crosses.emplace_back(x - arm, middle - arm, x + arm, middle + arm);
        crosses.emplace_back(x - arm, middle + arm, x + arm, middle - arm);
        if (packet.fate == PacketFate::Rejected) // a barrier before the cross
            crosses.emplace_back(x - arm * 1.6, middle - sign * arm * 1.5, x + arm * 1.6, middle - sign * arm * 1.5);
    } else {
        const double to = startY(otherHost(packet.from));
        const double tip = arrives + kLean / 2;
        of.emplace_back(packet.isMade ? x : x - kLean / 2, packet.isMade ? middle : from, tip, to);
        if (packet.isMade && !dense)
            made.emplace_back(x, middle);
        if (withHead) {
            of.emplace_back(tip, to, tip - arrow * 0.75, to - sign * arrow);
            of.emplace_back(tip, to, tip + arrow * 0.45, to - sign * arrow);
        }
    }
    // In a crowd only what ends a connection is named.
    if (withHead && (!dense || packet.kind == PacketKind::Rst || packet.kind == PacketKind::Fin
                     || packet.kind == PacketKind::Icmp))
        addLabel(mark, number);
}

void WireLane::addLabel(const PacketMark& mark, int number)
{
    const Packet& packet = mark.packet;
    if (labels.size() > 400)
        return;
    const bool lost = packet.fate != PacketFate::Delivered;
    QString name = packetText(packet.kind);
    QString shortName;
    if (packet.kind == PacketKind::Probe) {
        name = LaneText::tr("%1 %2", "packet kind, number").arg(name).arg(number);
        shortName = QString::number(number);
    }
    WireLabel label{
        pen.x(pen.facts.since(mark.time)), wireLabelRank(packet), lost ? pen.colours.text : pen.colours.mutedText, {}};
    if (packet.kind == PacketKind::Retransmission) {
        label.wordings << sentAgainTexts(retransmissionNumber(*pen.facts.track(pair), mark));
        labels.push_back(std::move(label));
        return;
    }
    if (const QString told = fateText(packet, name); told != name)
        label.wordings << told;
    label.wordings << name;
    if (!shortName.isEmpty())
        label.wordings << shortName;
    labels.push_back(std::move(label));
}

void WireLane::addPackets()
{
    const PairTrack* const track = pen.facts.track(pair);
    if (!track)
        return;
    const auto& packets = track->packets;
    const auto first = std::ranges::lower_bound(packets, pen.facts.sinceHello(pen.axis.from()), {}, &PacketMark::time);
    const auto last = std::ranges::upper_bound(packets, pen.facts.sinceHello(pen.axis.to()), {}, &PacketMark::time);
    dense = static_cast<double>(last - first) > cable.width() / kPixelsAPacket;
    // One line a pixel, direction, kind and fate is all that can be seen.
    std::array<double, kPacketKinds * 2 * 2> drawn;
    drawn.fill(-1e9);
    for (auto mark = first; mark != last; ++mark) {
        const Packet& packet = mark->packet;
        const double x = pen.x(pen.facts.since(mark->time));
        const bool lost = packet.fate != PacketFate::Delivered;
        double& before = drawn[static_cast<std::size_t>(packet.kind) * 4 + (packet.from == Host::Client ? 0U : 2U) +
                               (lost ? 1U : 0U)];
        if (x - before < (dense ? 2.0 : 1.2) + (lost ? 1.3 : 0))
            continue;
        const bool withHead = !dense || x - before > 2 * arrow;
        before = x;
        const auto index = static_cast<std::size_t>(mark - packets.begin());
        addPacket(*mark, index < digest.numbers().size() ? digest.numbers()[index] : 0, withHead);
    }
}

void WireLane::paintLines() const
{
    // Smooth edges cost most of a crowded picture's time, and there is nothing to be smooth between.
    pen.painter.setRenderHint(QPainter::Antialiasing, !dense);
    for (std::size_t kind = 0; kind < lines.size(); ++kind) {
        if (lines[kind].empty())
            continue;
        pen.painter.setPen(QPen(pen.colours.of(static_cast<PacketKind>(kind)), dense ? 1 : 1.5));
        pen.painter.drawLines(lines[kind].data(), static_cast<int>(lines[kind].size()));
    }
    pen.painter.setPen(QPen(pen.colours.failure, 1.6));
    pen.painter.setBrush(pen.colours.panel);
    for (const QPointF& point : made)
        pen.painter.drawRect(QRectF(point.x() - arrow * 0.5, point.y() - arrow * 0.5, arrow, arrow));
    if (!crosses.empty()) {
        pen.painter.setPen(QPen(pen.colours.failure, dense ? 1 : 1.8));
        pen.painter.drawLines(crosses.data(), static_cast<int>(crosses.size()));
    }
    pen.painter.setRenderHint(QPainter::Antialiasing);
}

/// The window in which it is expected, on its sender's line: hollow while it is awaited, full when it has come, hollow and
/// crossed by nothing when its time has passed. What has not come has a dashed arrow besides.
void WireLane::paintGhost(const Ghost& ghost, double window) const
{
    const double middle = cable.center().y();
    // An answer is told from the router on, where its packet is looked for: a router's own RST comes from there.
    const double from = ghost.isAnswer ? middle : startY(end);
    const double to = ghost.isAnswer ? startY(end) : middle;
    QRectF box = pen.span(ghost.earliest, ghost.latest, {lane.left(), from - 3, lane.width(), 6});
    box.setWidth(std::max(window, 4.0));
    const bool missed = ghost.fate == Ghost::Fate::Missed;
    const QColor colour = missed ? pen.colours.failure : pen.colours.predicted;
    pen.painter.setPen(QPen(colour, 1.2));
    const bool full = ghost.fate == Ghost::Fate::Came && ghost.inside();
    pen.painter.setBrush(full ? QBrush(colour) : QBrush(pen.ground(box.center().x())));
    pen.painter.drawRect(box);
    if (ghost.fate == Ghost::Fate::Came && !ghost.inside()) { // how far off it was
        pen.painter.drawLine(QPointF(box.center().x(), from), QPointF(pen.x(ghost.cameAt), from));
        return;
    }
    if (ghost.fate != Ghost::Fate::Awaited && !missed)
        return;
    const double x = pen.x(ghost.middle());
    pen.painter.setPen(QPen(missed ? colour : withAlpha(pen.colours.of(ghost.kind), 0.9), 1.2, Qt::DashLine));
    pen.painter.drawLine(QPointF(x - kLean / 2, from), QPointF(x, to));
    if (missed) { // a hollow ring where the cross of a lost one would be
        pen.painter.setPen(QPen(colour, 1.4));
        pen.painter.setBrush(Qt::NoBrush);
        pen.painter.drawEllipse(QPointF(x, middle), arrow * 0.7, arrow * 0.7);
    }
}

/// A bare number would be taken for that of a packet which came: what did not come is named in full or told by its ring.
WireLabel WireLane::expectedLabel(const Ghost& ghost) const
{
    const bool missed = ghost.fate == Ghost::Fate::Missed;
    QStringList names{packetText(ghost.kind)}; // long to short, a number last
    if (ghost.kind == PacketKind::Probe)
        names = {LaneText::tr("%1 %2", "packet kind, number").arg(names.first()).arg(ghost.number), QString::number(ghost.number)};
    else if (ghost.kind == PacketKind::Retransmission)
        names = sentAgainTexts(ghost.number);
    const QString& full = names.first();
    WireLabel label{pen.x(ghost.middle()), missed ? kMissedRank : -1, missed ? pen.colours.ink(pen.colours.failure) : pen.colours.faintText, {}};
    if (missed) {
        label.wordings << LaneText::tr("%1 expected, did not come", "a packet's name").arg(full)
                       << LaneText::tr("%1 did not come", "a packet's name").arg(full) << LaneText::tr("did not come", "an expected packet");
        return label;
    }
    const QString& brief = names.size() > 2 ? names[1] : full;
    label.wordings << LaneText::tr("%1 expected", "a packet's name").arg(brief) << brief;
    if (names.last() != brief)
        label.wordings << names.last();
    return label;
}

void WireLane::paintExpected()
{
    std::array<double, 2> paintedTo{-1e9, -1e9}; // those of the end, and their answers
    bool isNamed = false;                        // the one before
    for (const Ghost& ghost : ghostsOf(pen.facts, pair, end, pen.axis.from(), pen.axis.to())) {
        const QRectF window = pen.span(ghost.earliest, ghost.latest, lane);
        double& painted = paintedTo[ghost.isAnswer ? 1 : 0];
        if (std::max(window.right(), window.left() + 3) - painted < 2)
            continue;
        painted = std::max(window.right(), window.left() + 3);
        const bool missed = ghost.fate == Ghost::Fate::Missed;
        // The end came first: what would have followed is not shown.
        if (ghost.fate == Ghost::Fate::Moot && ghost.latest > pen.facts.now)
            continue;
        paintGhost(ghost, window.width());
        if (!missed && ghost.fate != Ghost::Fate::Awaited)
            continue;
        WireLabel label = expectedLabel(ghost);
        if (ghost.isAnswer && isNamed && std::abs(labels.back().x - label.x) < kSameInstant)
            labels.pop_back(); // the answer is what ends it
        labels.push_back(std::move(label));
        isNamed = true;
    }
}

void WireLane::paint()
{
    paintCable();
    paintFlows();
    addPackets();
    paintLines();
    if (!silent)
        paintExpected();
    paintWireLabels(pen, lane, cable.bottom(), std::move(labels));
}

} // namespace

double wireNamesHeight(const LanePen& pen, const QRectF& lane)
{
    const double labelRow = lineHeight(pen.small);
    return lane.height() > labelRow * 2.4 ? labelRow : 0;
}

void paintWireLane(const LanePen& pen, const QRectF& lane, const WireDigest& digest, int pair, Host end, bool silent)
{
    const double names = silent ? 0 : wireNamesHeight(pen, lane);
    const QRectF cable = lane.adjusted(0, 5, 0, -names - 5);
    WireLane{pen, lane, cable, digest, pair, end, silent, std::clamp(cable.height() / 9, 3.5, 6.0)}.paint();
}

} // namespace halfopen
