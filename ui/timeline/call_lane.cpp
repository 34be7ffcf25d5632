// SPDX-License-Identifier: GPL-3.0-or-later
// The lane of the program's calls.
#include "ui/timeline/lanes.h"

#include "core/outcome.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/call_words.h"
#include "ui/timeline/ending_place.h"
#include "ui/timeline/lane_text.h"

#include <QList>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace halfopen {

namespace {

constexpr double kNamed = 18;   // px; in a narrower bar no word has room
constexpr double kWaits = 0.02; // s; a call that takes longer has waited for something

QString callName(const std::string& call)
{
    return QString::fromStdString(call);
}

/// What an end's program will do until it is told; long to short.
QStringList expectedTexts(Activity activity, const QString& name, const Prediction& expected)
{
    if (expected.livesOn())
        return {LaneText::tr("%1: the connection lives on", "call").arg(name), LaneText::tr("lives on", "a connection"), name};
    switch (activity) {
    case Activity::Request:
        if (expected.never())
            break;
        return {LaneText::tr("send(), then %1 will block: the program will know nothing", "call").arg(name), LaneText::tr("send(), then %1 blocks", "call").arg(name), name};
    case Activity::Heartbeat:
        return {LaneText::tr("the program asks its peer now and then, and will give up where no answer comes"),
                LaneText::tr("asks now and then"), name};
    case Activity::NonblockingSend:
        return {LaneText::tr("the program never blocks: it sends where there is room"), LaneText::tr("never blocks"), name};
    case Activity::Close:
        return {LaneText::tr("the program closes and forgets: its kernel goes on alone with the orphan"),
                LaneText::tr("the kernel's orphan"), name};
    case Activity::Qt:
        return {LaneText::tr("QTcpSocket waits for a signal: the program will know nothing"),
                LaneText::tr("waits for a signal"), name};
    case Activity::Hold:
    case Activity::Recv:
    case Activity::Send:
    case Activity::Select:
    case Activity::Poll:
    case Activity::Epoll:
    case Activity::NoRead:
    case Activity::Connect:
        break;
    }
    if (expected.never())
        return {LaneText::tr("%1 will block for ever: the program will never know").arg(name),
                LaneText::tr("%1 blocks for ever").arg(name), name};
    return {LaneText::tr("%1 will block here: the program will know nothing").arg(name),
            LaneText::tr("%1 will block").arg(name), name};
}

/// Calls that returned well, next to each other on the screen.
struct DoneBar final
{
    QRectF box;
    std::string call;
    std::int64_t count = 0;
    std::int64_t bytes = 0;

    /// Whether it took that call in: the same call, and no gap that could be seen.
    bool add(const QRectF& next, const CallSpan& span)
    {
        if (count == 0 || span.call != call || next.left() - box.right() > 1.5)
            return false;
        box.setRight(std::max(box.right(), next.right()));
        count += span.count;
        bytes += span.bytes;
        return true;
    }
};

struct CallLane final
{
    const LanePen& pen;
    QRectF lane;
    int pair;
    Host end;
    Activity activity;

    /// Whether a call that waits then waits for a peer that is lost.
    [[nodiscard]] bool inTheDark(double time) const
    {
        const Prediction* const expected = pen.facts.prediction(pair, end);
        return pen.facts.faultMade && time > *pen.facts.faultAt + 0.5 && !(expected && expected->livesOn());
    }

    void paint() const;
    void paintCalls(const Pages<CallSpan>& calls) const;
    void paintWaiting(const QRectF& box, const CallSpan& call, double began, double ended) const;
    void paintDone(const DoneBar& bar) const;
    void paintEnding(const Ending& ending) const;
    [[nodiscard]] std::optional<EndingPlace> expectedPlace(const Prediction& expected, const QRectF& box) const;
    [[nodiscard]] EndingPlace endingPlace(const Ending& ending) const;
    [[nodiscard]] bool isInCall(const Ending& ending, double x) const;
    void paintExpectedCall(QRectF area, const QStringList& texts) const;
    [[nodiscard]] std::optional<double> requestedAt() const;
    void paintExpected() const;
    void paintBeforeRequest() const;
    void paintNobodyLooks() const;
    void paintClosed(const PairTrack& track) const;
    void paintFate() const;
};

void CallLane::paintWaiting(const QRectF& box, const CallSpan& call, double began, double ended) const
{
    const Colours& c = pen.colours;
    fillBox(pen.painter, box, c.blocked);
    // The pattern is laid lightly: it must be seen without colour, and be read over.
    fillBox(pen.painter, box, hatching(withAlpha(textOn(c.blocked), 0.16)));
    QRectF area = box.adjusted(6, 0, -6, 0);
    const QStringList texts = waitingTexts(
        callName(call.call), call.ended ? durationText(ended - began) : clockText(pen.facts.toldAt - began), inTheDark(ended));
    // The errno's words may have to stand before its instant: over this call, or over the one before it.
    if (const auto ending = pen.facts.ending(pair, end))
        area.setRight(std::min(area.right(), endingPlace(*ending).left() - 6));
    if (area.width() > 10)
        pen.text(pen.clearPiece(area, texts, pen.font), texts, pen.font, textOn(c.blocked));
}

void CallLane::paintCalls(const Pages<CallSpan>& calls) const
{
    const RunFacts& facts = pen.facts;
    const RunTime from = facts.sinceHello(pen.axis.from());
    const RunTime to = facts.sinceHello(pen.axis.to());
    auto call =
        std::ranges::lower_bound(calls, from, {}, [](const CallSpan& c) { return c.ended.value_or(RunTime::max()); });
    DoneBar done;
    QList<QRectF> shortWaits; // drawn in one go: each change to a patterned brush costs more than the bar
    for (; call != calls.end() && call->began <= to; ++call) {
        const double began = facts.since(call->began);
        const double ended = call->ended ? facts.since(*call->ended) : facts.now;
        QRectF box = pen.span(began, ended, lane);
        const bool waits = ended - began > kWaits && call->count <= 1;
        if (box.width() < 2)
            box.setWidth(std::min(1.5, lane.right() - box.left()));
        if (waits) {
            if (box.width() < kNamed)
                shortWaits.push_back(box);
            else
                paintWaiting(box, *call, began, ended);
            continue;
        }
        if (tellsOfTheEnd(*call, activity))
            continue;
        if (!done.add(box, *call)) {
            paintDone(done);
            done = DoneBar{box, call->call, call->count, call->bytes};
        }
    }
    paintDone(done);
    pen.painter.setPen(Qt::NoPen);
    pen.painter.setBrush(pen.colours.blocked);
    pen.painter.drawRects(shortWaits);
    pen.painter.setBrush(hatching(withAlpha(textOn(pen.colours.blocked), 0.16)));
    pen.painter.drawRects(shortWaits);
}

void CallLane::paintDone(const DoneBar& bar) const
{
    if (bar.count == 0)
        return;
    fillBox(pen.painter, bar.box, pen.colours.done);
    if (bar.box.width() < 24)
        return;
    const QString name = callText(callName(bar.call));
    const QString moved = bytesText(static_cast<double>(bar.bytes));
    const QString times = QLocale().toString(static_cast<qlonglong>(bar.count));
    pen.text(bar.box.adjusted(6, 0, -3, 0),
             {LaneText::tr("%1 × %2, %3", "call, times, bytes").arg(name, times, moved),
              LaneText::tr("%1 × %2", "call, times").arg(name, times), moved, name},
             pen.font, textOn(pen.colours.done));
}

EndingPlace CallLane::endingPlace(const Ending& ending) const
{
    const double x = pen.x(pen.facts.since(ending.at));
    return placeEnding(lane, x, pen.x(pen.facts.now), pen.width(endingText(ending), pen.bold), x);
}

/// Whether the call that told was waiting there already.
bool CallLane::isInCall(const Ending& ending, double x) const
{
    return ending.span != nullptr && pen.x(pen.facts.since(ending.span->began)) <= x &&
           toSeconds(ending.at - ending.span->began) > kWaits;
}

void CallLane::paintEnding(const Ending& ending) const
{
    const double at = pen.facts.since(ending.at);
    if (pen.x(at) > lane.right() + 1 || pen.x(pen.facts.now) < lane.left())
        return;
    const QString text = endingText(ending);
    const EndingPlace place = endingPlace(ending);
    const QColor ground = ending.result < 0 ? pen.colours.failure : pen.colours.gone;
    fillBox(pen.painter, place.block, ground);
    if (place.before) {
        if (isInCall(ending, place.words.left()))
            return paintBefore(pen, place, text, textOn(pen.colours.blocked), pen.colours.blocked);
        return paintBefore(pen, place, text, ending.result < 0 ? pen.colours.ink(pen.colours.failure) : pen.colours.text,
                           pen.ground(place.words.center().x()));
    }
    const QString elapsed = pen.facts.faultMade && at >= pen.facts.countedFrom
                                ? LaneText::tr("%1 %2 after the fault", "errno, time").arg(text, durationText(at - pen.facts.countedFrom))
                                : text;
    QStringList texts{elapsed, text};
    const PairTrack* const track = pen.facts.track(pair);
    if (const QString bits = track && ending.span ? wakingBits(track->end(end), *ending.span) : QString{}; !bits.isEmpty())
        texts.prepend(LaneText::tr("%1, woken with %2", "errno after a time, poll's bits").arg(elapsed, bits));
    pen.text(place.words, texts, pen.bold, textOn(ground));
}

/// Where the predicted answer stands, after the call's own box; empty where it is out of sight.
std::optional<EndingPlace> CallLane::expectedPlace(const Prediction& expected, const QRectF& box) const
{
    const PredictionMode& mode = expected.modes.front();
    const double x = pen.x(pen.facts.countedFrom + toSeconds(mode.at.latest));
    if (x > lane.right() || box.right() < lane.left())
        return std::nullopt;
    return placeEnding(lane, x, x, pen.width(endingText(mode), pen.bold), box.right());
}

/// Between the lines if it says there that the call will block, else across them.
void CallLane::paintExpectedCall(QRectF area, const QStringList& texts) const
{
    const QString& brief = texts[texts.size() - 2]; // the last one is the call's bare name
    const double wanted = pen.width(brief, pen.font);
    if (wanted > pen.clearPiece(area, texts, pen.font).width()) {
        QRectF across = area;
        if (const auto line = std::ranges::lower_bound(pen.lines, area.left()); line != pen.lines.end() && area.right() - *line - 7 >= wanted + 8)
            across.setLeft(*line + 7);
        if (pen.plate(across, {brief}, pen.font, pen.colours.mutedText, pen.colours.lane, Qt::AlignVCenter | Qt::AlignLeft))
            return;
    }
    pen.clearText(area, texts, pen.font, pen.colours.mutedText);
}

/// When an end sends its one message; empty where it does something else.
std::optional<double> CallLane::requestedAt() const
{
    const Pair* const plan = pen.facts.plan(pair);
    if (!plan || activity != Activity::Request)
        return std::nullopt;
    return pen.facts.countedFrom + plan->end(end).requestAtSeconds;
}

/// Until its one message such an end is in no call; the message itself is planned at its instant.
void CallLane::paintBeforeRequest() const
{
    const auto planned = requestedAt();
    if (!planned)
        return;
    const PairTrack* const track = pen.facts.track(pair);
    const bool called = track && !track->end(end).calls.empty();
    if (pen.facts.hasRun && !pen.facts.live && !called)
        return; // what is missing then was not measured
    const double until = called ? pen.facts.since(track->end(end).calls.front().began) : *planned;
    const QRectF box = pen.span(pen.facts.hasRun ? std::max(pen.facts.begin, 0.0) : 0.0, until, lane);
    const QStringList texts{LaneText::tr("in no call: the message goes out later"), LaneText::tr("in no call"), LaneText::tr("idle")};
    if (const QRectF area = box.adjusted(8, 0, -6, 0); area.width() > 10)
        pen.clearText(area, texts, pen.font, pen.colours.mutedText);
    if (called || *planned > pen.axis.to())
        return;
    const double x = pen.x(*planned);
    pen.ghostBox({x - 1.5, lane.top(), 3, lane.height()}, pen.colours.done);
}

void CallLane::paintExpected() const
{
    const RunFacts& facts = pen.facts;
    const Prediction* const expected = facts.prediction(pair, end);
    const Pair* const plan = facts.plan(pair);
    if (!expected || !expected->applicable || !plan || (facts.hasRun && !facts.live))
        return;
    const QString call = QString::fromUtf8(detectingCall(plan->end(end).activity).data());
    const double from = std::max(facts.hasRun ? std::max(facts.now, 0.0) : 0.0, requestedAt().value_or(0));
    const double to =
        expected->never() ? pen.axis.to() : facts.countedFrom + toSeconds(expected->modes.front().at.earliest);
    const QRectF box = pen.span(from, to, lane);
    pen.ghostBox(box, pen.colours.blocked);
    const std::optional<EndingPlace> answer = expected->never() ? std::nullopt : expectedPlace(*expected, box);
    if (!facts.hasRun) {
        const QStringList texts = expectedTexts(activity, callText(call), *expected);
        QRectF area = box.adjusted(8, 0, -6, 0);
        if (answer) // its words may have to stand before its instant
            area.setRight(std::min(area.right(), answer->left() - 6));
        if (area.width() > 10)
            paintExpectedCall(area, texts);
    }
    if (!answer || (facts.hasRun && answer->left() < pen.x(facts.now) + 2))
        return;
    const QString text = endingText(expected->modes.front());
    if (answer->before)
        return paintBefore(pen, *answer, text, pen.colours.ink(pen.colours.failure), pen.colours.lane);
    pen.ghostBox(answer->block, pen.colours.failure);
    // On a plate: the lines of later faults would strike it out.
    if (!pen.plate(answer->block, {text}, pen.bold, pen.colours.ink(pen.colours.failure), pen.colours.lane, Qt::AlignCenter))
        pen.text(answer->block, {text}, pen.bold, pen.colours.ink(pen.colours.failure), Qt::AlignCenter);
}

void CallLane::paintNobodyLooks() const
{
    const double until = pen.facts.hasRun ? pen.facts.now : pen.axis.to();
    const QRectF box = pen.span(std::min(pen.facts.begin, 0.0), until, lane);
    fillBox(pen.painter, box, hatching(withAlpha(pen.colours.grey, 0.35)));
    const QStringList texts{LaneText::tr("the program holds its socket open and does not look"),
                            LaneText::tr("holds the socket, does not look"), LaneText::tr("holds")};
    const QRectF area = pen.clearPiece(box.adjusted(6, 0, -6, 0), texts, pen.font);
    pen.plate(area, texts, pen.font, pen.colours.mutedText, pen.ground(area.center().x()),
              Qt::AlignVCenter | Qt::AlignLeft);
}

/// After close() there is no program that could learn anything; its kernel goes on.
void CallLane::paintClosed(const PairTrack& track) const
{
    const auto& calls = track.end(end).calls;
    if (calls.empty() || calls.back().call != detectingCall(activity) || !calls.back().ended)
        return;
    const auto ending = pen.facts.ending(pair, end);
    QRectF box = pen.span(pen.facts.since(*calls.back().ended), ending ? pen.facts.since(ending->at) : pen.facts.now, lane);
    fillBox(pen.painter, box, hatching(withAlpha(pen.colours.grey, 0.35)));
    if (ending)
        box.setRight(std::min(box.right(), endingPlace(*ending).left()));
    const QStringList texts{LaneText::tr("the program has closed its socket and will never know what became of it"),
                            LaneText::tr("has closed its socket"), LaneText::tr("has closed")};
    const QRectF area = pen.clearPiece(box.adjusted(6, 0, -6, 0), texts, pen.font);
    pen.plate(area, texts, pen.font, pen.colours.mutedText, pen.ground(area.center().x()), Qt::AlignVCenter | Qt::AlignLeft);
}

void CallLane::paintFate() const
{
    for (const FaultFlag& flag : pen.facts.faults()) {
        if (flag.planned || flag.fault.host != end ||
            !actsOnProgram(flag.fault.kind))
            continue;
        const bool killed = endsProgram(flag.fault.kind); // a host that is back does not start it again
        const double until = !killed && flag.healed && !flag.healPlanned ? *flag.healed : pen.facts.now;
        const QRectF box = pen.span(flag.at, until, lane);
        const QColor ground = killed ? pen.colours.gone : pen.colours.frozen;
        fillBox(pen.painter, box, ground);
        const QStringList texts =
            killed && flag.fault.kind != FaultKind::Kill
                ? QStringList{LaneText::tr("gone with its host: there is no program any more"), LaneText::tr("gone with its host"), LaneText::tr("gone")}
            : killed ? QStringList{LaneText::tr("killed: there is no program any more"), LaneText::tr("killed")}
                   : QStringList{LaneText::tr("stopped: the program does not run, its kernel answers on"),
                                 LaneText::tr("stopped")};
        pen.text(box.adjusted(6, 0, -4, 0), texts, pen.font, textOn(ground));
    }
}

void CallLane::paint() const
{
    const Pair* const plan = pen.facts.plan(pair);
    const PairTrack* const track = pen.facts.track(pair);
    const bool noCalls = !track || track->end(end).calls.empty();
    if (plan && plan->end(end).activity == Activity::Hold && noCalls)
        paintNobodyLooks();
    if (track)
        paintCalls(track->end(end).calls);
    if (track && activity == Activity::Close)
        paintClosed(*track);
    paintBeforeRequest();
    const auto ending = pen.facts.ending(pair, end);
    if (ending)
        paintEnding(*ending);
    else
        paintExpected();
    paintFate();
}

} // namespace

void paintCallLane(const LanePen& pen, const QRectF& lane, int pair, Host end)
{
    CallLane{pen, lane.adjusted(0, 2, 0, -2), pair, end, pen.facts.activity(pair, end)}.paint();
}

} // namespace halfopen
